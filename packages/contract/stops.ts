import { z } from 'zod'
import { DeliveryMethod } from './delivery.ts'
import { AccountId, DeliveryId, OrderId, ProofId, RunId, ZoneId } from './ids.ts'
import { OrderStatus } from './orders.ts'
import { ClockTime, Instant, Permission, ShopDay } from './text.ts'

/** How a stop ended, as it was told last. */
export const StopOutcome = z.enum(['delivered', 'with-neighbour', 'nobody-home'])
export type StopOutcome = z.output<typeof StopOutcome>

/** Nobody home: what then. */
export const NextTry = z.enum(['later-today', 'tomorrow', 'back-to-shop'])

export const StopReport = z.strictObject({
  /** Chosen by the phone; the same key twice is one report. */
  key: z.uuid(),
  outcome: StopOutcome,
  /** By the phone's clock, and never later than it came here. */
  at: Instant,
  who: z.string(),
  /** With which neighbour, or where it stands. */
  where: z.string(),
  note: z.string(),
  next: NextTry.optional(),
  /** `expected`: the phone has one and has not sent it yet. */
  photo: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('expected') }),
    z.strictObject({ kind: z.literal('here'), proofId: ProofId, width: z.int(), height: z.int() }),
  ]),
  /** Came after another one that counts more: kept, and changed nothing. */
  changedNothing: z.boolean(),
})
export type StopReport = z.output<typeof StopReport>

export const Stop = z.strictObject({
  deliveryId: DeliveryId,
  orderId: OrderId,
  number: z.string(),
  status: OrderStatus,
  method: DeliveryMethod,
  zone: z.strictObject({ id: ZoneId, name: z.string() }),
  window: z.strictObject({ name: z.string(), starts: ClockTime, ends: ClockTime }),
  /** 1 for the first; absent without a run. */
  position: z.int().optional(),
  recipient: z.strictObject({
    name: z.string(),
    phone: z.string(),
    line1: z.string(),
    line2: z.string(),
    suburb: z.string(),
    postcode: z.string(),
  }),
  /** Opens the phone's own map at this address. */
  mapUrl: z.url(),
  instructions: z.string(),
  /** The sender must not be named at the door. */
  anonymous: z.boolean(),
  /** "Saturday Peonies, large" */
  boxes: z.array(z.strictObject({ name: z.string(), quantity: z.int() })),
  /** What counts of its reports; absent while it is still to come. */
  outcome: StopReport.optional(),
  reports: z.array(StopReport),
  can: z.strictObject({ report: Permission }),
})
export type Stop = z.output<typeof Stop>

export const Driver = z.strictObject({ accountId: AccountId, name: z.string() })

export const Run = z.strictObject({
  id: RunId,
  /** "Run 1" */
  number: z.int(),
  driver: Driver.nullable(),
  stops: z.array(Stop),
  /** When it left the shop. */
  departedAt: Instant.optional(),
  can: z.strictObject({ depart: Permission, remove: Permission }),
})
export type Run = z.output<typeof Run>

export const DayRuns = z.strictObject({
  day: ShopDay,
  /** Give it back with a change: of two people who arrange the same day, the second is told. */
  version: z.int(),
  runs: z.array(Run),
  withoutRun: z.array(Stop),
  /** Who can be given a run: staff with the role driver first, then all others. */
  drivers: z.array(Driver),
})
export type DayRuns = z.output<typeof DayRuns>

export const DriverDay = z.strictObject({
  day: ShopDay,
  /** The shop's clock when this was answered. */
  at: Instant,
  timeZone: z.string(),
  driver: z.string(),
  /** The caller's own, in the order of their departure; empty when she has none today. */
  runs: z.array(Run),
  shopPhone: z.string(),
})
export type DriverDay = z.output<typeof DriverDay>

/** Longest side of a kept proof, and the most a phone may send: a photograph of 50 megapixels is below it. */
export const proofLimits = { longestSide: 1_600, mostBytes: 20 * 1024 * 1024, perStop: 4 } as const
