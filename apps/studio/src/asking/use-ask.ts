import type { Answered, Asked, Line } from '@flora/client/client.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { nowMs } from '@flora/calendar/wall-time.ts'
import { ask, type Known, knownOf, listenTo, questionFor } from './answers.ts'

export interface Answer<T> {
  /** The last answer, also while it is asked again. */
  readonly data: T | undefined
  /** Why the last asking failed; there may be older data beside it. */
  readonly problem: Problem | undefined
  readonly isAsking: boolean
  /** `data` answers the question before this one, whose answer is not there yet. */
  readonly isBefore: boolean
  readonly again: () => Promise<void>
}

// An answer this young is not asked for again because a page is opened; news of changes come by themselves.
const freshMs = 5_000
const nothingKnown: Known = { isAsking: false, at: 0 }

/**
 * Asks the shop a question of the contract and keeps its answer: `useAsk('GET /staff', {})`. It is asked again when something was
 * done or changed elsewhere, and when the window is looked at again. Asks nothing while `asked` is undefined.
 */
export function useAsk<L extends Line>(line: L, asked: Asked<L> | undefined): Answer<Answered<L>> {
  const key = asked === undefined ? undefined : questionFor(line, asked)
  const known = useSyncExternalStore(
    useCallback((listener) => (key === undefined ? () => undefined : listenTo(key, listener)), [key]),
    () => (key === undefined ? nothingKnown : (knownOf(key) ?? nothingKnown)),
  )
  useEffect(() => {
    if (key !== undefined && nowMs() - (knownOf(key)?.at ?? 0) > freshMs) void ask(key)
  }, [key])
  useEffect(() => {
    if (key === undefined) return
    const look = (): void => {
      if (document.visibilityState === 'visible' && nowMs() - (knownOf(key)?.at ?? 0) > freshMs) void ask(key)
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [key])

  const [before, setBefore] = useState<unknown>(undefined)
  if (known.data !== undefined && known.data !== before) setBefore(known.data)
  const isBefore = known.data === undefined && before !== undefined && known.problem === undefined
  return {
    data: (isBefore ? before : known.data) as Answered<L> | undefined,
    problem: known.problem,
    isAsking: known.isAsking || (key !== undefined && known.data === undefined && known.problem === undefined),
    isBefore,
    again: useCallback(() => (key === undefined ? Promise.resolve() : ask(key)), [key]),
  }
}
