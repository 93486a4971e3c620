import { setTimeout as after } from 'node:timers/promises'
import { passTime, wakeWorkers, withJobs } from './faults/pass-time.ts'
import type { World } from './world/open-world.ts'

/** What is still open. All of it must come to nothing. */
export interface Open {
  readonly jobs: number
  readonly events: number
  readonly holds: number
  readonly payments: number
  readonly refunds: number
  readonly letters: number
  readonly onTheirWay: number
}

const mostRounds = 40
const roundMs = 30_000

/**
 * Lets everything come to rest after the last fault: the shop's time passes until holds are over, jobs of workers that died are given to
 * others, and rounds come round, until nothing is open. What is open after all rounds is for the checker to tell.
 */
export async function settle(
  world: World,
  { say, tookForDead }: { say: (text: string) => void; tookForDead: () => void },
): Promise<{ rounds: number; open: Open }> {
  for (let round = 1; ; round += 1) {
    await world.stripe('settleNow')
    if (await buryDeadWorkers(world)) tookForDead()
    await passTime(world, minutesIn(round))
    const open = await waitForRest(world)
    const isAtRest = Object.values(open).every((count) => count === 0)
    // Once more when all is at rest: what the last round began must end too.
    if ((isAtRest && round >= 3) || round === mostRounds) return { rounds: round, open }
    if (round % 5 === 0) say(`settling, round ${round}: ${openInWords(open)}`)
  }
}

// At first past every hold, then past the patience of reconciliation. What is still open by the fifth round may be something that Stripe
// failed at and remembers: it gives the same answer to the same key for a day.
function minutesIn(round: number): number {
  if (round === 1) return 60
  return round === 5 ? 25 * 60 : 11
}

/** "3 jobs, 2 letters" */
export function openInWords(open: Open): string {
  const parts = Object.entries(open).filter(([, count]) => count > 0)
  return parts.map(([what, count]) => `${count} ${what}`).join(', ') || 'nothing is open'
}

// The queue takes a silent worker for dead after two minutes. All doors are open and well by now: a job that is active for ten seconds
// belongs to one that died, or that was taken for dead because the machine had no time for it. Whether there was any.
function buryDeadWorkers(world: World): Promise<boolean> {
  return withJobs(world, async (client) => {
    const { rowCount } = await client.query(
      `update jobs.job set state = 'retry', started_on = null, start_after = now()
       where state = 'active' and started_on < now() - interval '10 seconds'`,
    )
    await wakeWorkers(client)
    return (rowCount ?? 0) > 0
  })
}

async function waitForRest(world: World): Promise<Open> {
  const begun = performance.now()
  for (;;) {
    const open = await look(world)
    const isAtRest = open.jobs === 0 && open.onTheirWay === 0
    if (isAtRest || performance.now() - begun > roundMs) return open
    await after(250)
  }
}

async function look(world: World): Promise<Open> {
  const onTheirWay = await world.stripe<number>('waiting')
  const counts = await withJobs(world, async (client) => {
    const { rows } = await client.query<Omit<Open, 'onTheirWay'>>(
      `select (select count(*)::int from jobs.job where state in ('created', 'retry', 'active') and start_after <= now() + interval '1 day') as jobs,
         (select count(*)::int from payment_events where processed_at is null) as events,
         (select count(*)::int from orders where places = 'held') as holds,
         (select count(*)::int from payments where state in ('waiting', 'needs-action', 'processing', 'failed')) as payments,
         (select count(*)::int from refunds where state in ('wanted', 'pending')) as refunds,
         (select count(*)::int from emails where sent_at is null and not_needed_at is null) as letters`,
    )
    return rows[0]!
  })
  return { ...counts, onTheirWay }
}
