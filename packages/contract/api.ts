import { cart } from './cart.ts'
import { catalogDesk } from './catalog-desk-lines.ts'
import { catalog } from './catalog.ts'
import { checkout } from './checkout.ts'
import { content } from './content.ts'
import { customerDesk } from './customer-desk.ts'
import { customers } from './customers.ts'
import { dayBoard } from './day-board.ts'
import { deliveryDesk } from './delivery-desk-lines.ts'
import { delivery } from './delivery.ts'
import { draftOrders } from './draft-orders.ts'
import { fulfilment } from './fulfilment.ts'
import { giftNotes } from './gift-notes.ts'
import { giftSubscriptions } from './gift-subscriptions.ts'
import { identity } from './identity.ts'
import { newsletter } from './newsletter.ts'
import { operations } from './operations.ts'
import { orderDesk } from './order-desk.ts'
import { orders } from './orders.ts'
import { privacy } from './privacy.ts'
import { promotionsDesk } from './promotions-desk.ts'
import { reminders } from './reminders.ts'
import { reports } from './reports.ts'
import { settings } from './settings.ts'
import { staff } from './staff.ts'
import { stockDesk } from './stock-desk.ts'
import { subscriptionDesk } from './subscription-desk.ts'
import { subscriptionOffers } from './subscription-offers.ts'
import { subscriptions } from './subscriptions.ts'

/** Every endpoint of Flora, by feature: what the server serves, the client calls and the documentation shows. */
export const api = {
  catalog,
  catalogDesk,
  delivery,
  deliveryDesk,
  promotionsDesk,
  cart,
  checkout,
  orders,
  content,
  giftNotes,
  identity,
  staff,
  customers,
  customerDesk,
  reminders,
  newsletter,
  privacy,
  subscriptionOffers,
  subscriptions,
  giftSubscriptions,
  subscriptionDesk,
  dayBoard,
  orderDesk,
  draftOrders,
  fulfilment,
  stockDesk,
  reports,
  settings,
  operations,
}
