import type { DeliveryId, OrderId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import { aVisitor, pay, type PayingShop, placedOrder, type Visitor, type Wish } from '../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../test/signed-in.ts'

export interface Member {
  readonly visitor: Visitor
  readonly accountId: string
}

/** Somebody of the staff at the Studio. */
export async function aMember(open: PayingShop, role: Role = 'owner', name = 'Ada Marsh'): Promise<Member> {
  const { accountId, cookies } = await aSignedIn(open.shop, { role, name })
  const visitor = aVisitor(open.app)
  for (const [key, value] of cookies) visitor.cookies.set(key, value)
  return { visitor, accountId }
}

export interface PaidOrder {
  readonly orderId: OrderId
  readonly deliveryId: DeliveryId
  readonly number: string
  readonly link: string
}

/** An order that somebody placed and paid on the web, with all its jobs done. */
export async function aPaidOrder(open: PayingShop, wish: Wish = {}): Promise<PaidOrder> {
  const placed = await placedOrder(aVisitor(open.app), wish)
  await pay(open.stripe, placed)
  await open.work()
  const { id, number, link, deliveries } = placed.order
  return { orderId: id, number, link, deliveryId: deliveries[0]!.id }
}
