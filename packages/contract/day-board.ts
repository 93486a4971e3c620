import { z } from 'zod'
import { DeliveryMethod } from './delivery.ts'
import { Fill } from './delivery-desk.ts'
import { endpoint } from './endpoint.ts'
import { DeliveryId, OrderId, ProductId, VariantId, WindowId, ZoneId } from './ids.ts'
import { Money } from './money.ts'
import { OrderStatus } from './orders.ts'
import { Substitution } from './recipient.ts'
import { ClockTime, Instant, Permission, ShopDay, typed } from './text.ts'

/** Why somebody should look at a delivery, worst first; a sentence goes with each. */
export const riskCodes = [
  'late',
  'not-delivered',
  'not-started',
  'short-of-stock',
  'unpaid',
  'address',
  'card-too-long',
] as const
export const RiskCode = z.enum(riskCodes)
export type RiskCode = z.output<typeof RiskCode>
export const Risk = z.strictObject({ code: RiskCode, message: z.string() })
export type Risk = z.output<typeof Risk>

/** What staff can make of a delivery, in the order in which it goes. The rest of the states come by money. */
export const markable = ['CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED'] as const
export const Markable = z.enum(markable)
export type Markable = z.output<typeof Markable>

export const WindowShown = z.strictObject({ id: WindowId, name: z.string(), starts: ClockTime, ends: ClockTime })
export const ZoneShown = z.strictObject({ id: ZoneId, name: z.string() })

/** A delivery as it lies on the board, in a list and in a search's answer. */
export const DeliveryCard = z.strictObject({
  deliveryId: DeliveryId,
  orderId: OrderId,
  number: z.string(),
  status: OrderStatus,
  method: DeliveryMethod,
  day: ShopDay,
  window: WindowShown,
  zone: ZoneShown,
  recipient: z.strictObject({ name: z.string(), suburb: z.string(), postcode: z.string(), phone: z.string() }),
  buyerName: z.string(),
  /** "Kitchen Table, large" */
  what: z.string(),
  /** Pieces beside the first. */
  more: z.int(),
  benchMinutes: z.int(),
  isPaid: z.boolean(),
  /** Agreed after it was paid, and still to be paid in the shop. */
  due: Money.optional(),
  cardPrinted: z.boolean(),
  substitution: Substitution,
  risks: z.array(Risk),
  /** The step that comes next, and whether it may be taken now. Absent when it is done or over. */
  next: z.strictObject({ to: Markable, may: Permission }).optional(),
  /** All that it may be marked as now. */
  moves: z.array(Markable),
})
export type DeliveryCard = z.output<typeof DeliveryCard>

const StatusCount = z.strictObject({ status: OrderStatus, count: z.int() })

/** A window of a day: how many of its places are taken, and how far its deliveries are. */
export const DayWindow = z.strictObject({
  window: WindowShown,
  method: DeliveryMethod,
  zone: ZoneShown,
  places: Fill,
  counts: z.array(StatusCount),
})
export type DayWindow = z.output<typeof DayWindow>

const dayHead = {
  day: ShopDay,
  today: ShopDay,
  /** The shop's clock when this was answered. */
  at: Instant,
  timeZone: z.string(),
  /** Deliveries that are to be made or were: neither cancelled nor refunded. */
  deliveries: z.int(),
  orders: z.int(),
  counts: z.array(StatusCount),
  windows: z.array(DayWindow),
}

/** How many cards a column of the board, or a list of risks, begins with. */
export const boardColumn = 40

export const DayBoard = z.strictObject({
  ...dayHead,
  /** One a status that has deliveries, each by window. `next` goes on in `listDeliveries` with that status. */
  columns: z.array(
    z.strictObject({
      status: OrderStatus,
      count: z.int(),
      cards: z.array(DeliveryCard),
      next: z.string().nullable(),
    }),
  ),
})
export type DayBoard = z.output<typeof DayBoard>

export const CapacityDay = z.strictObject({
  day: ShopDay,
  /** Why nothing goes out, when nothing does. */
  closedBecause: z.string().optional(),
  places: Fill,
  benchMinutes: Fill,
})
export type CapacityDay = z.output<typeof CapacityDay>

export const Today = z.strictObject({
  ...dayHead,
  /** Ready, on its way or delivered. */
  made: z.int(),
  benchMinutes: Fill,
  /** `ofDay`: what goes out that day is worth. `taken`: paid for orders placed that day, less what was given back. */
  revenue: z.strictObject({ ofDay: Money, taken: Money }),
  nextCutOff: z.strictObject({ at: Instant, windowName: z.string() }).optional(),
  late: z.strictObject({ count: z.int(), cards: z.array(DeliveryCard) }),
  /** Worst first; what is late is not among them. */
  atRisk: z.strictObject({ count: z.int(), cards: z.array(DeliveryCard) }),
  /** The next 14 days, this one first. */
  capacity: z.array(CapacityDay),
})
export type Today = z.output<typeof Today>

const flag = z.enum(['yes', 'no'])
const cursor = z.string().max(200)
export const deskPage = { entries: 50, mostEntries: 200 } as const
const limit = z.coerce.number().int().min(1).max(deskPage.mostEntries).default(deskPage.entries)

export const DayFilters = z.strictObject({
  /** 'CONFIRMED,PREPARING' */
  status: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(OrderStatus).min(1).max(9))
    .optional(),
  windowId: WindowId.optional(),
  zoneId: ZoneId.optional(),
  paid: flag.optional(),
  productId: ProductId.optional(),
  variantId: VariantId.optional(),
  /** Part of a name, a number, a phone number or a postcode, within the day. */
  q: typed(60).optional(),
})
export type DayFilters = z.output<typeof DayFilters>

const DeliveryPage = z.strictObject({ cards: z.array(DeliveryCard), next: z.string().nullable() })

const reads = { who: { may: 'orders/read' }, limit: 'reads' } as const
const writes = { who: { may: 'orders/write' }, limit: 'writes' } as const
const dayParams = z.strictObject({ day: ShopDay })

/** The day as the florist looks at it: today, the board, lists, and how far each delivery is. */
export const dayBoard = {
  showToday: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/today',
    summary: 'A day at a glance: how far it is, what it brings, what is late or at risk, and the room of 14 days.',
    query: z.strictObject({ day: ShopDay.optional() }),
    reply: Today,
  }),
  showBoard: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/days/:day/board',
    summary: 'The deliveries of a day by status, the first forty of each.',
    params: dayParams,
    query: DayFilters,
    reply: DayBoard,
  }),
  listDeliveries: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/days/:day/deliveries',
    summary: 'The deliveries of a day in the order of their windows, page by page.',
    params: dayParams,
    query: z.strictObject({ ...DayFilters.shape, after: cursor.optional(), limit }),
    reply: DeliveryPage,
    refusals: ['cursor-not-valid'],
  }),
  searchOrders: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/orders',
    summary:
      'Deliveries of all days, the latest day first; with `q` those whose buyer, recipient, number, phone or postcode it is. Three characters at least.',
    query: z.strictObject({ q: typed(60).optional(), after: cursor.optional(), limit }),
    reply: z.strictObject({
      ...DeliveryPage.shape,
      /** There are more than the search looks through: say more of the name. */
      isTooMany: z.boolean(),
    }),
    refusals: ['cursor-not-valid'],
  }),
  markDeliveries: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/deliveries/status',
    summary:
      'Marks deliveries, one or many, each on its own: what may not be marked says why, the others are marked. Doing it twice does no harm.',
    body: z.strictObject({
      deliveryIds: z.array(DeliveryId).min(1).max(500),
      to: Markable,
      note: typed(200).optional(),
    }),
    reply: z.strictObject({
      results: z.array(
        z.discriminatedUnion('outcome', [
          z.strictObject({
            deliveryId: DeliveryId,
            outcome: z.enum(['marked', 'already']),
            status: OrderStatus,
          }),
          z.strictObject({
            deliveryId: DeliveryId,
            outcome: z.literal('refused'),
            because: z.string(),
            status: OrderStatus.optional(),
          }),
        ]),
      ),
    }),
  }),
}

/**
 * Server-sent events: `event: day` with `data: {"day":"2026-11-21"}` whenever something of that day changed, at once when a page opens
 * the stream, and a comment every 20 seconds. Ask the page's own address again; the event says no more than that.
 */
export const dayStream = {
  method: 'GET',
  path: '/desk/days/:day/live',
  who: { may: 'orders/read' },
  limit: 'reads',
} as const
