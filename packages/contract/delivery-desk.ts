import { z } from 'zod'
import { DeliveryMethod } from './delivery.ts'
import { OrderId, ProductId, SurgeId, WindowId, ZoneId } from './ids.ts'
import { Money } from './money.ts'
import { ClockTime, Instant, Postcode, ShopDay, Slug, typed } from './text.ts'

/** How full something is: `capacity` of a day that was lowered below what is taken shows as what is taken. */
export const Fill = z.strictObject({ capacity: z.int(), taken: z.int(), left: z.int() })
export type Fill = z.output<typeof Fill>

/** What a closure shuts: the shop, a zone, or a window. */
export const ClosureScope = z.enum(['shop', 'zone', 'window'])

export const DeskClosure = z.strictObject({
  day: ShopDay,
  scope: ClosureScope,
  zoneId: ZoneId.optional(),
  windowId: WindowId.optional(),
  /** What shoppers read. */
  reason: z.string(),
})
export type DeskClosure = z.output<typeof DeskClosure>

export const DeskSurge = z.strictObject({
  id: SurgeId,
  name: z.string(),
  from: ShopDay,
  until: ShopDay,
  fee: Money,
})
export type DeskSurge = z.output<typeof DeskSurge>

/** A day in the month's grid. */
export const DeskCalendarDay = z.strictObject({
  day: ShopDay,
  isPast: z.boolean(),
  /** Whether at least one window that goes to a door is not closed. */
  open: z.boolean(),
  /** Why not: the closure's reason, or that nobody works on that weekday. */
  closedBecause: z.string().optional(),
  /** Closures of that day, of whatever scope. */
  closures: z.array(DeskClosure),
  surge: DeskSurge.optional(),
  places: Fill,
  zones: z.array(z.strictObject({ zoneId: ZoneId, closed: z.boolean(), places: Fill })),
  benchMinutes: Fill,
  /** Undelivered orders of that day. */
  orders: z.int(),
})
export type DeskCalendarDay = z.output<typeof DeskCalendarDay>

export const DeskMonth = z.strictObject({
  month: z.string(),
  today: ShopDay,
  days: z.array(DeskCalendarDay),
  zones: z.array(z.strictObject({ id: ZoneId, name: z.string(), pickUp: z.boolean() })),
  /** Of everything the delivery desk arranges: a change names the one it was made from. */
  version: z.int(),
})
export type DeskMonth = z.output<typeof DeskMonth>

export const DeskDayWindow = z.strictObject({
  windowId: WindowId,
  zoneId: ZoneId,
  method: DeliveryMethod,
  name: z.string(),
  starts: ClockTime,
  ends: ClockTime,
  fee: Money,
  cutOffAt: Instant,
  closedBecause: z.string().optional(),
  places: Fill,
  /** What it has on such a day when nobody says otherwise. */
  usualCapacity: z.int(),
  /** Given when somebody said otherwise for this day. */
  ownCapacity: z.int().optional(),
  orders: z.int(),
})
export type DeskDayWindow = z.output<typeof DeskDayWindow>

/** A change that somebody made. */
export const DeliveryChange = z.strictObject({
  version: z.int(),
  at: Instant,
  who: z.string(),
  /** 'Closed the evening windows of 14 February 2027 (Valentine’s is full).' */
  what: z.string(),
})
export type DeliveryChange = z.output<typeof DeliveryChange>

export const DeskDay = DeskCalendarDay.extend({
  windows: z.array(DeskDayWindow),
  usualBenchMinutes: z.int(),
  ownBenchMinutes: z.int().optional(),
  /** Latest first. */
  changes: z.array(DeliveryChange),
  version: z.int(),
})
export type DeskDay = z.output<typeof DeskDay>

export const DeskWindow = z.strictObject({
  id: WindowId,
  zoneId: ZoneId,
  method: DeliveryMethod,
  name: z.string(),
  starts: ClockTime,
  ends: ClockTime,
  /** ISO weekdays, Monday is 1. */
  weekdays: z.array(z.int().min(1).max(7)),
  fee: Money,
  /** Places on such a day. */
  capacity: z.int(),
  cutOff: ClockTime,
  cutOffDaysBefore: z.int(),
  active: z.boolean(),
})
export type DeskWindow = z.output<typeof DeskWindow>

export const ServedPlace = z.strictObject({ postcode: Postcode, suburbs: z.array(z.string()) })
export type ServedPlace = z.output<typeof ServedPlace>

export const DeskZone = z.strictObject({
  id: ZoneId,
  name: z.string(),
  position: z.int(),
  pickUp: z.boolean(),
  places: z.array(ServedPlace),
  windows: z.array(DeskWindow),
})
export type DeskZone = z.output<typeof DeskZone>

export const DeliveryArrangements = z.strictObject({
  zones: z.array(DeskZone),
  /** From today on. */
  closures: z.array(DeskClosure),
  surges: z.array(DeskSurge),
  /** Monday first: what the florists can tie on such a day. */
  benchMinutes: z.array(z.int()),
  /** Products that need longer than the window's cut-off; changed at the catalogue's desk. */
  leadTimes: z.array(z.strictObject({ productId: ProductId, slug: Slug, name: z.string(), days: z.int() })),
  version: z.int(),
})
export type DeliveryArrangements = z.output<typeof DeliveryArrangements>

/** An order that a change would leave outside of what the shop offers. Comes with the refusal `orders-would-break`. */
export const BrokenOrder = z.strictObject({
  orderId: OrderId,
  number: z.string(),
  day: ShopDay,
  windowName: z.string(),
  postcode: z.string(),
})
export type BrokenOrder = z.output<typeof BrokenOrder>

/** What `orders-would-break` carries beside its sentence. */
export const WouldBreak = z.object({
  /** What happens to them if it is done even so. */
  consequence: z.string(),
  orders: z.array(BrokenOrder),
  /** `orders` names at most 100 of them. */
  total: z.int(),
})
export type WouldBreak = z.output<typeof WouldBreak>

/** What `changed-meanwhile` carries beside its sentence: what others did since, to the same thing. */
export const ChangedMeanwhile = z.object({ changes: z.array(DeliveryChange), version: z.int() })
export type ChangedMeanwhile = z.output<typeof ChangedMeanwhile>

const capacity = z.int().min(0).max(5_000)
export const minutes = z.int().min(0).max(100_000)
export const reason = typed(120).pipe(z.string().min(1, 'Please say what shoppers will read.'))
const name = typed(80).pipe(z.string().min(1, 'Please give it a name.'))
const feeMinor = z.int().min(0).max(100_000)
const weekdays = z
  .array(z.int().min(1).max(7))
  .max(7)
  .transform((days) => [...new Set(days)].toSorted((a, b) => a - b))

/** What every change says: the version it was made from, and whether orders that it breaks are known and accepted. */
export const change = { version: z.int().min(0), evenSo: z.boolean().optional() }

/** Which windows, on each of the days: all, those of zones, named ones, or those that begin at a time or later. */
export const WindowChoice = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('shop') }),
  z.strictObject({ of: z.literal('zones'), zoneIds: z.array(ZoneId).min(1).max(50) }),
  z.strictObject({ of: z.literal('windows'), windowIds: z.array(WindowId).min(1).max(200) }),
  z.strictObject({ of: z.literal('hours'), from: ClockTime }),
])
export type WindowChoice = z.output<typeof WindowChoice>

export const days = z
  .array(ShopDay)
  .min(1, 'Please name a day.')
  .max(92, 'Please close at most three months at a time.')
  .transform((all) => [...new Set(all)].toSorted())

export const DayChange = z.strictObject({
  ...change,
  /** Places of the whole day, shared out over its windows by what they usually have. null is as usual again. */
  places: capacity.nullable().optional(),
  /** The same for zones; a zone that is named goes before `places`. */
  zones: z
    .array(z.strictObject({ zoneId: ZoneId, places: capacity.nullable() }))
    .max(50)
    .optional(),
  /** Single windows; they go before both. */
  windows: z
    .array(z.strictObject({ windowId: WindowId, places: capacity.nullable() }))
    .max(200)
    .optional(),
  benchMinutes: minutes.nullable().optional(),
})
export type DayChange = z.output<typeof DayChange>

const zoneParts = {
  name,
  position: z.int().min(0).max(1_000),
  /** The whole list; a postcode is in one zone only. */
  places: z
    .array(
      z.strictObject({
        postcode: Postcode,
        suburbs: z
          .array(typed(60).pipe(z.string().min(1)))
          .min(1, 'Please name the suburb.')
          .max(40),
      }),
    )
    .max(600),
}
export const NewZone = z.strictObject({
  version: change.version,
  name,
  position: zoneParts.position.optional(),
  pickUp: z.boolean().optional(),
  places: zoneParts.places.optional(),
})
export type NewZone = z.output<typeof NewZone>

export const ZoneChange = z.strictObject({
  ...change,
  name: name.optional(),
  position: zoneParts.position.optional(),
  places: zoneParts.places.optional(),
})
export type ZoneChange = z.output<typeof ZoneChange>

const windowParts = {
  method: DeliveryMethod,
  name,
  starts: ClockTime,
  ends: ClockTime,
  weekdays,
  feeMinor,
  capacity,
  cutOff: ClockTime,
  cutOffDaysBefore: z.int().min(0).max(30),
}
const endsLater = ({ starts, ends }: { starts?: string | undefined; ends?: string | undefined }) =>
  starts === undefined || ends === undefined || ends > starts
const whenEndsEarlier = { error: 'A window ends after it begins.', path: ['ends'] }
export const NewWindow = z
  .strictObject({ version: change.version, zoneId: ZoneId, ...windowParts })
  .refine(endsLater, whenEndsEarlier)
export type NewWindow = z.output<typeof NewWindow>

export const WindowChange = z
  .strictObject({ ...windowParts, active: z.boolean() })
  .partial()
  .extend(change)
  .refine(endsLater, whenEndsEarlier)
export type WindowChange = z.output<typeof WindowChange>

export const surgeParts = { name, from: ShopDay, until: ShopDay, feeMinor }
