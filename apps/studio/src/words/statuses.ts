import type { OrderStatus } from '@flora/contract/orders.ts'

/** The mark of a status and its word; marks are drawn by `.badge[data-s]`. */
export const statusWords: Record<OrderStatus, { readonly mark: string; readonly word: string }> = {
  PENDING: { mark: 'pending', word: 'Pending' },
  CONFIRMED: { mark: 'confirmed', word: 'Confirmed' },
  PREPARING: { mark: 'preparing', word: 'Preparing' },
  READY: { mark: 'ready', word: 'Ready' },
  OUT_FOR_DELIVERY: { mark: 'out', word: 'Out for delivery' },
  DELIVERED: { mark: 'delivered', word: 'Delivered' },
  NOT_DELIVERED: { mark: 'wrong', word: 'Not delivered' },
  CANCELLED: { mark: 'cancelled', word: 'Cancelled' },
  REFUNDED: { mark: 'refunded', word: 'Refunded' },
}
