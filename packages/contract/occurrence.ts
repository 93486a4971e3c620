import { z } from 'zod'
import { OccurrenceId, WindowId } from './ids.ts'
import { Money } from './money.ts'
import { OrderLink } from './orders.ts'
import { ClockTime, Instant, Permission, ShopDay } from './text.ts'

export const OccurrenceState = z.enum(['planned', 'charging', 'paid', 'skipped', 'failed', 'cancelled', 'could-not'])
export type OccurrenceState = z.output<typeof OccurrenceState>

/** The first day and the last of those on which a surprise may come. */
export const Between = z.strictObject({ from: ShopDay, until: ShopDay })

/** One delivery of a subscription. A surprise that is still to come says between which days, and no more. */
export const Occurrence = z.strictObject({
  id: OccurrenceId,
  state: OccurrenceState,
  /** In words, for what will not come. */
  because: z.string().optional(),
  day: ShopDay.optional(),
  between: Between.optional(),
  /** Days in between on which nothing goes out in its window: it is on none of them. */
  notOn: z.array(ShopDay).optional(),
  window: z.strictObject({ id: WindowId, name: z.string(), starts: ClockTime, ends: ClockTime }).optional(),
  price: Money.optional(),
  /** Until when it can be skipped, moved or changed; and when the card is charged. */
  lastChangeAt: Instant.optional(),
  chargeAt: Instant.optional(),
  /** When the card did not pay: until when she can pay by the order's page. */
  payUntil: Instant.optional(),
  /** The order's page, as soon as it is hers to look at. */
  orderLink: OrderLink.optional(),
  can: z.strictObject({ skip: Permission, unskip: Permission, move: Permission }),
})
export type Occurrence = z.output<typeof Occurrence>
