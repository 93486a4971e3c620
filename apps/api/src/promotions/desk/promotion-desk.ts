import { instantText } from '@flora/calendar/instant.ts'
import { type ShopDay, shopDayAt } from '@flora/calendar/shop-day.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { promotionsDesk } from '@flora/contract/promotions-desk.ts'
import type {
  DeskPromotion,
  NewPromotion,
  Off,
  PromotionChange,
  PromotionState,
} from '@flora/contract/promotions-desk.ts'
import type { Answer } from '@flora/contract/endpoint.ts'
import { newId, type PromotionId } from '@flora/contract/ids.ts'
import { type Role, roleMay } from '@flora/contract/permissions.ts'
import type { Permission } from '@flora/contract/text.ts'
import { money } from '@flora/money/money.ts'
import { invariant } from '../../platform/refusal.ts'
import type { Shop } from '../../shop.ts'
import {
  changedMeanwhile,
  codeTaken,
  daysNotValid,
  limitBelowUses,
  promotionNotFound,
  promotionUsed,
} from './errors.ts'
import {
  deskPageSize,
  findPromotion,
  findTimeZone,
  insertPromotion,
  listPromotions,
  listUses,
  lockPromotion,
  type PromotionRecord,
  type PromotionWords,
  savePromotion,
} from './promotion-queries.ts'

type Reads = Pick<Shop, 'db' | 'clock'>
type Writes = Pick<Shop, 'inTransaction'>

/** A page of promotions, as somebody with this role sees them. */
export async function listDeskPromotions(
  shop: Reads,
  role: Role | null,
  { q, page }: { q?: string | undefined; page: number },
): Promise<Answer<typeof promotionsDesk.listPromotions>> {
  const today = await todayOf(shop)
  const found = await listPromotions(shop.db, { q, today, page })
  return {
    items: found.map(({ total: _, ...one }) => toPromotion(one, role, today)),
    ...pagesOf(found[0]?.total ?? 0, page),
  }
}

/** A promotion with the orders that used it. */
export async function showPromotion(
  shop: Reads,
  role: Role | null,
  { id, page }: { id: PromotionId; page: number },
): Promise<Answer<typeof promotionsDesk.showPromotion>> {
  const [promotion, uses] = await Promise.all([showOne(shop, role, id), listUses(shop.db, id, page)])
  return {
    promotion,
    uses: uses.map(({ placedAt, discountMinor, totalMinor, total: _, ...order }) => ({
      ...order,
      placedAt: instantText(instantFromStored(placedAt)),
      discount: money(discountMinor, 'AUD'),
      total: money(totalMinor, 'AUD'),
    })),
    ...pagesOf(uses[0]?.total ?? 0, page),
  }
}

export async function showOne(shop: Reads, role: Role | null, id: PromotionId): Promise<DeskPromotion> {
  const [found, today] = await Promise.all([findPromotion(shop.db, id), todayOf(shop)])
  if (!found) throw promotionNotFound()
  return toPromotion(found, role, today)
}

/** A new code. Gives its id. */
export function createPromotion(
  { inTransaction }: Writes,
  { code, off, label, ...rest }: NewPromotion,
): Promise<PromotionId> {
  return inTransaction(async (tx) => {
    const promotion: PromotionWords = {
      id: newId('prm'),
      code,
      label,
      ...takenOff(off),
      minimumGoodsMinor: rest.minimumGoodsMinor ?? 0,
      fromDay: rest.fromDay ?? null,
      untilDay: rest.untilDay ?? null,
      useLimit: rest.useLimit ?? null,
      firstOrderOnly: rest.firstOrderOnly ?? false,
      active: true,
    }
    refuseDays(promotion)
    if (!(await insertPromotion(tx, promotion))) throw codeTaken(code)
    return promotion.id
  })
}

/** Changes it for carts from now on. Orders keep what it took off them. */
export function changePromotion(
  { inTransaction }: Writes,
  id: PromotionId,
  { version, off, ...change }: PromotionChange,
): Promise<void> {
  return inTransaction(async (tx) => {
    const before = await lockPromotion(tx, id)
    if (!before) throw promotionNotFound()
    if (before.version !== version) throw changedMeanwhile(before)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const after: PromotionRecord = { ...before, ...given, ...(off && takenOff(off)) }
    const isOther = (['kind', 'basisPoints', 'amountMinor'] as const).some((part) => before[part] !== after[part])
    if (isOther && before.used > 0) throw promotionUsed(before.used)
    if (after.useLimit !== null && after.useLimit < before.used) throw limitBelowUses(before.used)
    refuseDays(after)
    await savePromotion(tx, after)
  })
}

/** Ends it now; once ended it stays so. */
export function endPromotion({ inTransaction }: Writes, id: PromotionId, version: number): Promise<void> {
  return inTransaction(async (tx) => {
    const before = await lockPromotion(tx, id)
    if (!before) throw promotionNotFound()
    if (before.version !== version) throw changedMeanwhile(before)
    if (before.active) await savePromotion(tx, { ...before, active: false })
  })
}

function takenOff(off: Off): Pick<PromotionRecord, 'kind' | 'basisPoints' | 'amountMinor'> {
  switch (off.kind) {
    case 'percent':
      return { kind: off.kind, basisPoints: off.basisPoints, amountMinor: null }
    case 'fixed':
      return { kind: off.kind, basisPoints: null, amountMinor: off.amountMinor }
    case 'free-delivery':
      return { kind: off.kind, basisPoints: null, amountMinor: null }
  }
}

function refuseDays({ fromDay, untilDay }: Pick<PromotionRecord, 'fromDay' | 'untilDay'>): void {
  if (fromDay !== null && untilDay !== null && untilDay < fromDay) throw daysNotValid()
}

/** What a promotion is to a day. */
export function stateOf(promotion: PromotionRecord, today: ShopDay): PromotionState {
  const { active, fromDay, untilDay, useLimit, used } = promotion
  if (!active) return 'ended'
  if (untilDay !== null && untilDay < today) return 'over'
  if (useLimit !== null && used >= useLimit) return 'used-up'
  return fromDay !== null && fromDay > today ? 'to-come' : 'running'
}

function toPromotion(record: PromotionRecord, role: Role | null, today: ShopDay): DeskPromotion {
  const { amountMinor, basisPoints, minimumGoodsMinor, fromDay, untilDay, useLimit, active, ...rest } = record
  const may = mayWrite(role)
  const ended: Permission = active ? may : { ok: false, because: 'It was ended.' }
  return {
    ...rest,
    ...(basisPoints !== null && { basisPoints }),
    ...(amountMinor !== null && { amount: money(amountMinor, 'AUD') }),
    minimumGoods: money(minimumGoodsMinor, 'AUD'),
    ...(fromDay !== null && { fromDay }),
    ...(untilDay !== null && { untilDay }),
    ...(useLimit !== null && { useLimit }),
    state: stateOf(record, today),
    can: { edit: may, end: may.ok ? ended : may },
  }
}

export function mayWrite(role: Role | null): Permission {
  return roleMay(role, 'promotions/write') ? { ok: true } : { ok: false, because: 'Owners and managers do that.' }
}

export function pagesOf(total: number, page: number): { total: number; page: number; pages: number } {
  return { total, page, pages: Math.ceil(total / deskPageSize) }
}

export async function todayOf({ db, clock }: Reads): Promise<ShopDay> {
  const zone = await findTimeZone(db)
  invariant(zone, 'the shop has its row')
  return shopDayAt(clock.now(), zone)
}
