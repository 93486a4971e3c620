import type { NewAddress } from '@flora/contract/customers.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { aVisitor, type PayingShop, type Visitor } from '../../../test/open-paying-shop.ts'
import { type AccountParts, aSignedIn } from '../../../test/signed-in.ts'
import { takeCartToAccount } from '../../cart/index.ts'

/** Somebody signed in, in her browser, with the cart that signing in gave it. */
export interface Customer {
  readonly accountId: AccountId
  readonly email: string
  readonly visitor: Visitor
}

export async function aCustomer({ shop, app }: PayingShop, parts: AccountParts = {}): Promise<Customer> {
  const { accountId, email, cookies } = await aSignedIn(shop, parts)
  const visitor = aVisitor(app)
  for (const [name, value] of cookies) visitor.cookies.set(name, value)
  const { sealingKey } = shop.config
  const cart = await shop.inTransaction((tx) =>
    takeCartToAccount(tx, { accountId, generation: 1, sealingKey, anonymousHash: undefined, now: shop.clock.now() }),
  )
  visitor.cookies.set('cart', cart.token)
  return { accountId, email, visitor }
}

/** An address in the small shop's zone. */
export const mum: NewAddress = {
  label: 'Mum',
  name: 'June Okafor',
  phone: '0491 570 156',
  line1: '12 Nicholson Street',
  line2: '',
  suburb: 'Abbotsford',
  postcode: '3067',
}
