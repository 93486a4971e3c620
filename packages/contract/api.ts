import { cart } from './cart.ts'
import { catalog } from './catalog.ts'
import { checkout } from './checkout.ts'
import { content } from './content.ts'
import { delivery } from './delivery.ts'
import { operations } from './operations.ts'
import { orders } from './orders.ts'

/** Every endpoint of Flora, by feature: what the server serves, the client calls and the documentation shows. */
export const api = { catalog, delivery, cart, checkout, orders, content, operations }
