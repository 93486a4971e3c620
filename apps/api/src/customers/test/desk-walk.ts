import { aVisitor, type PayingShop } from '../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../test/signed-in.ts'
import { aCustomer } from './a-customer.ts'

/** A good request for each line about customers as staff see them. */
export async function customerDeskWalk(open: PayingShop) {
  const by = aVisitor(open.app)
  for (const [name, value] of (await aSignedIn(open.shop, { role: 'owner' })).cookies) by.cookies.set(name, value)
  const { accountId } = await aCustomer(open)
  return {
    'customerDesk.listCustomers': async () => ({ by }),
    'customerDesk.showCustomer': async () => ({ by, path: `/desk/customers/${accountId}` }),
    'customerDesk.noteCustomer': async () => ({
      by,
      path: `/desk/customers/${accountId}/note`,
      body: { note: 'Loves ranunculus.' },
    }),
  }
}
