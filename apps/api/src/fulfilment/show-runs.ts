import { shopDayAt, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { DayRuns, DriverDay, Run } from '@flora/contract/fulfilment.ts'
import type { RunId } from '@flora/contract/ids.ts'
import type { Caller } from '../platform/caller.ts'
import type { Db } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { runNotFound } from './errors.ts'
import { findDayVersion, findRun, listDrivers, listRunsOfDay, listRunsOfDriver } from './run-queries.ts'
import { findShopOfPapers } from './shop-queries.ts'
import { listStopsOfDay, listStopsOfRuns } from './stop-queries.ts'
import { toRun, toStop } from './stop-view.ts'

/** The runs of a day, and what has none yet. The version is read before the rest: who changes by it is told of any change since. */
export async function showRuns(db: Db, day: ShopDay): Promise<DayRuns> {
  const version = await findDayVersion(db, day)
  const [runs, stops, drivers] = await Promise.all([listRunsOfDay(db, day), listStopsOfDay(db, day), listDrivers(db)])
  return {
    day,
    version,
    runs: runs.map((run) => toRun(run, stops)),
    withoutRun: stops.filter(({ runId }) => runId === null).map(toStop),
    drivers,
  }
}

/** A driver's own runs of the shop's today. */
export async function showMyDay(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  caller: Pick<Caller, 'accountId' | 'name'>,
): Promise<DriverDay> {
  const now = clock.now()
  const shop = await findShopOfPapers(db)
  const day = shopDayAt(now, shop.timeZone)
  const runs = await listRunsOfDriver(db, day, caller.accountId)
  const stops =
    runs.length > 0
      ? await listStopsOfRuns(
          db,
          runs.map(({ id }) => id),
        )
      : []
  return {
    day,
    at: now.toString(),
    timeZone: shop.timeZone,
    driver: caller.name,
    runs: runs.map((run) => toRun(run, stops)),
    shopPhone: shop.phone,
  }
}

/** One run as it is now. Refuses (404 run-not-found) one that was taken away. */
export async function showRun(db: Db, runId: RunId): Promise<Run> {
  const run = await findRun(db, runId)
  if (!run) throw runNotFound()
  return toRun(run, await listStopsOfRuns(db, [runId]))
}
