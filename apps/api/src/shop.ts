import type { Jobs } from './jobs.ts'
import type { ShopMetrics } from './metrics.ts'
import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Database, Db, InTransaction } from './platform/db.ts'
import type { Files } from './platform/files.ts'
import type { HotReads } from './platform/hot-reads.ts'
import type { JobQueue } from './platform/jobs.ts'
import type { Log } from './platform/log.ts'
import type { Mail } from './platform/mail.ts'
import type { Stripe } from './platform/stripe.ts'

/** What the outside world lends to Flora. Every route, action and job names the few it needs. */
export interface Shop {
  /** For reading. Actions never use it to write: inside `inTransaction` only `tx` exists. */
  readonly db: Db
  readonly inTransaction: InTransaction
  /** Hears what transactions tell every process. */
  readonly listen: Database['listen']
  readonly clock: Clock
  readonly jobs: Pick<JobQueue<Jobs>, 'enqueue' | 'enqueueAll' | 'asPart'>
  readonly stripe: Stripe
  readonly mail: Mail
  /** Pictures and uploads, by name. */
  readonly files: Files
  readonly hotReads: HotReads
  readonly config: Config
  readonly log: Log
  /** Where this process counts what it does; absent when nobody asks. */
  readonly metrics?: Pick<ShopMetrics, 'count'> | undefined
}
