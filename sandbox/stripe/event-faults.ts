import { matchesType, type StoredEvent } from './events.ts'
import { randomStream } from './ids.ts'

/** What is to become of an event now. */
export type Verdict = 'hold' | 'drop' | { delayMs: number }

/** The order in which held events go out; a shuffle is the same for the same seed. */
export type ReleaseOrder = 'in-order' | 'reversed' | { shuffledBy: string }

/** What can go wrong with events on their way, as the postman asks about it. */
export interface EventFaults {
  judge(event: StoredEvent): Verdict
  losesAnswer(event: StoredEvent): boolean
}

/** The same, as a test sets it. Types may hold a `*`. */
export interface EventFaultControls {
  /** Keeps events back until they are released or dropped. */
  holdEvents(type?: string): void
  heldEvents(): { id: string; type: string; about: string }[]
  /**
   * Sends what is held, each after the one before was answered, and stops holding; `doubled` sends each twice. Answers
   * how many were held.
   */
  releaseEvents(how?: { order?: ReleaseOrder; doubled?: boolean }): number
  /** Forgets what is held and stops holding: these events never arrive. Answers how many. */
  dropHeldEvents(): number
  dropNextEvents(times: number, type?: string): void
  delayEvents(type: string, delayMs: number): void
  /** The next answers to these events get lost after the receiver has done its work, so they are sent again. */
  loseNextAnswers(times: number, type?: string): void
}

interface EventFaultNeeds {
  sendInTurn: (events: readonly StoredEvent[]) => void
  drop: (event: StoredEvent) => void
}

export function createEventFaults({
  sendInTurn,
  drop,
}: EventFaultNeeds): EventFaults & EventFaultControls & { clearEvents(): void } {
  const holding = new Set<string>()
  const delays = new Map<string, number>()
  const drops: Countdown[] = []
  const losses: Countdown[] = []
  let held: StoredEvent[] = []

  function takeHeld(): StoredEvent[] {
    const taken = held
    held = []
    holding.clear()
    return taken
  }

  return {
    judge(event) {
      if (countDown(drops, event)) return 'drop'
      if ([...holding].some((type) => matchesType(type, event.type))) {
        held.push(event)
        return 'hold'
      }
      return { delayMs: longestDelay(delays, event) }
    },
    losesAnswer: (event) => countDown(losses, event),

    holdEvents: (type = '*') => void holding.add(type),
    heldEvents: () => held.map(({ id, type, about }) => ({ id, type, about })),
    releaseEvents({ order = 'in-order', doubled = false } = {}) {
      const released = takeHeld()
      const copies = doubled ? released.flatMap((event) => [event, event]) : released
      sendInTurn(inOrder(copies, order))
      return released.length
    },
    dropHeldEvents() {
      const dropped = takeHeld()
      for (const event of dropped) drop(event)
      return dropped.length
    },
    dropNextEvents: (times, type = '*') => void drops.push({ type, times }),
    delayEvents: (type, delayMs) => void (delayMs > 0 ? delays.set(type, delayMs) : delays.delete(type)),
    loseNextAnswers: (times, type = '*') => void losses.push({ type, times }),
    clearEvents() {
      delays.clear()
      drops.length = 0
      losses.length = 0
      sendInTurn(takeHeld())
    },
  }
}

interface Countdown {
  type: string
  times: number
}

function countDown(counters: Countdown[], event: StoredEvent): boolean {
  const counter = counters.find(({ type, times }) => times > 0 && matchesType(type, event.type))
  if (counter) counter.times--
  return counter !== undefined
}

function longestDelay(delays: ReadonlyMap<string, number>, event: StoredEvent): number {
  let longest = 0
  for (const [type, delayMs] of delays) if (matchesType(type, event.type)) longest = Math.max(longest, delayMs)
  return longest
}

function inOrder(events: StoredEvent[], order: ReleaseOrder): StoredEvent[] {
  if (order === 'in-order') return events
  if (order === 'reversed') return events.toReversed()
  const shuffled = [...events]
  const next = randomStream(order.shuffledBy)
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = next() % (i + 1)
    ;[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!]
  }
  return shuffled
}
