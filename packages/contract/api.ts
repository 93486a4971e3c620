import { cart } from './cart.ts'
import { catalog } from './catalog.ts'
import { checkout } from './checkout.ts'
import { content } from './content.ts'
import { customers } from './customers.ts'
import { delivery } from './delivery.ts'
import { giftNotes } from './gift-notes.ts'
import { identity } from './identity.ts'
import { newsletter } from './newsletter.ts'
import { operations } from './operations.ts'
import { orders } from './orders.ts'
import { privacy } from './privacy.ts'
import { reminders } from './reminders.ts'
import { staff } from './staff.ts'
import { subscriptions } from './subscriptions.ts'

/** Every endpoint of Flora, by feature: what the server serves, the client calls and the documentation shows. */
export const api = {
  catalog,
  delivery,
  cart,
  checkout,
  orders,
  content,
  giftNotes,
  identity,
  staff,
  customers,
  reminders,
  newsletter,
  privacy,
  subscriptions,
  operations,
}
