import { instantText } from '@flora/calendar/instant.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { DeskProduct } from '@flora/contract/catalog-desk.ts'
import { newId, type PriceId, type ProductId, type VariantId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, recordset, rows, type Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { Writer } from './product-parts.ts'

/** What was changed after a version, latest first. */
export async function listProductChanges(db: Db, id: ProductId, after: number): Promise<DeskProduct['changes']> {
  const found = await rows<DeskProduct['changes'][number]>(
    db,
    sql`select at, who, what, version from product_changes where product_id = ${id} and version > ${after} order by version desc limit 30`,
  )
  return found.map((change) => ({ ...change, at: instantText(instantFromStored(change.at)) }))
}

/** Notes what was done, under the version that each product has by now. */
export async function insertProductChanges(
  tx: Tx,
  changes: readonly { id: ProductId; what: string }[],
  { by, at }: { by: Pick<Writer, 'accountId' | 'name'> | undefined; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`
      insert into product_changes (product_id, version, at, account_id, who, what)
      select p.id, p.version, ${at.toString()}::timestamptz, ${by?.accountId ?? null}, ${by?.name ?? 'The shop'}, r.what
      from jsonb_to_recordset(${recordset(changes)}) as r (id text, what text) join products p on p.id = r.id
      on conflict (product_id, version) do update set what = product_changes.what || ' ' || excluded.what`,
  )
}

/** Counts a change of something about products that stands beside their words. */
export async function countChange(tx: Tx, ids: readonly ProductId[], at: Temporal.Instant): Promise<void> {
  await rows(
    tx,
    sql`update products set version = version + 1, changed_at = ${at.toString()}::timestamptz where id = any(${list(ids, 'text')})`,
  )
}

export interface PriceSet {
  readonly variantId: VariantId
  readonly priceMinor: number
  readonly fromDay: ShopDay
}

/** Writes prices into the ledger; `appliedAt` is absent for what is to come. */
export async function insertPrices(
  tx: Tx,
  prices: readonly PriceSet[],
  { by, at, appliedAt }: { by: Writer; at: Temporal.Instant; appliedAt: Temporal.Instant | undefined },
): Promise<void> {
  if (prices.length === 0) return
  const records = prices.map((price) => ({ id: newId('prc'), ...price }))
  await rows(
    tx,
    sql`
      insert into price_changes (id, variant_id, price_minor, from_day, account_id, who, at, applied_at)
      select id, "variantId", "priceMinor", "fromDay", ${by.accountId}, ${by.name}, ${at.toString()}::timestamptz, ${appliedAt?.toString() ?? null}::timestamptz
      from jsonb_to_recordset(${recordset(records)}) as r (id text, "variantId" text, "priceMinor" bigint, "fromDay" date)`,
  )
}

export interface PriceRecord {
  readonly id: PriceId
  readonly variantId: VariantId
  readonly productId: ProductId
  readonly priceMinor: number
  readonly fromDay: ShopDay
  readonly who: string
  readonly at: string
  readonly state: 'applied' | 'planned' | 'cancelled'
}

const priceColumns = sql`c.id, c.variant_id as "variantId", v.product_id as "productId", c.price_minor as "priceMinor", c.from_day as "fromDay", c.who, c.at,
  case when c.cancelled_at is not null then 'cancelled' when c.applied_at is null then 'planned' else 'applied' end as state`

/** Prices that were set for a product's sizes, latest first. */
export function listPrices(db: Db, productId: ProductId): Promise<PriceRecord[]> {
  return rows(
    db,
    sql`select ${priceColumns} from price_changes c join variants v on v.id = c.variant_id
        where v.product_id = ${productId} order by c.at desc, c.from_day desc, c.id desc limit 200`,
  )
}

export async function lockPrice(tx: Tx, id: PriceId): Promise<PriceRecord | undefined> {
  return firstRow(
    tx,
    sql`select ${priceColumns} from price_changes c join variants v on v.id = c.variant_id where c.id = ${id} for update of c`,
  )
}

export async function markCancelled(tx: Tx, id: PriceId, at: Temporal.Instant): Promise<void> {
  await rows(tx, sql`update price_changes set cancelled_at = ${at.toString()}::timestamptz where id = ${id}`)
}

/** Planned prices whose day has come, oldest first, while nobody else takes them. */
export function lockDuePrices(tx: Tx, today: ShopDay): Promise<PriceRecord[]> {
  return rows(
    tx,
    sql`select ${priceColumns} from price_changes c join variants v on v.id = c.variant_id
        where c.from_day <= ${today}::date and c.applied_at is null and c.cancelled_at is null
        order by c.from_day, c.id limit 1000 for update of c skip locked`,
  )
}

/** Makes prices those of their sizes; of two for one size the later day's. */
export async function applyPrices(tx: Tx, ids: readonly PriceId[], at: Temporal.Instant): Promise<void> {
  await rows(
    tx,
    sql`
      with due as (
        update price_changes set applied_at = ${at.toString()}::timestamptz where id = any(${list(ids, 'text')})
        returning variant_id, price_minor, from_day, id
      ), last as (select distinct on (variant_id) variant_id, price_minor from due order by variant_id, from_day desc, id desc)
      update variants set price_minor = last.price_minor from last where variants.id = last.variant_id`,
  )
}
