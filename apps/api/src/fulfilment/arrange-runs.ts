import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { type AccountId, type DeliveryId, newId, type RunId } from '@flora/contract/ids.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import {
  noRunsYet,
  noSuchDriver,
  runDeparted,
  runNotFound,
  runsChanged,
  stopDone,
  stopNotOfDay,
  tooManyRuns,
} from './errors.ts'
import { planRuns } from './plan-runs.ts'
import {
  deleteRun,
  findRun,
  insertRun,
  isStaff,
  listRunsOfDay,
  lockDay,
  lockRun,
  markDriver,
  saveStops,
} from './run-queries.ts'
import { listStopsOfDay } from './stop-queries.ts'

type Places = Pick<Shop, 'inTransaction'>

// More vans than any florist has; a page that loops must not fill the day with runs.
const mostRuns = 40

/** Begins another run of a day. */
export function addRun(
  { inTransaction }: Places,
  { day, version, driverId }: { day: ShopDay; version: number; driverId: AccountId | null },
): Promise<void> {
  return inTransaction(async (tx) => {
    await takeDay(tx, day, version)
    await refuseNobody(tx, driverId)
    if ((await listRunsOfDay(tx, day)).length >= mostRuns) throw tooManyRuns()
    await insertRun(tx, { id: newId('run'), day, driverId })
  })
}

/** Puts every stop without a run into one; stops that have a run keep it. */
export function planDay({ inTransaction }: Places, { day, version }: { day: ShopDay; version: number }): Promise<void> {
  return inTransaction(async (tx) => {
    await takeDay(tx, day, version)
    const runs = await listRunsOfDay(tx, day)
    // A van that has left takes nothing more on.
    const here = runs.filter(({ departedAt }) => !departedAt)
    if (here.length === 0) throw noRunsYet()
    const stops = await listStopsOfDay(tx, day)
    const loose = stops.filter(({ runId, status }) => runId === null && status !== 'DELIVERED')
    const planned = planRuns(
      here.map(({ id }) => ({ id, stops: stops.filter(({ runId }) => runId === id) })),
      loose,
    )
    await saveStops(
      tx,
      [...planned].map(([runId, deliveryIds]) => ({ runId, deliveryIds })),
    )
  })
}

/** Gives a run to a driver, or to nobody, and says of which day it is. */
export function giveRun(
  { inTransaction }: Places,
  { runId, version, driverId }: { runId: RunId; version: number; driverId: AccountId | null },
): Promise<ShopDay> {
  return onRun(inTransaction, { runId, version }, async (tx) => {
    await refuseNobody(tx, driverId)
    await markDriver(tx, runId, driverId)
  })
}

/** Makes these the stops of a run, in this order. */
export function arrangeRun(
  { inTransaction }: Places,
  { runId, version, deliveryIds }: { runId: RunId; version: number; deliveryIds: readonly DeliveryId[] },
): Promise<ShopDay> {
  return onRun(inTransaction, { runId, version }, async (tx, day) => {
    const wanted = [...new Set(deliveryIds)]
    const stops = new Map((await listStopsOfDay(tx, day)).map((stop) => [stop.deliveryId, stop]))
    for (const id of wanted) {
      const stop = stops.get(id)
      if (!stop) throw stopNotOfDay()
      if (stop.status === 'DELIVERED' && stop.runId !== null && stop.runId !== runId) throw stopDone(stop.number)
    }
    await saveStops(tx, [{ runId, deliveryIds: wanted }])
  })
}

/** Takes a run away that has not left. */
export function removeRun(
  { inTransaction }: Places,
  { runId, version }: { runId: RunId; version: number },
): Promise<ShopDay> {
  return onRun(inTransaction, { runId, version }, async (tx, _, departedAt) => {
    if (departedAt) throw runDeparted()
    await deleteRun(tx, runId)
  })
}

async function onRun(
  inTransaction: Shop['inTransaction'],
  { runId, version }: { runId: RunId; version: number },
  change: (tx: Tx, day: ShopDay, departedAt: string | null) => Promise<void>,
): Promise<ShopDay> {
  return inTransaction(async (tx) => {
    // The day before the run, as everybody does who arranges it.
    const found = await findRun(tx, runId)
    if (!found) throw runNotFound()
    await takeDay(tx, found.day, version)
    const run = await lockRun(tx, runId)
    if (!run) throw runNotFound()
    await change(tx, run.day, run.departedAt)
    return run.day
  })
}

async function takeDay(tx: Tx, day: ShopDay, version: number): Promise<void> {
  if ((await lockDay(tx, day)) !== version) throw runsChanged()
}

async function refuseNobody(tx: Tx, driverId: AccountId | null): Promise<void> {
  if (driverId !== null && !(await isStaff(tx, driverId))) throw noSuchDriver()
}
