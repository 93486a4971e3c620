import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import type { SharedCache } from './cache.ts'

type Answer = (error: Error | null, result?: { current: number; ttl: number }) => void

export interface SharedLimits {
  readonly cache: SharedCache
  /** Whether a limit, by its group, is one for all processes; the others count for themselves. */
  readonly isShared: (group: string) => boolean
  /** Hears of each request that was counted for a shared limit, and where. */
  readonly counted: (where: 'shared' | 'own') => void
}

/**
 * Where the limiter counts. What is shared is counted in the cache; while that is away, and for what is not shared, the process counts for
 * itself, as it does without a cache. Nobody is turned away, or let in for ever, because a cache is away.
 */
export function limitsIn({ cache, isShared, counted }: SharedLimits): FastifyRateLimitStoreCtor {
  class Limits implements FastifyRateLimitStore {
    readonly #own = countOwn()
    readonly #isShared: boolean

    // Without a route it is asked for the stores of routes, and for nothing else.
    constructor(route: { groupId?: string }) {
      this.#isShared = route.groupId !== undefined && isShared(route.groupId)
    }

    incr(key: string, answer: Answer, windowMs: number = minuteMs): void {
      if (!this.#isShared) return answer(null, this.#own(key, windowMs))
      void cache.countIn(`limit:${key}`, windowMs).then((found) => {
        counted(found ? 'shared' : 'own')
        answer(null, found ? { current: found.count, ttl: found.leftMs } : this.#own(key, windowMs))
      })
    }

    // The limiter gives what the route says of its limit; its types say that it gives the route.
    child(limit: object): Limits {
      return new Limits(limit)
    }
  }
  return Limits
}

const minuteMs = 60_000
// Of those who were counted long ago the first are forgotten: whoever wanted to be forgotten would need as many addresses in a minute.
const mostKeys = 5_000

type OwnCounts = (key: string, windowMs: number) => { current: number; ttl: number }

function countOwn(): OwnCounts {
  const windows = new Map<string, { count: number; endsAt: number }>()
  return (key, windowMs) => {
    const now = performance.now()
    let window = windows.get(key)
    if (!window || window.endsAt <= now) {
      window = { count: 0, endsAt: now + windowMs }
      windows.delete(key)
      windows.set(key, window)
      if (windows.size > mostKeys) windows.delete(windows.keys().next().value!)
    }
    window.count += 1
    return { current: window.count, ttl: window.endsAt - now }
  }
}
