import type { Clock } from '../../platform/clock.ts'

// Long enough that a provider which is down costs the shop next to nothing, short enough that nobody notices when it is back.
const restSeconds = 5

/** Asks, unless somebody asked in vain a few seconds ago: then everybody hears of that failure at once. */
export type Asking = <T>(ask: () => Promise<T>) => Promise<T>

export function openRest(clock: Clock): Asking {
  let failure: { at: Temporal.Instant; error: unknown } | undefined
  return async (ask) => {
    if (failure && Temporal.Instant.compare(clock.now(), failure.at.add({ seconds: restSeconds })) < 0)
      throw failure.error
    try {
      return await ask()
    } catch (error) {
      failure = { at: clock.now(), error }
      throw error
    }
  }
}

/** Asks once for all who wait, and never again once there was an answer. */
export function openOnce<T>(clock: Clock, ask: () => Promise<T>): () => Promise<T> {
  const asking = openRest(clock)
  let answer: Promise<T> | undefined
  return () => {
    answer ??= asking(ask).catch((error: unknown) => {
      answer = undefined
      throw error
    })
    return answer
  }
}
