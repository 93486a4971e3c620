import { knownOrder, toOrderView } from '../orders/index.ts'
import type { Shop } from '../shop.ts'
import { invoiceNotReady } from './errors.ts'
import { toInvoice } from './invoice.ts'
import { findSeller } from './queries.ts'

/** The tax invoice of a paid order, drawn anew each time: the same bytes as long as nothing happens to the order. */
export async function makeInvoice(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  link: string,
): Promise<{ fileName: string; pdf: Buffer }> {
  const order = toOrderView(await knownOrder({ db }, link), clock.now())
  const may = order.can.invoice
  if (!may.ok) throw invoiceNotReady(may.because)
  // The printer and its letters weigh 15 MB, and most processes print nothing all day.
  const { drawInvoice } = await import('./draw-invoice.ts')
  const invoice = toInvoice(order, await findSeller(db))
  return { fileName: `tax-invoice-${order.number}.pdf`, pdf: await drawInvoice(invoice) }
}
