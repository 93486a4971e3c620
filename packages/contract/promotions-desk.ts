import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { GiftCardId, OrderId, PromotionId } from './ids.ts'
import { Money } from './money.ts'
import { Instant, Permission, ShopDay, typed } from './text.ts'

export const PromotionState = z.enum(['running', 'to-come', 'over', 'used-up', 'ended'])
export type PromotionState = z.output<typeof PromotionState>

export const DeskPromotion = z.strictObject({
  id: PromotionId,
  code: z.string(),
  label: z.string(),
  kind: z.enum(['percent', 'fixed', 'free-delivery']),
  /** Off goods, of a percentage; 1000 is ten percent. */
  basisPoints: z.int().optional(),
  /** Off goods, of a sum. */
  amount: Money.optional(),
  minimumGoods: Money,
  fromDay: ShopDay.optional(),
  untilDay: ShopDay.optional(),
  useLimit: z.int().optional(),
  used: z.int(),
  firstOrderOnly: z.boolean(),
  state: PromotionState,
  version: z.int(),
  can: z.strictObject({ edit: Permission, end: Permission }),
})
export type DeskPromotion = z.output<typeof DeskPromotion>

/** An order that used a promotion. */
export const PromotionUse = z.strictObject({
  orderId: OrderId,
  number: z.string(),
  buyerName: z.string(),
  placedAt: Instant,
  status: z.string(),
  /** Off the order in all. */
  discount: Money,
  total: Money,
})

export const GiftCardEntry = z.strictObject({
  at: Instant,
  amount: Money,
  /** The balance after it. */
  balance: Money,
  reason: z.enum(['issued', 'spent', 'returned', 'adjusted', 'voided']),
  who: z.string().optional(),
  note: z.string().optional(),
  order: z.strictObject({ id: OrderId, number: z.string() }).optional(),
})

export const DeskGiftCard = z.strictObject({
  id: GiftCardId,
  /** The last characters of its code; the code itself is nowhere. */
  ending: z.string(),
  balance: Money,
  issued: Money,
  expiresDay: ShopDay.optional(),
  active: z.boolean(),
  can: z.strictObject({ adjust: Permission, void: Permission }),
})
export type DeskGiftCard = z.output<typeof DeskGiftCard>

/** A card with its ledger, oldest entry first: the balance is their sum. */
export const GiftCardLedger = DeskGiftCard.extend({ entries: z.array(GiftCardEntry) })
export type GiftCardLedger = z.output<typeof GiftCardLedger>

const parts = {
  label: typed(80).pipe(z.string().min(1, 'Please say what it is called.')),
  /** Of goods, in cents. */
  minimumGoodsMinor: z.int().min(0).max(10_000_000),
  fromDay: ShopDay.nullable(),
  untilDay: ShopDay.nullable(),
  useLimit: z.int().min(1).max(10_000_000).nullable(),
  firstOrderOnly: z.boolean(),
}
const basisPoints = z.int().min(1).max(10_000)
const amountMinor = z.int().min(1).max(10_000_000)
const Off = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), basisPoints }),
  z.strictObject({ kind: z.literal('fixed'), amountMinor }),
  z.strictObject({ kind: z.literal('free-delivery') }),
])
export type Off = z.output<typeof Off>

export const NewPromotion = z.strictObject({
  code: typed(30)
    .transform((code) => code.toUpperCase())
    .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9-]{2,}$/, 'A code is of letters, digits and dashes, three at least.')),
  off: Off,
  ...z.strictObject(parts).partial().shape,
  label: parts.label,
})
export type NewPromotion = z.output<typeof NewPromotion>

export const PromotionChange = z.strictObject({
  ...z.strictObject(parts).partial().shape,
  /** Only while nobody has used it. */
  off: Off.optional(),
  version: z.int().min(1),
})
export type PromotionChange = z.output<typeof PromotionChange>

const reads = { who: { may: 'promotions/read' }, limit: 'reads' } as const
const writes = { who: { may: 'promotions/write' }, limit: 'writes' } as const
const Page = z.coerce.number().int().min(1).max(10_000).default(1)
const paged = { total: z.int(), page: z.int(), pages: z.int() }
const withPromotion = z.strictObject({ promotionId: PromotionId })
const withCard = z.strictObject({ giftCardId: GiftCardId })
const note = typed(200).pipe(z.string().min(1, 'Please say why: it stands in the card’s ledger.'))
/** Made by the page once for one intent: sent twice, the thing is done once. */
const key = z.uuid()

/** Codes that lower a sum, and cards that pay it. */
export const promotionsDesk = {
  listPromotions: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/promotions',
    summary: 'Every promotion, those that run first.',
    query: z.strictObject({ q: typed(40).optional(), page: Page }),
    reply: z.strictObject({ items: z.array(DeskPromotion), ...paged }),
  }),
  showPromotion: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/promotions/:promotionId',
    summary: 'A promotion with the orders that used it, latest first.',
    params: withPromotion,
    query: z.strictObject({ page: Page }),
    reply: z.strictObject({ promotion: DeskPromotion, uses: z.array(PromotionUse), ...paged }),
    refusals: ['promotion-not-found'],
  }),
  createPromotion: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/promotions',
    summary: 'A new code.',
    body: NewPromotion,
    reply: DeskPromotion,
    status: 201,
    refusals: ['code-taken', 'days-not-valid'],
  }),
  changePromotion: endpoint({
    ...writes,
    method: 'PATCH',
    path: '/desk/promotions/:promotionId',
    summary: 'Changes a promotion for carts from now on. What it takes off can change only while nobody has used it.',
    params: withPromotion,
    body: PromotionChange,
    reply: DeskPromotion,
    refusals: ['promotion-not-found', 'changed-meanwhile', 'promotion-used', 'days-not-valid', 'limit-below-uses'],
  }),
  endPromotion: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/promotions/:promotionId/end',
    summary: 'Ends a promotion now. Orders that were placed with it keep what it took off.',
    params: withPromotion,
    body: z.strictObject({ version: z.int().min(1) }),
    reply: DeskPromotion,
    refusals: ['promotion-not-found', 'changed-meanwhile'],
  }),
  listGiftCards: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/gift-cards',
    summary: 'Gift cards, the latest first; `q` is the end of a code or the whole of it.',
    query: z.strictObject({ q: typed(40).optional(), page: Page }),
    reply: z.strictObject({ items: z.array(DeskGiftCard), ...paged }),
  }),
  showGiftCard: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/gift-cards/:giftCardId',
    summary: 'A gift card with its ledger.',
    params: withCard,
    reply: GiftCardLedger,
    refusals: ['gift-card-not-found'],
  }),
  issueGiftCard: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/gift-cards',
    summary: 'A new gift card. Its code is in this answer and nowhere else, nor in the answer to a second asking.',
    body: z.strictObject({ key, amountMinor: z.int().min(100).max(500_000), expiresDay: ShopDay.optional(), note }),
    reply: z.strictObject({ card: GiftCardLedger, code: z.string().optional() }),
    status: 201,
    refusals: ['day-is-past'],
  }),
  adjustGiftCard: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/gift-cards/:giftCardId/adjustments',
    summary: 'Adds to a gift card, or takes from it, with a reason that stays in its ledger.',
    params: withCard,
    body: z.strictObject({
      key,
      amountMinor: z
        .int()
        .min(-500_000)
        .max(500_000)
        .refine((sum) => sum !== 0, 'That changes nothing.'),
      note,
    }),
    reply: GiftCardLedger,
    refusals: ['gift-card-not-found', 'gift-card-void', 'balance-too-low'],
  }),
  voidGiftCard: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/gift-cards/:giftCardId/void',
    summary: 'Stops a gift card; what was on it goes out of its ledger. Doing it twice does no harm.',
    params: withCard,
    body: z.strictObject({ note }),
    reply: GiftCardLedger,
    refusals: ['gift-card-not-found'],
  }),
}
