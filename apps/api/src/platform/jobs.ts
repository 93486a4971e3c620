import { fromPglite, type Job, PgBoss } from 'pg-boss'
import { type Database, rows, type Tx } from './db.ts'
import type { Log } from './log.ts'
import { openQueueConnections, type QueueConnections } from './queue-connections.ts'
import { type SQL, sql } from './sql.ts'

/** What a job's queue promises besides "at least once". */
export interface QueueRules {
  /** Cron in UTC, for work that comes round by the clock. */
  readonly every?: string
  /** How many of them one process does at a time. */
  readonly atOnce?: number
  /** Seconds after which a silent worker is taken for dead and the job given to another. */
  readonly expireSeconds?: number
  readonly retries?: number
  /** Its worker is told of no job but looks for them as often: for work that may wait a little and is cheaper in batches. */
  readonly lookEverySeconds?: number
  /** How long its worker, told of a job, waits for others to do with it: for work of which much may come at once. */
  readonly gatherMs?: number
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
  /** Many of a kind, by one statement. */
  readonly enqueueAll: <Name extends keyof Jobs & string>(
    tx: Tx,
    name: Name,
    payloads: readonly Jobs[Name][],
    afterSeconds?: number,
  ) => Promise<void>
  /**
   * The same as a part of a statement that has more to do: `with …, job as (part)`. It is made for each row of the part `from`; what differs
   * from row to row in a payload is read from the named columns.
   */
  readonly asPart: <Name extends keyof Jobs & string, Field extends keyof Jobs[Name] & string = never>(
    name: Name,
    payload: Omit<Jobs[Name], Field>,
    from: string,
    columns?: Readonly<Record<Field, string>>,
  ) => SQL
  /** Makes the queues and the schema; every door calls it once. */
  readonly start: () => Promise<void>
  /** Begins to do the work in this process. */
  readonly work: (handlers: Handlers<Jobs>) => Promise<void>
  /**
   * Does all that waits, what is for later too, in this call, and says how many jobs that was. For tests and for operators. One after the
   * other, or all kinds beside each other and so many of each at once as a worker does.
   */
  readonly drain: (handlers: Handlers<Jobs>, how?: Draining) => Promise<number>
  readonly isReady: () => Promise<boolean>
  /** Lets what is under way finish, for at most `seconds`. */
  readonly stop: (seconds: number) => Promise<void>
}

export type Draining = 'one by one' | 'as workers do'

/** Who watches jobs being done: to measure them, and to tell where they came from. */
export interface JobWatch {
  /** What is under way here, to be written into a job that is enqueued now. */
  readonly origin: () => string | undefined
  /** Has the work done; `origin` is what was under way where the job was enqueued. */
  readonly around: (job: { name: string; origin: string | undefined }, work: () => Promise<void>) => Promise<void>
}

interface Opening<Jobs> {
  readonly database: Database
  readonly rules: { readonly [Name in keyof Jobs]: QueueRules }
  readonly log: Log
  readonly watch?: JobWatch | undefined
}

/** pg-boss over the shop's own database: jobs live and die with the transactions that decide them. */
export function openJobs<Jobs extends Record<keyof Jobs, object>>({
  database,
  rules,
  log,
  watch = nobody,
}: Opening<Jobs>): JobQueue<Jobs> {
  const connections = database.url === undefined ? undefined : openQueueConnections(database.url, queueConnections)
  const boss = openBoss(database, connections)
  boss.on('error', (err) => log.warn({ err }, 'the job queue stumbled'))
  const names = Object.keys(rules) as (keyof Jobs & string)[]
  const here = (payload: object) => withOrigin(payload, watch)
  return {
    enqueue: async (tx, name, payload, afterSeconds) => {
      await rows(tx, newJob(name, rules[name], here(payload as object), { afterSeconds }))
    },
    enqueueAll: async (tx, name, payloads, afterSeconds) => {
      const all = payloads.map((payload) => here(payload as object))
      if (all.length > 0) await rows(tx, newJobs(name, rules[name], all, afterSeconds))
    },
    asPart: (name, payload, from, columns) => newJob(name, rules[name], here(payload), { from, columns }),
    start: async () => {
      await boss.start()
      const existing = new Set((await boss.getQueues()).map((queue) => queue.name))
      for (const name of names) await prepareQueue(boss, name, rules[name], existing.has(name))
      await connections?.relax()
    },
    work: async (handlers) => {
      const workers = new Map<string, string>()
      for (const name of names)
        workers.set(
          name,
          await workOn(boss, { name, rules: rules[name], handle: handlers[name] as Handle, log, watch }),
        )
      const wake = wakerOf(boss)
      // Without a name the connection was lost for a while, and anything may wait.
      await database.listen(channel, (name) => {
        for (const [queue, worker] of workers)
          if (name === undefined || name === queue) wake(worker, rules[queue as keyof Jobs].gatherMs ?? 0)
      })
    },
    drain: async (handlers, how = 'one by one') => {
      for (let done = 0; ;) {
        const before = done
        // Most queues are empty most of the time, and to look into each costs more than to do what is there.
        // None of ours is ever blocked; to say so lets the queue's own index answer.
        const waiting = await rows<{ name: string }>(
          database.db,
          sql`select distinct name from jobs.job where state < 'active' and not blocked`,
        )
        const filled = new Set(waiting.map(({ name }) => name))
        const drainOne = async (name: keyof Jobs & string): Promise<void> => {
          const atOnce = how === 'one by one' ? 1 : (rules[name].atOnce ?? 1)
          const some = await drainOnce(boss, name, { handle: watched(name, handlers[name] as Handle, watch), atOnce })
          done += some
        }
        const theirs = names.filter((one) => filled.has(one))
        if (how === 'one by one') for (const name of theirs) await drainOne(name)
        else await Promise.all(theirs.map(drainOne))
        if (done === before) return done
      }
    },
    isReady: async () => boss.isInstalled(),
    stop: async (seconds) => {
      await boss.stop({ graceful: true, timeout: seconds * 1_000 })
      await connections?.close()
    },
  }
}

function wakerOf(boss: PgBoss): (worker: string, gatherMs: number) => void {
  const waking = new Set<string>()
  return (worker, gatherMs) => {
    if (waking.has(worker)) return
    waking.add(worker)
    setTimeout(() => {
      waking.delete(worker)
      boss.notifyWorker(worker)
    }, gatherMs).unref()
  }
}

// Where a transaction that commits a job says which queue it waits in.
const channel = 'jobs'

// A job's row as the queue itself writes it, with its queue's rules (the queue reads jobs that were written with SQL like its own).
// It is our own statement so that it can be a part of another: most jobs are decided together with a row.
function newJob(
  name: string,
  rules: QueueRules,
  payload: object,
  {
    afterSeconds = 0,
    from,
    columns,
  }: { afterSeconds?: number | undefined; from?: string; columns?: Readonly<Record<string, string>> | undefined },
): SQL {
  const fields = Object.entries(columns ?? {}).map(([field, column]) => `'${field}', ${column}`)
  const ofRow = fields.length > 0 ? sql.raw(` || jsonb_build_object(${fields.join(', ')})`) : sql``
  const data = sql`${JSON.stringify(payload)}::jsonb${ofRow}`
  return jobRows(name, rules, { data, afterSeconds, from: sql.raw(from === undefined ? '' : `from ${from}`) })
}

function newJobs(name: string, rules: QueueRules, payloads: readonly object[], afterSeconds = 0): SQL {
  const from = sql`from jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) as wanted (payload)`
  return jobRows(name, rules, { data: sql`wanted.payload`, afterSeconds, from })
}

function jobRows(
  name: string,
  rules: QueueRules,
  { data, afterSeconds, from }: { data: SQL; afterSeconds: number; from: SQL },
): SQL {
  const { retryLimit, retryDelay, retryDelayMax, expireInSeconds, deleteAfterSeconds } = queueOptions(rules)
  const startAfter = afterSeconds > 0 ? sql`now() + make_interval(secs => ${afterSeconds})` : sql`now()`
  return sql`insert into jobs.job (name, data, start_after, expire_seconds, deletion_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy)
      select ${sql.raw(`'${name}'`)}, ${data}, ${startAfter}, ${expireInSeconds}::int, ${deleteAfterSeconds}::int, ${retryLimit}::int,
        ${retryDelay}::int, true, ${retryDelayMax}::int, 'standard' ${from}
      returning ${sql.raw(afterSeconds > 0 || rules.lookEverySeconds ? '1' : `pg_notify('${channel}', '${name}')`)}`
}

type Handle = (payload: object) => Promise<void>

const nobody: JobWatch = { origin: () => undefined, around: (_, work) => work() }

// A field that no payload of ours has; whoever does the job does not see it.
const originField = '~origin'

function withOrigin(payload: object, watch: JobWatch): object {
  const origin = watch.origin()
  return origin === undefined ? payload : { ...payload, [originField]: origin }
}

function watched(name: string, handle: Handle, watch: JobWatch): Handle {
  return (data) => {
    const { [originField]: origin, ...payload } = data as Record<string, unknown>
    return watch.around({ name, origin: typeof origin === 'string' ? origin : undefined }, () => handle(payload))
  }
}

// Fetching, completing, and keeping house, beside the work itself.
const queueConnections = 4

function openBoss(database: Database, connections: QueueConnections | undefined): PgBoss {
  const on = database.embedded
    ? { db: fromPglite(database.embedded), backend: 'pglite' as const }
    : { db: connections! }
  return new PgBoss({ ...on, schema: 'jobs', monitorVacuum: false, reindex: false })
}

async function prepareQueue(boss: PgBoss, name: string, rules: QueueRules, isThere: boolean): Promise<void> {
  const options = queueOptions(rules)
  if (isThere) await boss.updateQueue(name, options)
  else await boss.createQueue(name, options)
}

function queueOptions({ retries = 12, expireSeconds = 120 }: QueueRules) {
  return {
    retryLimit: retries,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 3_600,
    expireInSeconds: expireSeconds,
    deleteAfterSeconds: 86_400,
  }
}

interface Work {
  readonly name: string
  readonly rules: QueueRules
  readonly handle: Handle
  readonly log: Log
  readonly watch: JobWatch
}

async function workOn(boss: PgBoss, { name, rules, handle, log, watch }: Work): Promise<string> {
  const work = watched(name, handle, watch)
  const { atOnce = 1, every, lookEverySeconds = every ? 5 : 15 } = rules
  if (every) await boss.schedule(name, every, {})
  // What is not told to have failed is completed with the rest of its batch, by one statement.
  const runOne = async (job: Job<object>): Promise<void> => {
    try {
      await work(job.data)
    } catch (err) {
      log.error({ err, job: name, jobId: job.id }, 'a job failed and will be tried again')
      await boss.fail(name, job, { message: err instanceof Error ? err.message : String(err) })
    }
  }
  return boss.work<object>(
    name,
    {
      batchSize: atOnce,
      // What comes round by the clock is put there without a word; of other jobs the worker hears, and looks by itself for those
      // that failed, that waited, or that it did not hear of.
      pollingIntervalSeconds: lookEverySeconds,
      ...(atOnce > 1 && { burstWhenBatchFull: true }),
    },
    async (jobs) => {
      await Promise.all(jobs.map(runOne))
    },
  )
}

async function drainOnce(
  boss: PgBoss,
  name: string,
  { handle, atOnce }: { handle: Handle; atOnce: number },
): Promise<number> {
  const jobs = await boss.fetch<object>(name, { batchSize: 50, ignoreStartAfter: true })
  const done: string[] = []
  try {
    for (let from = 0; from < jobs.length; from += atOnce) {
      const some = jobs.slice(from, from + atOnce)
      await Promise.all(some.map(({ data }) => handle(data)))
      done.push(...some.map(({ id }) => id))
    }
  } finally {
    if (done.length > 0) await boss.complete(name, done)
  }
  return jobs.length
}
