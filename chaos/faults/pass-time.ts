import pg from 'pg'
import type { World } from '../world/open-world.ts'

/** What comes round by the clock within minutes, and would have come round meanwhile. */
const rounds = [
  'orders/release-expired-holds',
  'payments/reconcile',
  'notifications/send-unsent',
  'catalog/bring-in-prices',
]

/**
 * Lets the shop's time pass: every clock goes ahead, jobs that wait for later are due earlier, and what comes round by the clock comes round.
 * The queue goes by PostgreSQL's clock, which nobody may move, so its times are moved instead.
 */
export async function passTime(world: World, minutes: number): Promise<void> {
  world.clock.moveAhead(minutes)
  // A database that is down at this moment has its jobs moved the next time.
  await withJobs(world, async (client) => {
    await client.query(
      `update jobs.job set start_after = start_after - make_interval(mins => $1) where state in ('created', 'retry') and start_after > now()`,
      [minutes],
    )
    await client.query(
      `insert into jobs.job (name, data, start_after, expire_seconds, deletion_seconds, retry_limit, retry_delay, retry_backoff, policy)
       select name, '{}', now(), 120, 86400, 0, 2, true, 'standard' from unnest($1::text[]) as name`,
      [rounds],
    )
    await wakeWorkers(client)
  }).catch(() => undefined)
}

/** Workers are told of jobs as they are made; of those whose time was moved they are told here, else they look every quarter of a minute. */
export async function wakeWorkers(client: pg.Client): Promise<void> {
  await client.query(
    `select pg_notify('jobs', name) from (select distinct name from jobs.job where state in ('created', 'retry') and start_after <= now()) as due`,
  )
}

/** Asks the queue's tables. */
export async function withJobs<T>({ shop }: World, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: shop.database, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
