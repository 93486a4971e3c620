/**
 * Who may know whom inside apps/api/src. Read "orders may know stock" as: files in orders/ may import
 * stock/index.ts. Everything may know platform/ and packages/; nothing else is allowed.
 * The table has no cycles. If you need an arrow the other way, enqueue a job.
 */
export const mayKnow: Record<string, readonly string[]> = {
  catalog: [],
  content: ['catalog'],
  stock: [],
  promotions: [],
  delivery: ['stock', 'catalog'],
  cart: ['catalog', 'delivery', 'promotions'],
  orders: ['stock', 'delivery', 'promotions'],
  payments: ['orders'],
  checkout: ['cart', 'orders', 'payments', 'stock', 'delivery', 'promotions'],
  notifications: ['orders'],
  identity: ['cart', 'notifications'],
  staff: ['identity', 'notifications'],
  customers: ['identity', 'cart', 'orders', 'notifications', 'catalog', 'delivery', 'payments'],
  subscriptions: ['catalog', 'stock', 'delivery', 'orders', 'payments', 'checkout', 'customers', 'notifications'],
  reminders: ['notifications'],
  newsletter: ['notifications'],
  privacy: ['identity', 'customers'],
  invoices: ['orders'],
  'gift-notes': [],
  publishing: ['catalog', 'content'],
  demo: ['identity'],
  ops: ['identity', 'staff'],
}
