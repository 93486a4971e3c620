import type { ProofId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import type { Permission } from '@flora/contract/text.ts'

export type Outcome = 'delivered' | 'with-neighbour' | 'nobody-home'
export type Next = 'later-today' | 'tomorrow' | 'back-to-shop'

/** What a driver said of a stop, once. */
export interface Report {
  readonly key: string
  readonly outcome: Outcome
  readonly at: string
  readonly receivedAt: string
  readonly who: string
  readonly where: string
  readonly note: string
  readonly next: Next | null
  readonly hasPhoto: boolean
  readonly changedNothing: boolean
  readonly proof: { readonly id: ProofId; readonly width: number; readonly height: number } | null
}

/**
 * The report that counts. What was handed over stays handed over, whatever else is said of that stop; of several such words the
 * last one is best informed. Phones tell late and in any order, so it is what happened last that counts and not what came last.
 */
export function reportThatCounts<R extends Pick<Report, 'key' | 'outcome' | 'at' | 'receivedAt'>>(
  reports: readonly R[],
): R | undefined {
  const handedOver = reports.filter(({ outcome }) => isHandedOver(outcome))
  return (handedOver.length > 0 ? handedOver : reports).toSorted(byTime).at(-1)
}

export function isHandedOver(outcome: Outcome): boolean {
  return outcome !== 'nobody-home'
}

// Phones that agree to the millisecond are told apart by when they were heard, and at last by their keys: any order will do, if it
// is the same one each time.
function byTime(a: Pick<Report, 'at' | 'receivedAt' | 'key'>, b: Pick<Report, 'at' | 'receivedAt' | 'key'>): number {
  return compare(a.at, b.at) || compare(a.receivedAt, b.receivedAt) || (a.key < b.key ? -1 : 1)
}

function compare(a: string, b: string): number {
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b))
}

/** What a report means for its delivery: the state it comes to, or that it stays as it is. */
export function statusAfter(
  status: OrderStatus,
  { outcome, next }: { outcome: Outcome; next: Next | null },
): OrderStatus {
  switch (status) {
    case 'PENDING':
    case 'CANCELLED':
    case 'REFUNDED':
    case 'DELIVERED':
      return status
    case 'CONFIRMED':
    case 'PREPARING':
    case 'READY':
    case 'OUT_FOR_DELIVERY':
    case 'NOT_DELIVERED':
      if (isHandedOver(outcome)) return 'DELIVERED'
      // What is tried again stays in the van; what comes back to the shop waits for somebody to decide.
      return next === 'later-today' ? 'OUT_FOR_DELIVERY' : 'NOT_DELIVERED'
  }
}

/** Whether anything can be said of a stop. Of one that was cancelled on the way a report is still a fact, and is kept. */
export function mayReport(status: OrderStatus): Permission {
  return status === 'PENDING'
    ? { ok: false, because: 'This order isn’t paid yet, so there is nothing to deliver.' }
    : { ok: true }
}

// Longer than any phone waits in a drawer: then its clock is wrong, and not its owner slow.
const longestQueueHours = 7 * 24

/** When it happened by the phone's clock, as far as that can be believed. */
export function believedTime(told: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const isTooLate = Temporal.Instant.compare(told, now) > 0
  const isTooEarly = Temporal.Instant.compare(told, now.subtract({ hours: longestQueueHours })) < 0
  return isTooLate || isTooEarly ? now : told
}
