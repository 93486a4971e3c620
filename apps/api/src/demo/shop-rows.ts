import { createHash } from 'node:crypto'
import type { DemoContent, DemoFacts, DemoPromotion, DemoShop, DemoZone } from '@flora/demo-shop/shape.ts'
import { demoContentId, demoGiftCardId, demoPromotionId, demoWindowId, demoZoneId, pictureId } from './demo-ids.ts'

/** Everything of the demo shop but its shelf, as records named like their columns. */
export interface ShopRows {
  readonly shop: object
  readonly zones: readonly object[]
  readonly postcodes: readonly object[]
  readonly windows: readonly object[]
  readonly closures: readonly object[]
  readonly surges: readonly object[]
  readonly promotions: readonly object[]
  readonly giftCards: readonly object[]
  readonly giftCardEntries: readonly object[]
  readonly content: readonly object[]
}

export function shopRows(demo: DemoShop, now: Temporal.Instant): ShopRows {
  const giftCards = demo.giftCards.map(giftCardRow)
  return {
    shop: shopRow(demo.shop),
    zones: demo.zones.map(zoneRow),
    postcodes: demo.zones.flatMap(postcodeRows),
    windows: demo.zones.flatMap(windowRows),
    closures: demo.closures.map(({ day, zone, reason }) => ({ day, zone_id: zone && demoZoneId(zone), reason })),
    surges: demo.surges.map(surgeRow),
    promotions: demo.promotions.map(promotionRow),
    giftCards,
    giftCardEntries: giftCardEntryRows(giftCards, now),
    content: demo.content.map((piece) => contentRow(piece, now)),
  }
}

interface GiftCardRow {
  readonly id: string
  readonly code_hash: string
  readonly ending: string
  readonly balance_minor: number
  readonly expires_day: string | undefined
}

function giftCardRow({ code, balanceMinor, expiresDay }: DemoShop['giftCards'][number], place: number): GiftCardRow {
  return {
    id: demoGiftCardId(place),
    code_hash: giftCardHash(code),
    ending: plainCode(code).slice(-4),
    balance_minor: balanceMinor,
    expires_day: expiresDay,
  }
}

function shopRow(shop: DemoFacts): object {
  return {
    name: shop.name,
    tagline: shop.tagline,
    time_zone: shop.timeZone,
    currency: shop.currency,
    gst_basis_points: shop.gstBasisPoints,
    phone: shop.phone,
    email: shop.email,
    address: shop.address,
    abn: shop.abn,
    hours: shop.hours,
    bench_minutes: shop.benchMinutes,
  }
}

function zoneRow({ key, name, pickUp = false }: DemoZone, position: number): object {
  return { id: demoZoneId(key), name, position, pick_up: pickUp }
}

function postcodeRows({ key, places }: DemoZone): object[] {
  return places.flatMap(({ postcode, suburbs }) =>
    suburbs.map((suburb) => ({ postcode, suburb, zone_id: demoZoneId(key) })),
  )
}

function windowRows(zone: DemoZone): object[] {
  return zone.windows.map((window) => ({
    id: demoWindowId(zone.key, window.key),
    zone_id: demoZoneId(zone.key),
    method: window.method,
    name: window.name,
    starts: window.starts,
    ends: window.ends,
    weekdays: window.weekdays,
    fee_minor: window.feeMinor,
    capacity: window.capacity,
    cut_off: window.cutOff,
    cut_off_days_before: window.cutOffDaysBefore,
  }))
}

function surgeRow({ name, from, until, feeMinor }: DemoShop['surges'][number]): object {
  return { id: `sur_${from}`, name, from_day: from, until_day: until, fee_minor: feeMinor }
}

function promotionRow(promotion: DemoPromotion): object {
  return {
    id: demoPromotionId(promotion.code),
    code: promotion.code,
    label: promotion.label,
    kind: promotion.kind,
    basis_points: promotion.basisPoints,
    amount_minor: promotion.amountMinor,
    minimum_goods_minor: promotion.minimumGoodsMinor ?? 0,
    from_day: promotion.fromDay,
    until_day: promotion.untilDay,
    use_limit: promotion.useLimit,
    first_order_only: promotion.firstOrderOnly ?? false,
  }
}

// A ledger knows no entry of nothing: an empty card has none.
function giftCardEntryRows(giftCards: readonly GiftCardRow[], now: Temporal.Instant): object[] {
  return giftCards
    .filter(({ balance_minor }) => balance_minor > 0)
    .map(({ id, balance_minor }) => ({ gift_card_id: id, amount_minor: balance_minor, at: now.toString() }))
}

function contentRow(piece: DemoContent, now: Temporal.Instant): object {
  const { slug, kind, title, summary, markdown, tint, products = [], tags = [], author = '', publishedDaysAgo } = piece
  const daysAgo = (days: number) => now.subtract({ hours: 24 * days }).toString()
  const drawing = piece.drawing && { background: 'none', seed: `content/${slug}`, ...piece.drawing }
  return {
    id: demoContentId(slug),
    slug,
    kind,
    title,
    summary,
    markdown,
    tint,
    product_slugs: products,
    tags: tags.map(({ label }) => label),
    tag_slugs: tags.map(({ slug: word }) => word),
    author,
    published_at: daysAgo(publishedDaysAgo),
    ...(publishedDaysAgo >= 0 && { appeared_at: daysAgo(publishedDaysAgo) }),
    changed_at: daysAgo(piece.changedDaysAgo ?? publishedDaysAgo),
    drawing,
    picture: drawing && { id: pictureId(drawing), alt: piece.alt ?? '' },
  }
}

/** How a gift card's code is kept: SHA-256 of its letters and digits in capitals. */
export function giftCardHash(code: string): string {
  return createHash('sha256').update(plainCode(code)).digest('hex')
}

function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[\s-]/g, '')
}
