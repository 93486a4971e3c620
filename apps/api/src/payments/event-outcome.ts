/** The few words by which payment events are counted. What an event's record says of itself is longer and may name more. */
export const eventOutcomes = [
  'confirmed',
  'method-noted',
  'waiting',
  'failed',
  'cancelled',
  'in-vain',
  'refund',
  'refund-failed',
  'dispute',
  'ignored',
  'other',
] as const
export type EventOutcome = (typeof eventOutcomes)[number]

/** The word for what came of an event, by how its record begins. A record that nobody thought of here is 'other': the words stay these. */
export function toEventOutcome(recorded: string): EventOutcome {
  return beginnings.find(([beginning]) => recorded.startsWith(beginning))?.[1] ?? 'other'
}

// Longer ones before those that they begin with.
const beginnings: readonly (readonly [beginning: string, outcome: EventOutcome])[] = [
  ['confirmed', 'confirmed'],
  ['method noted', 'method-noted'],
  ['waiting', 'waiting'],
  ['needs-action', 'waiting'],
  ['processing', 'waiting'],
  ['payment failed', 'failed'],
  ['intent cancelled', 'cancelled'],
  // Money that came and bought nothing.
  ['refunded: ', 'in-vain'],
  ['paid after the hold', 'in-vain'],
  ['second payment', 'in-vain'],
  ['refund failed', 'refund-failed'],
  ['refund', 'refund'],
  ['dispute', 'dispute'],
  ['ignored', 'ignored'],
]
