import type { StaffPermission } from '@flora/contract/permissions.ts'

/** One line of the side bar. */
export interface Place {
  /** Below /studio. */
  readonly to: string
  readonly words: string
  /** Shown to roles that have this permission. */
  readonly may: StaffPermission
  /** Lines between places: the day's work, what is sold, the house. */
  readonly group: 'day' | 'shop' | 'house'
  /** Pressed one after the other, they lead there. */
  readonly keys?: string
  /** Only this address is this place, and none below it. */
  readonly isExact?: boolean
}

/** The side bar, in its order. A place whose page is not there has no line here. */
export const places: readonly Place[] = [
  { to: '/', words: 'Today', may: 'orders/read', group: 'day', keys: 'g t', isExact: true },
  { to: '/board', words: 'Day board', may: 'orders/read', group: 'day', keys: 'g b' },
  { to: '/orders', words: 'Orders', may: 'orders/read', group: 'day', keys: 'g o' },
  { to: '/phone-orders', words: 'By telephone', may: 'orders/write', group: 'day', keys: 'g n' },
  { to: '/pack', words: 'Day pack', may: 'fulfilment/print', group: 'day', keys: 'g p' },
  { to: '/runs', words: 'Runs', may: 'fulfilment/print', group: 'day', keys: 'g r' },
  { to: '/stock', words: 'Stock', may: 'stock/read', group: 'day', keys: 'g s' },
  { to: '/delivery', words: 'Delivery', may: 'delivery/read', group: 'day', keys: 'g v' },
  { to: '/driver', words: 'My run', may: 'fulfilment/deliver', group: 'day', keys: 'g d' },
  { to: '/products', words: 'Products', may: 'catalog/read', group: 'shop', keys: 'g f' },
  { to: '/codes', words: 'Codes and cards', may: 'promotions/read', group: 'shop' },
  { to: '/articles', words: 'Articles', may: 'content/write', group: 'shop', keys: 'g a' },
  { to: '/customers', words: 'Customers', may: 'customers/read', group: 'shop', keys: 'g c' },
  { to: '/subscriptions', words: 'Subscriptions', may: 'subscriptions/read', group: 'shop', keys: 'g u' },
  { to: '/reports', words: 'Reports', may: 'reports/read', group: 'house', keys: 'g e' },
  { to: '/staff', words: 'Staff', may: 'staff/read', group: 'house' },
  { to: '/settings', words: 'Settings', may: 'settings/read', group: 'house' },
  { to: '/log', words: 'Log', may: 'audit/read', group: 'house' },
]
