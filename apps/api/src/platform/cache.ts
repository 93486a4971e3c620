import type { Redis } from 'ioredis'
import type { CacheConfig } from './cache-settings.ts'
import { passwordByRole } from './cache-sign-in.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'

/** What processes on several machines have in common and may lose: counters that end by themselves. Never the truth about anything. */
export interface SharedCache {
  /**
   * One more of `key`: how many there are since its window began, and how long that lasts. Undefined when the cache is away, which is told at
   * once and never waited for.
   */
  readonly countIn: (key: string, windowMs: number) => Promise<Counted | undefined>
  readonly isThere: () => boolean
  readonly close: () => void
}

export interface Counted {
  readonly count: number
  readonly leftMs: number
}

// A cache on the next machine answers in less than a millisecond. One that takes this long is taken to be away for a second, so that
// of the requests of that second only the first has waited for it.
const answerWithinMs = 250
const awayMs = 1_000

/** Opens the shared cache. Resolves when it was tried once, whether it is there or not: a shop opens without it. The library is loaded only now. */
export async function openCache(config: CacheConfig, { log, clock }: { log: Log; clock: Clock }): Promise<SharedCache> {
  const { Redis: Client } = await import('ioredis')
  const redis = new Client(connection(config))
  redis.defineCommand('countIn', { numberOfKeys: 1, lua: countInWindow })
  let isClosed = false
  let isThere = false
  let awayUntil = 0
  let again: NodeJS.Timeout | undefined

  // Each try signs in anew: a password by role is good for a quarter of an hour.
  const connect = async (): Promise<void> => {
    try {
      const { signsInByRole: group, user } = config
      if (group && user) redis.options.password = await passwordByRole(group, user, clock.now())
      await redis.connect()
      if (!isThere) log.info('the shared cache is there')
      isThere = true
    } catch (error) {
      lost(error)
    }
  }
  const lost = (error: unknown): void => {
    if (isClosed) return
    // Once for each time it goes, not for each who asks.
    if (isThere || awayUntil === 0) log.warn({ err: error }, 'the shared cache is away: each process limits for itself')
    isThere = false
    awayUntil = performance.now() + awayMs
    clearTimeout(again)
    again = setTimeout(() => void connect(), awayMs).unref()
  }
  redis.on('error', () => undefined)
  redis.on('end', () => lost(new Error('the connection ended')))
  await connect()

  return {
    countIn: async (key, windowMs) => {
      if (!isThere || performance.now() < awayUntil) return undefined
      try {
        const [count, leftMs] = await (redis as Counting).countIn(`flora:${key}`, windowMs)
        return { count, leftMs }
      } catch (error) {
        // A connection on which an answer is late may never give one: the next one is a new one.
        log.debug({ err: error }, 'the shared cache did not answer')
        awayUntil = performance.now() + awayMs
        redis.disconnect()
        return undefined
      }
    },
    isThere: () => isThere,
    close: () => {
      isClosed = true
      clearTimeout(again)
      redis.disconnect()
    },
  }
}

type Counting = Redis & { readonly countIn: (key: string, windowMs: number) => Promise<[number, number]> }

// A window begins with its first, and a key without an end (which should not be) is given one.
const countInWindow = `
  local count = redis.call('incr', KEYS[1])
  local left = redis.call('pttl', KEYS[1])
  if left < 0 then
    redis.call('pexpire', KEYS[1], ARGV[1])
    left = tonumber(ARGV[1])
  end
  return { count, left }`

function connection({ host, port, database, isEncrypted, user, password }: CacheConfig) {
  return {
    host,
    port,
    db: database,
    ...(isEncrypted && { tls: { servername: host } }),
    ...(user && { username: user }),
    ...(password && { password }),
    lazyConnect: true,
    // What was asked of a connection that is lost is answered by the process itself, now and not when another is there.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: () => null,
    connectTimeout: 2_000,
    commandTimeout: answerWithinMs,
    // It would ask for what our user on AWS may not.
    enableReadyCheck: false,
  }
}
