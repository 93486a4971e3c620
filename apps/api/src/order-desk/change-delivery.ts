import { dayInShort } from '@flora/calendar/in-words.ts'
import type { ChangeQuote, ChangeWish, Settlement } from '@flora/contract/desk-order.ts'
import { type DeliveryId, newId, type OrderId } from '@flora/contract/ids.ts'
import { roleMay } from '@flora/contract/permissions.ts'
import { add, gstContained, isSame, isZero, least, money, type Money, negative, subtract } from '@flora/money/money.ts'
import { moveBenchMinutes, movePlaces } from '../delivery/index.ts'
import { orderStatusOf, tellDays } from '../making/index.ts'
import { insertEvent, lockOrder } from '../orders/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { decideSettlement } from './change.ts'
import {
  addRefundedOfFee,
  type DeliveryToChange,
  findDeliveryToChange,
  lockFacts,
  saveChange,
  saveFee,
} from './change-queries.ts'
import { noSuchOrder, obstructed, settleOtherwise } from './errors.ts'
import { payBack } from './pay-back.ts'
import { type ChangePlan, planChange, toChangeQuote } from './plan-change.ts'
import { decideRefund, refundableOf } from './refund.ts'

interface Target {
  readonly orderId: OrderId
  readonly deliveryId: DeliveryId
  readonly caller: Pick<Caller, 'accountId' | 'role'>
}

/** What a change would cost or give back, and whether it can be done. */
export async function quoteChange(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  { caller, wish, ...target }: Target & { wish: ChangeWish },
): Promise<ChangeQuote> {
  const known = await findDeliveryToChange(db, target)
  if (!known) throw noSuchOrder()
  const mayWaive = roleMay(caller.role, 'orders/refund')
  return toChangeQuote(await planChange(db, { known, wish, now: clock.now(), mayWaive }), known)
}

export interface Change extends Target {
  readonly wish: ChangeWish
  readonly agreed: { difference: Money; settle: Settlement; reason?: string | undefined }
  readonly tellBuyer: boolean
}

/**
 * Changes a delivery in one transaction: the order's lock, the facts that price it, bench minutes, places, what was agreed about the
 * difference, and its history. When a window or the bench is full, or the difference is another by now, nothing is changed.
 */
export function changeDelivery(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>,
  { orderId, deliveryId, caller, wish, agreed, tellBuyer }: Change,
): Promise<void> {
  const at = shop.clock.now()
  return shop.inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    const known = order && (await findDeliveryToChange(tx, { orderId, deliveryId }))
    if (!known) throw noSuchOrder()
    await lockFacts(tx)
    const plan = await planChange(tx, { known, wish, now: at, mayWaive: roleMay(caller.role, 'orders/refund') })
    if (plan.obstacle) throw obstructed(plan.obstacle.code, plan.obstacle.message)
    if (plan.changes.length === 0) return
    const { difference } = plan.settling
    if (!isSame(difference, agreed.difference))
      throw new Refusal(
        409,
        'price-changed',
        'The difference is another by now. Nothing was changed; please look again.',
        {
          quote: toChangeQuote(plan, known),
        },
      )
    const settled = decideSettlement(plan.settling, agreed.settle, agreed.reason)
    if (!settled.ok) throw settleOtherwise(settled.because)

    await moveRoom(tx, { known, plan })
    await write(tx, { known, plan, orderId, deliveryId })
    await settle(tx, shop, { known, plan, orderId, deliveryId, agreed, who: caller.accountId, at })
    await insertEvent(tx, {
      orderId,
      deliveryId,
      at,
      kind: 'changed',
      who: caller.accountId,
      detail: {
        changes: plan.changes,
        ...(plan.terms && { was: { day: known.standing.day, window: known.windowName } }),
        ...(difference.minor !== 0 && { difference: difference.minor, settle: agreed.settle }),
        ...(agreed.reason && { reason: agreed.reason }),
      },
    })
    if (tellBuyer && order.status !== 'PENDING')
      await shop.jobs.enqueue(tx, 'notifications/order-letter', {
        orderId,
        letter: 'changed',
        about: `${deliveryId}:${at.epochMilliseconds}`,
      })
    await tellDays(tx, [known.standing.day, plan.becomes.day])
  })
}

interface Writing {
  readonly known: DeliveryToChange
  readonly plan: ChangePlan
  readonly orderId: OrderId
  readonly deliveryId: DeliveryId
}

// Bench before places, as everybody takes them.
async function moveRoom(tx: Tx, { known, plan: { terms } }: Pick<Writing, 'known' | 'plan'>): Promise<void> {
  if (!terms) return
  const { day, windowId } = known.standing
  const isOtherDay = day !== terms.day
  const minutes = known.benchMinutes
  const moved = isOtherDay
    ? [
        { day, minutes: -minutes },
        { day: terms.day, minutes },
      ]
    : []
  if (!(await moveBenchMinutes(tx, moved)))
    throw obstructed('bench-full', 'The bench is full that day. Nothing was changed; please choose another day.')
  const isOtherWindow = isOtherDay || windowId !== terms.windowId
  const places = isOtherWindow
    ? [
        { day, windowId, places: -1 },
        { day: terms.day, windowId: terms.windowId, places: 1 },
      ]
    : []
  if (!(await movePlaces(tx, places)))
    throw obstructed(
      'window-full',
      'The last place in this window is taken. Nothing was changed; please choose another.',
    )
}

async function write(tx: Tx, { known, plan, orderId, deliveryId }: Writing): Promise<void> {
  // Flowers that came back are not sent out on another day: they are made anew.
  const status = known.status === 'NOT_DELIVERED' && plan.terms ? 'CONFIRMED' : known.status
  await saveChange(tx, {
    orderId,
    deliveryId,
    becomes: plan.becomes,
    terms: plan.terms,
    status,
    orderStatus: orderStatusOf([status, ...known.others]),
  })
}

interface Settling extends Writing {
  readonly agreed: Change['agreed']
  readonly who: Caller['accountId']
  readonly at: Temporal.Instant
}

/** Does what was agreed about the difference. What is left as it is leaves the order's sums alone. */
async function settle(tx: Tx, shop: Pick<Shop, 'jobs'>, settling: Settling): Promise<void> {
  const { known, plan, orderId, deliveryId, agreed, who, at } = settling
  const { difference } = plan.settling
  switch (agreed.settle) {
    case 'none':
    case 'waive':
      return
    case 'due':
      return makeDearer(tx, settling, difference)
    case 'refund': {
      // What is still due is not paid back but not asked for.
      const back = negative(difference)
      const fromDue = least(back, money(known.dueMinor, known.currency))
      if (!isZero(fromDue)) await makeDearer(tx, settling, negative(fromDue))
      const rest = subtract(back, fromDue)
      if (isZero(rest)) return
      const books = refundableOf({ ...known, isAlive: true, isCancelled: false })
      const split = decideRefund(books, { parts: [], goodwill: rest })
      if (split.kind === 'refuse') throw settleOtherwise(split.because)
      await addRefundedOfFee(tx, deliveryId, rest.minor)
      await payBack(tx, shop, {
        id: newId('rfd'),
        orderId,
        split,
        reason: 'changed',
        note: agreed.reason ?? '',
        who,
        at,
      })
    }
  }
}

async function makeDearer(tx: Tx, { known, plan, orderId, deliveryId }: Writing, difference: Money): Promise<void> {
  const sum = (minor: number) => money(minor, known.currency)
  const surge = sum(known.surgeMinor)
  // What makes it cheaper comes off the surge first, so that neither of the two goes below nothing.
  const surgeAfter = difference.minor < 0 ? subtract(surge, least(surge, negative(difference))) : surge
  const feeAfter = subtract(add(add(sum(known.feeMinor), surge), difference), surgeAfter)
  const net = subtract(add(feeAfter, surgeAfter), sum(known.discountMinor))
  const gst = gstContained(net, known.gstBasisPoints)
  await saveFee(tx, {
    orderId,
    deliveryId,
    feeMinor: feeAfter.minor,
    surgeMinor: surgeAfter.minor,
    gstMinor: gst.minor,
    differenceMinor: difference.minor,
    gstDifferenceMinor: subtract(gst, sum(known.gstMinor)).minor,
    line: {
      kind: 'delivery',
      label: `Changed to ${dayInShort(plan.becomes.day)}`,
      ...(plan.terms && { detail: plan.terms.windowName }),
      amount: difference,
    },
  })
}
