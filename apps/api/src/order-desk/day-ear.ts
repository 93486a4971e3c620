import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { dayChannel } from '../making/index.ts'
import type { Shop } from '../shop.ts'
import { listDayPrints } from './board-queries.ts'

export interface DayEar {
  /** Tells of every change of a day until it is called off. */
  readonly watch: (day: ShopDay, tell: () => void) => Promise<() => void>
  /** Looks whether a watched day has changed without anybody saying so, and tells. */
  readonly look: () => Promise<void>
  readonly close: () => void
}

// What shoppers do is not told, since their commits would wait for one another. A florist need not see it sooner than this.
const lookEveryMs = 5_000

/**
 * One ear of this process for all pages that are open: hears what staff and drivers did, and looks for what shoppers did, at the days
 * somebody watches. It says that a day changed and no more.
 */
export function openDayEar({ db, listen, log }: Pick<Shop, 'db' | 'listen' | 'log'>): DayEar {
  const watchers = new Map<ShopDay, Set<() => void>>()
  const prints = new Map<ShopDay, string>()
  let listening: Promise<void> | undefined
  let round: NodeJS.Timeout | undefined

  const tell = (day: ShopDay): void => {
    for (const told of watchers.get(day) ?? []) told()
  }
  const heard = (day: string | undefined): void => {
    // A connection that was lost for a while may have missed anything.
    if (day === undefined) for (const each of watchers.keys()) tell(each)
    else tell(day as ShopDay)
  }
  const look = async (): Promise<void> => {
    const days = [...watchers.keys()]
    if (days.length === 0) return
    const seen = await listDayPrints(db, days)
    for (const day of days) {
      const print = seen.get(day) ?? ''
      const before = prints.get(day)
      prints.set(day, print)
      if (before !== undefined && before !== print) tell(day)
    }
  }
  const stop = (day: ShopDay, told: () => void): void => {
    const some = watchers.get(day)
    some?.delete(told)
    if (some?.size === 0) {
      watchers.delete(day)
      prints.delete(day)
    }
    if (watchers.size === 0) clearInterval(round)
  }

  return {
    watch: async (day, told) => {
      listening ??= listen(dayChannel, heard)
      await listening.catch((error: unknown) => {
        // The next page tries again.
        listening = undefined
        throw error
      })
      if (watchers.size === 0) {
        round = setInterval(() => {
          look().catch((err: unknown) => log.warn({ err }, 'the days that are watched could not be looked at'))
        }, lookEveryMs)
        round.unref()
      }
      watchers.set(day, (watchers.get(day) ?? new Set()).add(told))
      return () => stop(day, told)
    },
    look,
    close: () => {
      clearInterval(round)
      watchers.clear()
    },
  }
}
