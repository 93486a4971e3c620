import { fromPglite, type Job, type JobResult, PgBoss } from 'pg-boss'
import { type Database, statementRunner, type Tx } from './db.ts'
import type { Log } from './log.ts'

/** What a job's queue promises besides "at least once". */
export interface QueueRules {
  /** Cron in UTC, for work that comes round by the clock. */
  readonly every?: string
  /** How many of them one process does at a time. */
  readonly atOnce?: number
  /** Seconds after which a silent worker is taken for dead and the job given to another. */
  readonly expireSeconds?: number
  readonly retries?: number
}

export type Handlers<Jobs> = { readonly [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<void> }

export interface JobQueue<Jobs> {
  /** Inside a transaction the job exists only if the transaction commits. `afterSeconds` lets it wait; by default it does not. */
  readonly enqueue: <Name extends keyof Jobs & string>(
    tx: Tx,
    name: Name,
    payload: Jobs[Name],
    afterSeconds?: number,
  ) => Promise<void>
  /** Makes the queues and the schema; every door calls it once. */
  readonly start: () => Promise<void>
  /** Begins to do the work in this process. */
  readonly work: (handlers: Handlers<Jobs>) => Promise<void>
  /** Does all that waits, what is for later too, in this call, and says how many jobs that was. For tests and for operators. */
  readonly drain: (handlers: Handlers<Jobs>) => Promise<number>
  readonly isReady: () => Promise<boolean>
  /** Lets what is under way finish, for at most `seconds`. */
  readonly stop: (seconds: number) => Promise<void>
}

const nobody = '00000000-0000-0000-0000-000000000000'

interface Opening<Jobs> {
  readonly database: Database
  readonly rules: { readonly [Name in keyof Jobs]: QueueRules }
  readonly log: Log
}

/** pg-boss over the shop's own database: jobs live and die with the transactions that decide them. */
export function openJobs<Jobs extends Record<keyof Jobs, object>>({
  database,
  rules,
  log,
}: Opening<Jobs>): JobQueue<Jobs> {
  const boss = openBoss(database)
  boss.on('error', (err) => log.warn({ err }, 'the job queue stumbled'))
  const names = Object.keys(rules) as (keyof Jobs & string)[]
  return {
    enqueue: async (tx, name, payload, afterSeconds) => {
      await boss.send(name, payload as object, {
        db: { executeSql: statementRunner(tx) },
        ...(afterSeconds && { startAfter: afterSeconds }),
      })
    },
    start: async () => {
      await boss.start()
      const existing = new Set((await boss.getQueues()).map((queue) => queue.name))
      for (const name of names) await prepareQueue(boss, name, rules[name], existing.has(name))
    },
    work: async (handlers) => {
      for (const name of names) await workOn(boss, { name, rules: rules[name], handle: handlers[name] as Handle, log })
    },
    drain: async (handlers) => {
      for (let done = 0; ;) {
        const before = done
        for (const name of names) done += await drainOnce(boss, name, handlers[name] as Handle)
        if (done === before) return done
      }
    },
    isReady: async () => boss.isInstalled(),
    stop: (seconds) => boss.stop({ graceful: true, timeout: seconds * 1_000 }),
  }
}

type Handle = (payload: object) => Promise<void>

function openBoss(database: Database): PgBoss {
  const on = database.embedded
    ? { db: fromPglite(database.embedded), backend: 'pglite' as const }
    : { connectionString: database.url!, max: 4 }
  return new PgBoss({ ...on, schema: 'jobs', useListenNotify: true, monitorVacuum: false, reindex: false })
}

async function prepareQueue(boss: PgBoss, name: string, rules: QueueRules, isThere: boolean): Promise<void> {
  const { retries = 12, expireSeconds = 120 } = rules
  const options = {
    retryLimit: retries,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 3_600,
    expireInSeconds: expireSeconds,
    deleteAfterSeconds: 86_400,
    notify: true,
  }
  if (isThere) await boss.updateQueue(name, options)
  else await boss.createQueue(name, options)
  // Looking a job up makes the queue known to this instance. Else the first enqueue would ask for it on another connection
  // while its own transaction is open, which the embedded database, having one, would wait for for ever.
  await boss.findJobs(name, { id: nobody })
}

interface Work {
  readonly name: string
  readonly rules: QueueRules
  readonly handle: Handle
  readonly log: Log
}

async function workOn(boss: PgBoss, { name, rules, handle, log }: Work): Promise<void> {
  const { atOnce = 1, every } = rules
  if (every) await boss.schedule(name, every, {})
  const runOne = async (job: Job<object>): Promise<JobResult> => {
    try {
      await handle(job.data)
      return { id: job.id, status: 'completed' }
    } catch (err) {
      log.error({ err, job: name, jobId: job.id }, 'a job failed and will be tried again')
      return { id: job.id, status: 'failed', output: { message: err instanceof Error ? err.message : String(err) } }
    }
  }
  await boss.work<object>(
    name,
    {
      batchSize: atOnce,
      perJobResults: true,
      pollingIntervalSeconds: 2,
      notifyPollingIntervalSeconds: 15,
      ...(atOnce > 1 && { burstWhenBatchFull: true }),
    },
    (jobs) => Promise.all(jobs.map(runOne)),
  )
}

async function drainOnce(boss: PgBoss, name: string, handle: Handle): Promise<number> {
  const jobs = await boss.fetch<object>(name, { batchSize: 50, ignoreStartAfter: true })
  for (const job of jobs) {
    await handle(job.data)
    await boss.complete(name, job.id)
  }
  return jobs.length
}
