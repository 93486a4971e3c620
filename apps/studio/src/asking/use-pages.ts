import type { Answered, Asked, Line } from '@flora/client/client.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { useCallback, useEffect, useReducer, useState } from 'react'
import { nowMs } from '@flora/calendar/wall-time.ts'
import { ask, keyOf, knownOf, listenTo, questionFor } from './answers.ts'

export interface Pages<T> {
  /** The pages that are there, in their order. */
  readonly pages: readonly T[]
  readonly problem: Problem | undefined
  readonly isAsking: boolean
  /** There are more, and they can be asked for. */
  readonly hasMore: boolean
  readonly more: () => void
  readonly again: () => void
}

const freshMs = 5_000

/** A list that comes page by page, each naming the next (`next`, which goes back as `query.after`). Every page stays new. */
export function usePages<L extends Line>(
  line: L,
  asked: Asked<L>,
  { after = 'after' }: { after?: string } = {},
): Pages<Answered<L>> {
  const list = keyOf(line, asked)
  const [cursors, setCursors] = useState<{ list: string; after: readonly string[] }>({ list, after: [] })
  const following = cursors.list === list ? cursors.after : []
  const keys = [undefined, ...following].map((cursor) =>
    questionFor(line, cursor === undefined ? asked : withCursor(asked, after, cursor)),
  )
  const joined = keys.join('\n')
  const [, changed] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    const stops = joined.split('\n').map((key) => {
      const stop = listenTo(key, changed)
      if (nowMs() - (knownOf(key)?.at ?? 0) > freshMs) void ask(key)
      return stop
    })
    return () => stops.forEach((stop) => stop())
  }, [joined])

  const known = keys.map((key) => knownOf(key))
  const pages = known.flatMap((one) => (one?.data === undefined ? [] : [one.data as Answered<L>]))
  const next = pages.length === keys.length ? nextOf(pages.at(-1)) : undefined
  const problem = known.find((one) => one?.problem !== undefined)?.problem
  return {
    pages,
    problem,
    isAsking: problem === undefined && (pages.length < keys.length || known.some((one) => one?.isAsking === true)),
    hasMore: next !== undefined,
    more: () => next !== undefined && setCursors({ list, after: [...following, next] }),
    again: useCallback(() => joined.split('\n').forEach((key) => void ask(key)), [joined]),
  }
}

function withCursor<L extends Line>(asked: Asked<L>, name: string, cursor: string): Asked<L> {
  const { query } = asked as { query?: object }
  return { ...asked, query: { ...query, [name]: cursor } }
}

function nextOf(page: unknown): string | undefined {
  const next = (page as { next?: string | number | null } | undefined)?.next
  return next === null || next === undefined ? undefined : String(next)
}
