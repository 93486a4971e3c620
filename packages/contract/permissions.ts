import { z } from 'zod'

/** What somebody who works for the shop is. An owner may do everything. */
export const Role = z.enum(['owner', 'manager', 'florist', 'driver'])
export type Role = z.output<typeof Role>

/**
 * Which roles may do what: the whole table. A line of the contract names one of these, the server checks it at every call, and a
 * test walks every line with every role.
 */
export const permissions = {
  /** Drafts and published pieces, one's own and others' as the content's own rules say. */
  'content/write': ['owner', 'manager', 'florist'],
  /** Publishing, archiving and deleting what others wrote. */
  'content/publish': ['owner', 'manager'],
  'delivery/read': ['owner', 'manager', 'florist'],
  /** Zones, windows, closures, surges and capacities. */
  'delivery/write': ['owner', 'manager'],
  'catalog/read': ['owner', 'manager', 'florist'],
  /** Drafts of products, photos and stems. */
  'catalog/write': ['owner', 'manager', 'florist'],
  /** Whatever shoppers see: publishing, prices, what is live, collections, imports. */
  'catalog/publish': ['owner', 'manager'],
  'promotions/read': ['owner', 'manager', 'florist'],
  /** Codes and gift cards: they are money. */
  'promotions/write': ['owner', 'manager'],
  'customers/read': ['owner', 'manager', 'florist'],
  /** Notes about customers. */
  'customers/write': ['owner', 'manager', 'florist'],
  /** The order desk: today, the board, orders as the florist sees them. */
  'orders/read': ['owner', 'manager', 'florist'],
  /** Making, moving and changing orders, notes, and orders by telephone. */
  'orders/write': ['owner', 'manager', 'florist'],
  /** Money back, cancelling, and letting somebody off a difference. */
  'orders/refund': ['owner', 'manager'],
  'subscriptions/read': ['owner', 'manager', 'florist'],
  /** Skipping, moving, pausing and changing for a subscriber. */
  'subscriptions/write': ['owner', 'manager', 'florist'],
  /** Ending one for good, and giving a gift's money back. */
  'subscriptions/end': ['owner', 'manager'],
  /** Sales, refunds, tax: the books. */
  'reports/read': ['owner', 'manager'],
  /** Everything at once, in a file: everybody's names and addresses too. */
  'shop/export': ['owner'],
  'settings/read': ['owner', 'manager'],
  /** What the shop says of itself, tax, and the words around letters. */
  'settings/write': ['owner'],
  'staff/read': ['owner', 'manager'],
  'staff/write': ['owner'],
  'audit/read': ['owner', 'manager'],
  /** The day's papers, and who drives what. */
  'fulfilment/print': ['owner', 'manager', 'florist'],
  /** One's own stops. */
  'fulfilment/deliver': ['owner', 'manager', 'florist', 'driver'],
  'stock/read': ['owner', 'manager', 'florist'],
  'stock/write': ['owner', 'manager', 'florist'],
} as const satisfies Record<string, readonly Role[]>

export type StaffPermission = keyof typeof permissions

/** Whether a role has a permission; nobody's role has none. */
export function roleMay(role: Role | null, permission: StaffPermission): boolean {
  const roles: readonly Role[] = permissions[permission]
  return role !== null && roles.includes(role)
}
