import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { DeliveryId, OrderId } from '@flora/contract/ids.ts'
import { roleMay } from '@flora/contract/permissions.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import { tellDays } from '../making/index.ts'
import { insertEvent, lockOrder } from '../orders/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { keyUsed, sayWhatNext, sayWhere, stopNotDeliverable, stopNotFound } from './errors.ts'
import { followDeliveries } from './follow-deliveries.ts'
import { findDeliveryStatus, markDeliveryStatus } from './status-queries.ts'
import {
  believedTime,
  isHandedOver,
  mayReport,
  type Next,
  type Outcome,
  reportThatCounts,
  statusAfter,
} from './stop.ts'
import { findReport, findStop, insertReport, type NewReport, type StopRecord } from './stop-queries.ts'

export interface Telling {
  readonly key: string
  readonly outcome: Outcome
  readonly at: string
  readonly where: string
  readonly note: string
  readonly next?: Next | undefined
  readonly hasPhoto: boolean
}

/**
 * Writes down how a stop ended, once for the phone's key. What happened last counts, whenever it is heard; what changes nothing any
 * more is kept all the same. State, history, letter and the hand-over of stock are one transaction.
 */
export async function reportStop(
  { inTransaction, clock, jobs }: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>,
  { deliveryId, telling, caller }: { deliveryId: DeliveryId; telling: Telling; caller: Caller },
): Promise<void> {
  if (telling.outcome === 'with-neighbour' && telling.where === '') throw sayWhere()
  if (telling.outcome === 'nobody-home' && !telling.next) throw sayWhatNext()
  const receivedAt = clock.now()

  await inTransaction(async (tx) => {
    const { orderId, day } = await stopFor(tx, deliveryId, caller)
    // The order before everything that hangs on it, as whoever cancels or changes it does.
    await lockOrder(tx, orderId)
    const status = await findDeliveryStatus(tx, deliveryId)
    const may = mayReport(status)
    if (!may.ok) throw stopNotDeliverable(may.because)

    const { reports } = (await findStop(tx, deliveryId))!
    const report: NewReport = {
      ...telling,
      deliveryId,
      next: telling.outcome === 'nobody-home' ? (telling.next ?? null) : null,
      at: believedTime(instantFromStored(telling.at), receivedAt),
      receivedAt,
      accountId: caller.accountId,
      who: caller.name,
    }
    const counts = reportThatCounts([
      ...reports,
      { ...report, at: report.at.toString(), receivedAt: receivedAt.toString() },
    ])
    const isOver = status === 'CANCELLED' || status === 'REFUNDED'
    const changedNothing = isOver || counts?.key !== report.key
    if (!(await insertReport(tx, { ...report, changedNothing }))) return refuseOtherWords(tx, report)
    if (!changedNothing) await carryOut(tx, { jobs }, { orderId, day, report, status })
  })
}

/** The stop, if it is this caller's to speak of: on her run, on it before, or she works in the shop. */
export async function stopFor(
  db: Db,
  deliveryId: DeliveryId,
  caller: Pick<Caller, 'accountId' | 'role'>,
): Promise<StopRecord> {
  const stop = await findStop(db, deliveryId)
  const isHers =
    stop?.driverId === caller.accountId ||
    stop?.earlierDrivers.includes(caller.accountId) ||
    roleMay(caller.role, 'fulfilment/print')
  if (!stop || !isHers) throw stopNotFound()
  return stop
}

const eventKinds = {
  delivered: 'delivered',
  'with-neighbour': 'left-with-neighbour',
  'nobody-home': 'nobody-home',
} as const

async function carryOut(
  tx: Tx,
  { jobs }: Pick<Shop, 'jobs'>,
  { orderId, day, report, status }: { orderId: OrderId; day: ShopDay; report: NewReport; status: OrderStatus },
): Promise<void> {
  const { deliveryId, outcome, next, where, at, accountId, hasPhoto, key } = report
  await markDeliveryStatus(tx, deliveryId, statusAfter(status, { outcome, next }))
  // The driver's note is for the shop; where it stands is for the buyer.
  const detail = { ...(where && { where }), ...(next && { next }), hasPhoto, report: key }
  await insertEvent(tx, { orderId, deliveryId, at, kind: eventKinds[outcome], who: accountId, detail })
  await followDeliveries(tx, [orderId])
  await tellDays(tx, [day])
  const letter = isHandedOver(outcome) ? 'delivered' : 'nobody-home'
  // A second try that fails is told too; the same word about the same try is not.
  const about = isHandedOver(outcome) ? deliveryId : `${deliveryId}:${key}`
  await jobs.enqueue(tx, 'notifications/order-letter', { orderId, letter, about })
}

async function refuseOtherWords(db: Db, report: NewReport): Promise<void> {
  const said = await findReport(db, report.key)
  const isSame =
    said?.deliveryId === report.deliveryId &&
    said.outcome === report.outcome &&
    said.where === report.where &&
    said.note === report.note &&
    said.next === report.next
  if (!isSame) throw keyUsed()
}
