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
  'customers/read': ['owner', 'manager', 'florist'],
  'staff/read': ['owner', 'manager'],
  'staff/write': ['owner'],
  'audit/read': ['owner', 'manager'],
} as const satisfies Record<string, readonly Role[]>

export type StaffPermission = keyof typeof permissions

/** Whether a role has a permission; nobody's role has none. */
export function roleMay(role: Role | null, permission: StaffPermission): boolean {
  const roles: readonly Role[] = permissions[permission]
  return role !== null && roles.includes(role)
}
