import { customerDesk } from '@flora/contract/customer-desk.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { noteCustomer } from './note-customer.ts'
import { showCustomer, showCustomers } from './show-customer.ts'

/** Customers as staff see them. */
export function customerDeskRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>): void {
  serve(app, customerDesk.listCustomers, ({ query }) => showCustomers(shop, query))

  serve(app, customerDesk.showCustomer, ({ params }) => showCustomer(shop, params.accountId))

  serve(app, customerDesk.noteCustomer, async ({ params, body }) => {
    await noteCustomer(shop, params.accountId, body.note)
    return showCustomer(shop, params.accountId)
  })
}
