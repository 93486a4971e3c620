import { z } from 'zod'
import { CardFit } from './cart.ts'
import { ProductKind } from './catalog.ts'
import { Markable, Risk, WindowShown, ZoneShown } from './day-board.ts'
import { AccountId, DeliveryId, LineId, NoteId, RefundId, StemId, SubscriptionId, VariantId, WindowId } from './ids.ts'
import { Money } from './money.ts'
import { OrderStatus, OrderView } from './orders.ts'
import { Recipient, Substitution } from './recipient.ts'
import { Instant, Obstacle, Permission, ShopDay, typedLines } from './text.ts'

export const DeskNote = z.strictObject({
  id: NoteId,
  at: Instant,
  who: z.string(),
  text: z.string(),
  can: z.strictObject({ remove: Permission }),
})

/** One thing that happened, as staff read it. */
export const DeskEvent = z.strictObject({
  at: Instant,
  kind: z.string(),
  label: z.string(),
  detail: z.string().optional(),
  /** "Ada Marsh", "The buyer", "Stripe", "The shop" */
  who: z.string(),
  deliveryId: DeliveryId.optional(),
})
export type DeskEvent = z.output<typeof DeskEvent>

export const DeskLetter = z.strictObject({
  /** Give it back to send it again. */
  once: z.string(),
  kind: z.string(),
  /** "Receipt" */
  label: z.string(),
  recipient: z.string(),
  subject: z.string(),
  at: Instant,
  state: z.enum(['sent', 'waiting', 'not-needed']),
  can: z.strictObject({ resend: Permission }),
})
export type DeskLetter = z.output<typeof DeskLetter>

/** Where money goes back to: by itself to the card that paid or the gift card; or by hand, in the shop. */
export const RefundWay = z.enum(['card', 'gift-card', 'in-shop'])
export type RefundWay = z.output<typeof RefundWay>

export const DeskRefund = z.strictObject({
  id: RefundId,
  amount: Money,
  way: RefundWay,
  state: z.enum(['wanted', 'pending', 'succeeded', 'failed']),
  reason: z.string(),
  who: z.string(),
  at: Instant,
})

export const DeskLine = z.strictObject({
  id: LineId,
  deliveryId: DeliveryId,
  variantId: VariantId,
  kind: ProductKind,
  recipe: z.array(z.strictObject({ stemId: StemId, name: z.string(), count: z.int() })),
  refunded: Money,
  /** What can still be given back for it. */
  refundable: Money,
})

export const DeskDelivery = z.strictObject({
  id: DeliveryId,
  status: OrderStatus,
  window: WindowShown,
  zone: ZoneShown,
  benchMinutes: z.int(),
  cutOffAt: Instant,
  /** When its card was printed; from then on its words stand. */
  cardPrintedAt: Instant.optional(),
  cardFit: CardFit,
  /** The fee as it stands, less discount and what was given back of it. */
  charged: Money,
  refundable: Money,
  risks: z.array(Risk),
  can: z.strictObject({
    /** Each step with yes, or no and why. */
    mark: z.array(z.strictObject({ to: Markable, may: Permission })),
    move: Permission,
    changeAddress: Permission,
    changeCard: Permission,
  }),
})

export const DeskOrder = z.strictObject({
  /** What the buyer sees, cent for cent. Lines and deliveries are there; below is what only the shop knows of them. */
  order: OrderView,
  placedBy: z.string(),
  source: z.enum(['web', 'shop', 'subscription']),
  account: z.strictObject({ id: AccountId, name: z.string() }).optional(),
  /** The one whose delivery it is. */
  subscriptionId: SubscriptionId.optional(),
  money: z.strictObject({
    toPay: Money,
    paid: Money,
    /** Of that, cash and terminal. */
    paidInShop: Money,
    /** Agreed afterwards, still to be paid in the shop. */
    due: Money,
    giftCard: Money,
    refunded: Money,
    /** What can still be given back, and by which way; a refund takes them in this order. */
    refundable: z.strictObject({ all: Money, card: Money, inShop: Money, giftCard: Money }),
  }),
  deliveries: z.array(DeskDelivery),
  lines: z.array(DeskLine),
  refunds: z.array(DeskRefund),
  timeline: z.array(DeskEvent),
  notes: z.array(DeskNote),
  letters: z.array(DeskLetter),
  can: z.strictObject({
    cancel: Permission,
    refund: Permission,
    takeMoney: Permission,
    changeBuyer: Permission,
    waive: Permission,
  }),
})
export type DeskOrder = z.output<typeof DeskOrder>

/** What may be changed of a delivery; absent keys stay as they are. A new postcode may want a new window. */
export const ChangeWish = z.strictObject({
  day: ShopDay.optional(),
  windowId: WindowId.optional(),
  recipient: Recipient.partial().optional(),
  instructions: typedLines(300).optional(),
  cardMessage: typedLines(900).optional(),
  anonymous: z.boolean().optional(),
  substitution: Substitution.optional(),
})
export type ChangeWish = z.output<typeof ChangeWish>

/**
 * What becomes of a difference. `none`: there is none. `due`: dearer, and paid in the shop later. `refund`: cheaper, and given back.
 * `waive`: dearer or cheaper, and left as it is, with a reason.
 */
export const Settlement = z.enum(['none', 'due', 'refund', 'waive'])
export type Settlement = z.output<typeof Settlement>

const Terms = z.strictObject({
  day: ShopDay,
  window: WindowShown,
  zone: ZoneShown,
  price: Money,
  cutOffAt: Instant,
})

export const ChangeQuote = z.strictObject({
  /** Why it cannot be done; then the rest says what is known. */
  obstacle: Obstacle.optional(),
  was: Terms,
  becomes: Terms.optional(),
  /** Above zero is dearer. */
  difference: Money,
  settle: z.array(z.strictObject({ way: Settlement, may: Permission })),
  cardFit: CardFit,
  /** 'day', 'window', 'recipient', 'address', 'card' … in words of the timeline. */
  changes: z.array(z.string()),
})
export type ChangeQuote = z.output<typeof ChangeQuote>
