import assert from 'node:assert/strict'
import { ApiProblem, type Client } from '@flora/client/client.ts'
import type { DayRuns } from '@flora/contract/fulfilment.ts'
import type { AccountId, DeliveryId, OrderId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import {
  aVisitor,
  type PayingShop,
  pay,
  placedOrder,
  saturday,
  type Visitor,
  type Wish,
} from '../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../test/signed-in.ts'

export interface Member extends Client {
  readonly accountId: AccountId
  readonly headers: Readonly<Record<string, string>>
  readonly visitor: Visitor
}

/** Somebody who works in the shop, in her browser. */
export async function aMember(open: PayingShop, role: Role, name = 'Wren Hall'): Promise<Member> {
  const { accountId, headers, cookies } = await aSignedIn(open.shop, { role, name })
  const visitor = aVisitor(open.app)
  for (const [key, value] of cookies) visitor.cookies.set(key, value)
  return { accountId, headers, visitor, call: visitor.call }
}

export interface PaidOrder {
  readonly orderId: OrderId
  readonly deliveryId: DeliveryId
  readonly link: string
  readonly number: string
}

/** An order that is paid, for the Saturday unless told. */
export async function aPaidOrder(open: PayingShop, wish: Wish = {}): Promise<PaidOrder> {
  const visitor = aVisitor(open.app)
  const placed = await placedOrder(visitor, wish)
  const { order } = placed
  await pay(open.stripe, placed)
  await open.work()
  return { orderId: order.id, deliveryId: order.deliveries[0]!.id, link: order.link, number: order.number }
}

/** The order as its buyer sees it. */
export function orderOf(open: PayingShop, link: string): Promise<OrderView> {
  return aVisitor(open.app).call('GET /orders/:link', { params: { link } })
}

/** A run of the Saturday for a driver, with these stops. */
export async function aRun(
  by: Client,
  driverId: AccountId,
  deliveryIds: readonly DeliveryId[],
): Promise<DayRuns['runs'][number]> {
  const day = saturday
  const before = await by.call('GET /fulfilment/days/:day/runs', { params: { day } })
  const added = await by.call('POST /fulfilment/days/:day/runs', {
    params: { day },
    body: { version: before.version, driverId },
  })
  const { id: runId } = added.runs.at(-1)!
  const arranged = await by.call('PUT /fulfilment/runs/:runId/stops', {
    params: { runId },
    body: { version: added.version, deliveryIds: [...deliveryIds] },
  })
  return arranged.runs.find(({ id }) => id === runId)!
}

/** That the shop says no, by this code. */
export async function refuses(asked: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(asked, (error: unknown) => error instanceof ApiProblem && error.problem.code === code)
}
