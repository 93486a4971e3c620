import { type Db, rows } from './db.ts'
import { sql } from './sql.ts'

/** How a queue stands. */
export interface Waiting {
  readonly job: string
  /** Could be done now and is not. */
  readonly waiting: number
  readonly oldestSeconds: number
  /** Of the last day, as the queue counts them once a minute: their tries are used up. */
  readonly givenUp: number
}

/** How every queue stands, by one statement. What waits has an index of its own; what is done is not looked at. */
export function listWaiting(db: Db): Promise<Waiting[]> {
  return rows(
    db,
    sql`with waiting as (
          select name, count(*)::int as waiting, extract(epoch from now() - min(start_after))::float8 as oldest
          from jobs.job where state < 'active' and not blocked and start_after <= now() group by name)
        select q.name as job, coalesce(w.waiting, 0) as waiting, coalesce(w.oldest, 0) as "oldestSeconds", q.failed_count as "givenUp"
        from jobs.queue q left join waiting w using (name) where q.name like '%/%' order by q.name`,
  )
}
