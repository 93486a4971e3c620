import { OrderLink } from '@flora/contract/orders.ts'
import type { FastifyInstance } from 'fastify'
import { orderNotFound } from '../orders/index.ts'
import type { Shop } from '../shop.ts'
import { makeInvoice } from './make-invoice.ts'

export function invoiceRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'clock'>): void {
  // A PDF and not JSON, so no line of the contract: the parameter is parsed here.
  app.get<{ Params: { link: string } }>(
    '/api/orders/:link/invoice.pdf',
    { config: { limit: 'reads' } },
    async (request, reply) => {
      const link = OrderLink.safeParse(request.params.link)
      if (!link.success) throw orderNotFound()
      const { fileName, pdf } = await makeInvoice(shop, link.data)
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename="${fileName}"`)
        .header('cache-control', 'private, no-store')
        .header('x-robots-tag', 'noindex')
        .send(pdf)
    },
  )
}
