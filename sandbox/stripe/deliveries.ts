import type { Row } from './tables.ts'

/** How far an event has come. `unsent` has no endpoint that wants it; `held` and `dropped` are faults asked for. */
export interface Delivery extends Row {
  state: 'unsent' | 'waiting' | 'held' | 'delivered' | 'dropped' | 'given-up'
  attempts: number
  lastAnswer: string | null
}

export function isDelivered(delivery: Delivery | undefined): boolean {
  return delivery === undefined || delivery.state === 'delivered' || delivery.state === 'unsent'
}
