/**
 * Who may know whom inside apps/api/src. Read "orders may know stock" as: files in orders/ may import
 * stock/index.ts. Everything may know platform/ and packages/; nothing else is allowed.
 * The table has no cycles. If you need an arrow the other way, enqueue a job.
 */
export const mayKnow: Record<string, readonly string[]> = {
  catalog: [],
  stock: [],
  delivery: ['stock', 'catalog'],
  promotions: [],
  content: [],
  notifications: [],
  cart: ['catalog', 'delivery', 'promotions'],
  orders: ['notifications', 'stock', 'delivery', 'promotions'],
  payments: ['orders', 'notifications'],
  checkout: ['cart', 'orders', 'payments', 'stock', 'delivery', 'promotions', 'catalog'],
  publishing: ['catalog', 'content'],
  demo: [],
}
