import { type Fault, type FaultKind, faultKinds } from './fault.ts'
import { type Lot, lotOf } from './lot.ts'

/** Something that is brought when so many buyers have begun. */
export interface Planned<T> {
  readonly atBuyer: number
  readonly what: T
}

export interface Plan {
  readonly faults: readonly Planned<Fault>[]
  /** The shop's time passes, for all at once: no fault, but what lets holds end and rounds come round. Minutes. */
  readonly passing: readonly Planned<number>[]
}

export interface PlanWish {
  readonly seed: number
  readonly orders: number
  readonly faults: number
  /** What cannot be brought on this machine. */
  readonly without: readonly FaultKind[]
  /** Only these kinds, when there are any. */
  readonly only?: readonly FaultKind[]
}

/** When what goes wrong: the same for the same wish, whatever the machine's speed. Every kind comes once before any comes by its weight. */
export function makePlan({ seed, orders, faults, without, only = [] }: PlanWish): Plan {
  const lot = lotOf(seed, 'plan')
  const possible = (Object.keys(faultKinds) as FaultKind[]).filter(
    (kind) => !without.includes(kind) && (only.length === 0 || only.includes(kind)),
  )
  const kinds = possible.slice(0, faults)
  while (kinds.length < faults)
    kinds.push(lot.weighed(possible.map((kind) => [kind, faultKinds[kind].weight] as const)))
  const inOrder = lot.shuffled(kinds)
  return {
    faults: inOrder.map((kind, place) => ({
      atBuyer: placeOf(lot, { place, of: inOrder.length, orders }),
      what: drawn(kind, lot),
    })),
    passing: passingOf(lotOf(seed, 'passing'), orders),
  }
}

// Not before there are orders to harm, not after the last could be; and never two at one moment by rule.
function placeOf(lot: Lot, { place, of, orders }: { place: number; of: number; orders: number }): number {
  return Math.round(orders * (0.03 + 0.9 * ((place + lot.share() * 0.9) / of)))
}

// Twenty minutes are a hold: so that some end, and those who pay late come late, while others are paid.
function passingOf(lot: Lot, orders: number): Planned<number>[] {
  const beats = Math.max(14, Math.min(60, Math.round(orders / 150)))
  return Array.from({ length: beats }, (_, beat) => ({
    atBuyer: Math.round((orders * (beat + 1)) / (beats + 1)),
    what: lot.between(5, 13),
  }))
}

/** The shop's hours from the first buyer to the last, without what jumps add. */
export function minutesOf({ passing }: Plan): number {
  return passing.reduce((sum, { what }) => sum + what, 0)
}

function drawn(kind: FaultKind, lot: Lot): Fault {
  const which = () =>
    lot.weighed([
      ['first', 2],
      ['second', 2],
      ['both', 1],
    ] as const)
  switch (kind) {
    case 'kill-serve':
    case 'kill-work':
      return { kind, which: which(), forMs: lot.between(100, 1_500) }
    case 'freeze-serve':
    case 'freeze-work':
      return { kind, which: which(), forMs: lot.between(1_000, 4_000) }
    case 'kill-database':
    case 'restart-database':
      return { kind, forMs: lot.between(100, 2_500) }
    case 'cut-connections':
      return { kind, share: lot.pick([1, 1, 0.5]) }
    case 'cache-gone':
      return { kind, forMs: lot.between(1_000, 4_000) }
    case 'events-lost':
      return { kind, count: lot.between(5, 40) }
    case 'event-answers-lost':
      return { kind, count: lot.between(5, 40) }
    case 'events-shuffled':
      return { kind, forMs: lot.between(1_000, 4_000) }
    case 'events-late':
      return { kind, delayMs: lot.between(1_000, 5_000), forMs: lot.between(2_000, 5_000) }
    case 'events-past-hold':
    case 'clock-over-night':
      return { kind }
    case 'stripe-slow':
      return { kind, delayMs: lot.between(200, 1_500), forMs: lot.between(2_000, 5_000) }
    case 'stripe-hangs':
      return { kind, forMs: lot.between(500, 2_000) }
    case 'stripe-fails':
      return {
        kind,
        with: lot.pick([500, 500, 503, 429, 'reset'] as const),
        when: lot.pick(['before', 'during', 'after', 'after'] as const),
        percent: lot.between(20, 100),
        forMs: lot.between(1_000, 5_000),
      }
    case 'mail-away':
      return { kind, forMs: lot.between(1_000, 5_000) }
    case 'mail-slow':
      return { kind, forMs: lot.between(2_000, 5_000) }
    case 'mail-refuses':
    case 'mail-cut':
    case 'mail-answer-lost':
      return { kind, count: lot.between(2, 12) }
    case 'disk-full':
      return { kind, forMs: lot.between(1_500, 5_000) }
    case 'clock-jump':
      return { kind, minutes: lot.between(25, 70) }
    case 'clock-wrong':
      return {
        kind,
        door: lot.between(1, 4),
        seconds: lot.between(20, 180) * lot.pick([1, -1]),
        forMs: lot.between(2_000, 8_000),
      }
  }
}
