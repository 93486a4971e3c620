import type { RunId } from '@flora/contract/ids.ts'
import { roleMay } from '@flora/contract/permissions.ts'
import { tellDays } from '../making/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import { runEmpty, runNotFound } from './errors.ts'
import { followDeliveries } from './follow-deliveries.ts'
import { lockOrdersOfRun, lockRun, markDeparted } from './run-queries.ts'

/** The van leaves: its stops are out for delivery and their buyers hear of it. A second time does what the first left undone, if anything. */
export function departRun(
  { inTransaction, clock, jobs }: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>,
  { runId, caller }: { runId: RunId; caller: Pick<Caller, 'accountId' | 'role'> },
): Promise<void> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const run = await lockRun(tx, runId)
    if (!run || !(run.driverId === caller.accountId || roleMay(caller.role, 'fulfilment/print'))) throw runNotFound()
    const orderIds = await lockOrdersOfRun(tx, runId)
    if (orderIds.length === 0) throw runEmpty()
    const out = await markDeparted(tx, { runId, day: run.day, at, who: caller.accountId })
    await followDeliveries(tx, [...new Set(out.map(({ orderId }) => orderId))])
    await tellDays(tx, [run.day])
    for (const { orderId, deliveryId } of out)
      await jobs.enqueue(tx, 'notifications/order-letter', { orderId, letter: 'on-its-way', about: deliveryId })
  })
}
