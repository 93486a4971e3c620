import type { StoredEvent } from './events.ts'

/** The way out: a few events at a time, and a view of when it is empty. */
export interface Outbox {
  /** Sends an event as soon as there is room. */
  soon(event: StoredEvent): void
  /** Sends events each after the one before was answered. */
  inTurn(events: readonly StoredEvent[]): void
  holds(eventId: string): boolean
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>
}

/** Enough for a busy shop; further deliveries queue for their turn. */
const CONNECTIONS = 32

export function createOutbox(attempt: (event: StoredEvent) => Promise<void>): Outbox {
  const queue: StoredEvent[] = []
  const onTheRoad = new Set<string>()
  const wakers = new Set<() => void>()
  let pumping: NodeJS.Immediate | undefined
  let sending = 0
  let underWay = 0

  function takeUp(event: StoredEvent): void {
    underWay++
    onTheRoad.add(event.id)
  }

  function arrived(event: StoredEvent): void {
    onTheRoad.delete(event.id)
    underWay--
    if (underWay > 0) return
    for (const wake of wakers) wake()
    wakers.clear()
  }

  function pump(): void {
    pumping = undefined
    while (sending < CONNECTIONS) {
      const event = queue.shift()
      if (!event) return
      sending++
      void attempt(event).finally(() => {
        sending--
        arrived(event)
        pump()
      })
    }
  }

  return {
    soon(event) {
      takeUp(event)
      queue.push(event)
      // The answer to the request that caused an event is on its way before the event is.
      pumping ??= setImmediate(pump)
    },
    inTurn(events) {
      for (const event of events) takeUp(event)
      setImmediate(async () => {
        for (const event of events) await attempt(event).finally(() => arrived(event))
      })
    },
    holds: (eventId) => onTheRoad.has(eventId),
    settled: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => wakers.add(resolve))),
  }
}
