import type { OrderStatus } from '@flora/contract/orders.ts'

/** An order's status as its owner would say it. */
export function statusWords(status: OrderStatus): string {
  switch (status) {
    case 'PENDING':
      return 'Not paid yet'
    case 'CONFIRMED':
      return 'In the book'
    case 'PREPARING':
      return 'On the bench'
    case 'READY':
      return 'Tied'
    case 'OUT_FOR_DELIVERY':
      return 'In the van'
    case 'DELIVERED':
      return 'Delivered'
    case 'NOT_DELIVERED':
      return 'Back with us'
    case 'CANCELLED':
      return 'Cancelled'
    case 'REFUNDED':
      return 'Cancelled and refunded'
  }
}
