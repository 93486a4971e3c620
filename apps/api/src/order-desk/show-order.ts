import { instantFromStored, timeFromStored } from '@flora/calendar/stored-time.ts'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import { markable } from '@flora/contract/day-board.ts'
import type { DeskOrder } from '@flora/contract/desk-order.ts'
import type { OrderId } from '@flora/contract/ids.ts'
import { roleMay } from '@flora/contract/permissions.ts'
import type { Permission } from '@flora/contract/text.ts'
import { add, least, money, type Money, subtract } from '@flora/money/money.ts'
import { decideMarking, decideShopCancellation, isAlive } from '../making/index.ts'
import { listOrdersById, type OrderRecord, toOrderView } from '../orders/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import { mayChange } from './change.ts'
import { momentAt, toPermission } from './card.ts'
import { noSuchOrder } from './errors.ts'
import { toDeskLetter } from './letters.ts'
import { type DeskDeliveryRecord, type DeskRecord, findDeskRecord } from './order-queries.ts'
import { allOf, refundableOf } from './refund.ts'
import { decideRisks, type Moment } from './risk.ts'
import { mayTakeMoney } from './take-money-rule.ts'
import { nameOf, toTimeline } from './timeline.ts'

/** An order with all that staff may know and do. Two statements. */
export async function showDeskOrder(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  orderId: OrderId,
  caller: Pick<Caller, 'accountId' | 'role'>,
): Promise<DeskOrder> {
  const [orders, desk] = await Promise.all([listOrdersById(db, [orderId]), findDeskRecord(db, orderId)])
  const order = orders.get(orderId)
  if (!order || !desk) throw noSuchOrder()
  return toDeskOrder({ order, desk, caller, moment: momentAt(clock.now(), desk.timeZone) })
}

interface Parts {
  readonly order: OrderRecord
  readonly desk: DeskRecord
  readonly caller: Pick<Caller, 'accountId' | 'role'>
  readonly moment: Moment
}

function toDeskOrder({ order, desk, caller, moment }: Parts): DeskOrder {
  const sum = (minor: number) => money(minor, desk.currency)
  const refundable = refundableOf({
    ...desk,
    isAlive: isAlive(order.status),
    isCancelled: order.status === 'CANCELLED',
  })
  const all = allOf(refundable)
  const placed = order.events.find(({ kind }) => kind === 'placed')
  return {
    order: toOrderView(order, moment.at),
    placedBy: desk.occurrenceId ? 'Subscription' : nameOf(placed?.who ?? 'customer', desk.people),
    source: desk.occurrenceId ? 'subscription' : placed?.who.startsWith('acc_') ? 'shop' : 'web',
    ...(desk.account && { account: desk.account }),
    ...(desk.subscriptionId && { subscriptionId: desk.subscriptionId }),
    money: {
      toPay: sum(order.toPayMinor),
      paid: sum(desk.paidMinor),
      paidInShop: sum(desk.inShopMinor),
      due: sum(desk.dueMinor),
      giftCard: sum(desk.giftCardMinor),
      refunded: sum(desk.refundedMinor),
      refundable: { all, ...refundable },
    },
    deliveries: order.deliveries.map((delivery) =>
      toDeskDelivery({
        delivery,
        known: desk.deliveries.find(({ id }) => id === delivery.id)!,
        desk,
        moment,
        all,
      }),
    ),
    lines: desk.lines.map(({ id, deliveryId, variantId, kind, recipe, ...line }) => ({
      id,
      deliveryId,
      variantId,
      kind,
      recipe: [...recipe],
      refunded: sum(line.refundedMinor),
      refundable: least(
        all,
        subtract(subtract(sum(line.totalMinor), sum(line.discountMinor)), sum(line.refundedMinor)),
      ),
    })),
    refunds: desk.refunds.map(({ id, amountMinor, way, state, reason, note, who, at }) => ({
      id,
      amount: sum(amountMinor),
      way,
      state,
      reason: note === '' ? reason : note,
      who: nameOf(who, desk.people),
      at: instantFromStored(at).toString(),
    })),
    timeline: toTimeline(order.events, { names: desk.people, currency: desk.currency }),
    notes: desk.notes.map(({ id, accountId, who, text, at }) => ({
      id,
      at: instantFromStored(at).toString(),
      who,
      text,
      can: {
        remove: accountId === caller.accountId ? { ok: true } : { ok: false, because: `${who} wrote it.` },
      },
    })),
    letters: desk.letters.map((letter) => toDeskLetter(letter, order)),
    can: canOf({ order, desk, caller, all }),
  }
}

function canOf({ order, desk, caller, all }: Omit<Parts, 'moment'> & { all: Money }): DeskOrder['can'] {
  const trusted = roleMay(caller.role, 'orders/refund')
  const forTrusted = (may: Permission): Permission =>
    trusted ? may : { ok: false, because: 'Only an owner or a manager does that.' }
  const cancellation = decideShopCancellation(order.status)
  return {
    cancel: forTrusted(cancellation.kind === 'allow' ? { ok: true } : { ok: false, because: cancellation.because }),
    refund: forTrusted(all.minor > 0 ? { ok: true } : { ok: false, because: whyNoRefund(order, desk) }),
    takeMoney: mayTakeMoney(order),
    changeBuyer: { ok: true },
    waive: forTrusted({ ok: true }),
  }
}

function whyNoRefund({ status }: OrderRecord, { paidMinor, giftCardMinor }: DeskRecord): string {
  if (status === 'PENDING') return 'Nothing is paid yet.'
  if (status === 'CANCELLED' || status === 'REFUNDED') return 'Its money goes back by itself.'
  return paidMinor === 0 && giftCardMinor === 0 ? 'Nothing was paid for it.' : 'All of it is given back.'
}

interface DeliveryParts {
  readonly delivery: OrderRecord['deliveries'][number]
  readonly known: DeskDeliveryRecord
  readonly desk: DeskRecord
  readonly moment: Moment
  readonly all: Money
}

function toDeskDelivery({ delivery, known, desk, moment, all }: DeliveryParts): DeskOrder['deliveries'][number] {
  const charged = chargedFor(known, desk.currency)
  const fit = fitCard(delivery.cardMessage)
  const suspect = { ...delivery, ...known, dueMinor: desk.dueMinor, longCard: delivery.cardMessage }
  const may = (what: Parameters<typeof mayChange>[1]) =>
    mayChange(
      {
        status: delivery.status,
        isCardPrinted: known.cardPrintedAt !== null,
        isOfSubscription: desk.occurrenceId !== null,
      },
      what,
    )
  return {
    id: delivery.id,
    status: delivery.status,
    window: {
      id: known.windowId,
      name: delivery.windowName,
      starts: timeFromStored(delivery.windowStarts),
      ends: timeFromStored(delivery.windowEnds),
    },
    zone: { id: known.zoneId, name: known.zoneName },
    benchMinutes: known.benchMinutes,
    cutOffAt: instantFromStored(known.cutOffAt).toString(),
    ...(known.cardPrintedAt && { cardPrintedAt: instantFromStored(known.cardPrintedAt).toString() }),
    cardFit: { ...fit, lines: [...fit.lines], unprintable: [...fit.unprintable] },
    charged,
    refundable: least(all, charged),
    risks: decideRisks(suspect, moment),
    can: {
      mark: markable.map((to) => ({ to, may: toPermission(decideMarking(delivery, to, moment.today)) })),
      move: may('move'),
      changeAddress: may('address'),
      changeCard: may('card'),
    },
  }
}

/** What is charged for a delivery as it stands: the fees, less discount and what went back of them. */
export function chargedFor(
  fees: Pick<DeskDeliveryRecord, 'feeMinor' | 'surgeMinor' | 'discountMinor' | 'refundedMinor'>,
  currency: Money['currency'],
): Money {
  const sum = (minor: number) => money(minor, currency)
  const agreed = subtract(add(sum(fees.feeMinor), sum(fees.surgeMinor)), sum(fees.discountMinor))
  return subtract(agreed, sum(fees.refundedMinor))
}
