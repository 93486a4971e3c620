import type Stripe from 'stripe'
import { createdFilter, type CreatedFilter, text, whole } from './params.ts'
import { parameterInvalid, resourceMissing } from './stripe-errors.ts'
import type { Row, Table } from './tables.ts'

/** What every list takes. */
export const listParams = {
  limit: whole(1),
  starting_after: text(),
  ending_before: text(),
  created: createdFilter(),
}

export interface Page {
  limit?: number
  starting_after?: string
  ending_before?: string
  created?: CreatedFilter
}

type Listable<T extends Row> = Pick<Table<T>, 'newestFirst' | 'oldestFirst' | 'find'>

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 100

/** One page of a table, newest first, of the rows that `fits` lets through. */
export function pageOf<T extends Row>(
  table: Listable<T>,
  url: string,
  noun: string,
  { limit = DEFAULT_LIMIT, starting_after, ending_before, created }: Page,
  fits: (row: T) => boolean = () => true,
): Stripe.ApiList<T> {
  if (limit > MAX_LIMIT) throw parameterInvalid('limit', `Invalid integer: must be at most ${MAX_LIMIT}`)
  const cursor = starting_after ?? ending_before
  if (cursor && !table.find(cursor)) {
    throw resourceMissing(noun, cursor, starting_after ? 'starting_after' : 'ending_before')
  }

  const data: T[] = []
  let hasMore = false
  // Before a cursor means newer than it, so the walk goes the other way and the page is turned round at the end.
  for (const row of ending_before ? table.oldestFirst(ending_before) : table.newestFirst(starting_after)) {
    if (!isWithin(row.created, created) || !fits(row)) continue
    hasMore = data.length === limit
    if (hasMore) break
    data.push(row)
  }
  if (ending_before) data.reverse()
  return { object: 'list', data, has_more: hasMore, url }
}

/** Rows that are at hand already, oldest first, as a table that can be paged. */
export function asTable<T extends Row>(rows: readonly T[]): Listable<T> {
  const positionOf = (id: string) => rows.findIndex((row) => row.id === id)
  return {
    newestFirst: (olderThan) =>
      rows.slice(0, olderThan === undefined ? rows.length : positionOf(olderThan)).toReversed(),
    oldestFirst: (newerThan) => rows.slice(newerThan === undefined ? 0 : positionOf(newerThan) + 1),
    find: (id) => rows.find((row) => row.id === id),
  }
}

function isWithin(created: number, { gt, gte, lt, lte }: CreatedFilter = {}): boolean {
  return (
    (gt === undefined || created > gt) &&
    (gte === undefined || created >= gte) &&
    (lt === undefined || created < lt) &&
    (lte === undefined || created <= lte)
  )
}
