import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { type VariantId, WindowId, ZoneId } from './ids.ts'
import { Money } from './money.ts'
import { ClockTime, Instant, Obstacle, Postcode, ShopDay, typed } from './text.ts'

export const DeliveryMethod = z.enum(['standard', 'express', 'pick-up'])
export type DeliveryMethod = z.output<typeof DeliveryMethod>

/** Days the calendar answers for, today included. */
export const calendarDays = 90

export const CalendarWindow = z.strictObject({
  id: WindowId,
  method: DeliveryMethod,
  /** "8 am to 12 noon" */
  name: z.string(),
  starts: ClockTime,
  ends: ClockTime,
  open: z.boolean(),
  /** Why not, when it is not open. */
  reason: Obstacle.optional(),
  /** What this window costs on this day, the surge fee included. */
  fee: Money,
  /** Given from 20 down; otherwise there is room. */
  placesLeft: z.int().optional(),
  /** The last instant at which an order is taken. */
  cutOffAt: Instant,
})
export type CalendarWindow = z.output<typeof CalendarWindow>

export const CalendarDay = z.strictObject({
  day: ShopDay,
  open: z.boolean(),
  /**
   * Codes: sold-out, past-cut-off, closed, out-of-season, lead-time, no-run, full, bench-full.
   */
  reason: Obstacle.optional(),
  surge: z.strictObject({ name: z.string(), fee: Money }).optional(),
  /** The cheapest open window that goes to a door. */
  from: Money.optional(),
  /** Places left over all its windows, given from 20 down. */
  placesLeft: z.int().optional(),
  windows: z.array(CalendarWindow),
})
export type CalendarDay = z.output<typeof CalendarDay>

export const DeliveryCalendar = z.strictObject({
  postcode: Postcode,
  suburbs: z.array(z.string()),
  zone: z.strictObject({ id: ZoneId, name: z.string() }).optional(),
  /** Why no van goes there, when none does. Pick-up may still be open. */
  unserved: Obstacle.optional(),
  today: ShopDay,
  /** The shop's clock when this was answered. */
  at: Instant,
  timeZone: z.string(),
  days: z.array(CalendarDay),
})
export type DeliveryCalendar = z.output<typeof DeliveryCalendar>

export const Place = z.strictObject({ postcode: z.string(), suburb: z.string(), zone: z.string() })
export type Place = z.output<typeof Place>

/** Variants and quantities as 'var_a:2,var_b:1'. */
export const CalendarLines = z
  .string()
  .max(2_000)
  .regex(/^var_[0-9a-z-]+:\d{1,2}(,var_[0-9a-z-]+:\d{1,2})*$/)
  .transform((text) =>
    text.split(',').map((part) => {
      const [variantId, quantity] = part.split(':')
      return { variantId: variantId as z.output<typeof VariantId>, quantity: Number(quantity) }
    }),
  )

export const ShopFacts = z.strictObject({
  name: z.string(),
  tagline: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  abn: z.string(),
  timeZone: z.string(),
  currency: z.literal('AUD'),
  /** Monday first; absent hours mean closed. */
  hours: z.array(z.strictObject({ days: z.string(), text: z.string() })),
  today: ShopDay,
  zones: z.array(
    z.strictObject({
      name: z.string(),
      postcodes: z.array(z.string()),
      windows: z.array(
        z.strictObject({ name: z.string(), method: DeliveryMethod, days: z.string(), fee: Money, cutOff: z.string() }),
      ),
    }),
  ),
  closures: z.array(z.strictObject({ day: ShopDay, reason: z.string() })),
  surges: z.array(z.strictObject({ from: ShopDay, until: ShopDay, name: z.string(), fee: Money })),
  payments: z.strictObject({
    mode: z.enum(['sandbox', 'stripe']),
    publishableKey: z.string(),
    apiBase: z.string().optional(),
  }),
})
export type ShopFacts = z.output<typeof ShopFacts>

export const delivery = {
  showCalendar: endpoint({
    method: 'GET',
    path: '/delivery/calendar',
    summary:
      'Which of the next 90 days these products can come to a postcode, in which windows, for how much, and why not the others.',
    query: z.strictObject({
      postcode: Postcode,
      lines: CalendarLines.optional(),
      days: z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number)
        .pipe(z.int().min(1).max(calendarDays))
        .optional(),
    }),
    reply: DeliveryCalendar,
    who: 'anyone',
    limit: 'reads',
  }),
  findPlaces: endpoint({
    method: 'GET',
    path: '/delivery/places',
    summary: 'Suburbs and postcodes that begin with what was typed.',
    query: z.strictObject({ q: typed(40) }),
    reply: z.array(Place),
    who: 'anyone',
    limit: 'reads',
  }),
  showShop: endpoint({
    method: 'GET',
    path: '/shop',
    summary: 'The shop itself: address, hours, zones, closures, and how it takes payments.',
    reply: ShopFacts,
    who: 'anyone',
    limit: 'reads',
  }),
}
