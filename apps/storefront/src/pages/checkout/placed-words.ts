import type { OrderView } from '@flora/contract/orders.ts'

/** 'Saturday Peonies, 2 × Twelve chocolates': what is in one delivery of an order. */
export function contentsOf(order: Pick<OrderView, 'lines'>, deliveryId: string): string {
  return order.lines
    .filter((line) => line.deliveryId === deliveryId)
    .map((line) => (line.quantity > 1 ? `${line.quantity} × ${line.name}` : line.name))
    .join(', ')
}
