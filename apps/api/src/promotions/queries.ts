import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { GiftCardId, OrderId, PromotionId } from '@flora/contract/ids.ts'
import { type Currency, money, type Money } from '@flora/money/money.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import type { GiftCard } from './gift-card.ts'
import type { Promotion } from './promotion.ts'

interface PromotionRow {
  id: PromotionId
  code: string
  label: string
  kind: Promotion['kind']
  basisPoints: number | null
  amountMinor: number | null
  currency: Currency
  minimumGoodsMinor: number
  fromDay: ShopDay | null
  untilDay: ShopDay | null
  usesLeft: number | null
  firstOrderOnly: boolean
  active: boolean
}

export async function findPromotionByCode(db: Db, code: string): Promise<Promotion | undefined> {
  const row = await firstRow<PromotionRow>(
    db,
    sql`select id, code, label, kind, basis_points as "basisPoints", amount_minor as "amountMinor", currency,
          minimum_goods_minor as "minimumGoodsMinor", from_day as "fromDay", until_day as "untilDay",
          use_limit - used as "usesLeft", first_order_only as "firstOrderOnly", active
        from promotions where code = ${code.trim().toUpperCase()}`,
  )
  if (!row) return undefined
  const { amountMinor, minimumGoodsMinor, currency, ...rest } = row
  return {
    ...rest,
    amount: amountMinor === null ? null : money(amountMinor, currency),
    minimumGoods: money(minimumGoodsMinor, currency),
  }
}

/** Counts one use; false when the last one is gone. */
export async function takePromotionUse(tx: Tx, id: PromotionId): Promise<boolean> {
  const taken = await rows(
    tx,
    sql`update promotions set used = used + 1 where id = ${id} and active and (use_limit is null or used < use_limit) returning id`,
  )
  return taken.length === 1
}

export async function giveBackPromotionUse(tx: Tx, id: PromotionId): Promise<void> {
  await rows(tx, sql`update promotions set used = used - 1 where id = ${id} and used > 0`)
}

/** Makes two first orders of one address, placed at once, take turns; lasts until the transaction ends. */
export async function lockBuyer(tx: Tx, email: string): Promise<void> {
  await rows(tx, sql`select pg_advisory_xact_lock(7316002, hashtext(lower(${email})))`)
}

export function findGiftCardByHash(db: Db, hash: string): Promise<GiftCard | undefined> {
  return findGiftCard(db, sql`code_hash = ${hash}`)
}

export function findGiftCardById(db: Db, id: GiftCardId): Promise<GiftCard | undefined> {
  return findGiftCard(db, sql`id = ${id}`)
}

async function findGiftCard(db: Db, which: SQL): Promise<GiftCard | undefined> {
  const row = await firstRow<Omit<GiftCard, 'balance'> & { balanceMinor: number; currency: Currency }>(
    db,
    sql`select id, ending, balance_minor as "balanceMinor", currency, expires_day as "expiresDay", active from gift_cards where ${which}`,
  )
  if (!row) return undefined
  const { balanceMinor, currency, ...rest } = row
  return { ...rest, balance: money(balanceMinor, currency) }
}

/** Spends from a gift card and writes it into its ledger; false when the balance does not reach any more. */
export async function spendGiftCard(
  tx: Tx,
  { id, orderId, amount, at }: { id: GiftCardId; orderId: OrderId; amount: Money; at: Temporal.Instant },
): Promise<boolean> {
  const spent = await rows(
    tx,
    sql`with card as (
          update gift_cards set balance_minor = balance_minor - ${amount.minor}
          where id = ${id} and active and balance_minor >= ${amount.minor} returning id
        )
        insert into gift_card_entries (gift_card_id, amount_minor, reason, order_id, at)
        select id, -${amount.minor}::bigint, 'spent', ${orderId}, ${at.toString()}::timestamptz from card returning id`,
  )
  return spent.length === 1
}

/** Puts back what an order spent. */
export async function giveBackGiftCard(
  tx: Tx,
  { id, orderId, amount, at }: { id: GiftCardId; orderId: OrderId; amount: Money; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`with card as (update gift_cards set balance_minor = balance_minor + ${amount.minor} where id = ${id} returning id)
        insert into gift_card_entries (gift_card_id, amount_minor, reason, order_id, at)
        select id, ${amount.minor}::bigint, 'returned', ${orderId}, ${at.toString()}::timestamptz from card`,
  )
}
