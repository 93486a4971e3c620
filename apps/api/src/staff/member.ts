import type { AccountId } from '@flora/contract/ids.ts'
import { type Role, roleMay } from '@flora/contract/permissions.ts'
import type { Permission } from '@flora/contract/text.ts'

/** Somebody who works for the shop. */
export interface Member {
  readonly accountId: AccountId
  readonly role: Role
}

export type RoleChange = { kind: 'allow' } | { kind: 'refuse'; because: 'not-allowed' | 'staff-not-found' | 'own-role' }

/**
 * Whether somebody may give somebody another role, or none. Decided from all who work here as they are locked: who was let in by
 * the guard may have lost her own role while she waited. The shop never loses its last owner: only an owner changes roles, and
 * none her own.
 */
export function decideRoleChange(members: readonly Member[], { by, of }: { by: AccountId; of: AccountId }): RoleChange {
  const roleOf = (id: AccountId) => members.find(({ accountId }) => accountId === id)?.role ?? null
  if (!roleMay(roleOf(by), 'staff/write')) return { kind: 'refuse', because: 'not-allowed' }
  if (by === of) return { kind: 'refuse', because: 'own-role' }
  return roleOf(of) === null ? { kind: 'refuse', because: 'staff-not-found' } : { kind: 'allow' }
}

/** The same as a person who looks at the list is told. */
export function mayChangeRole(viewer: Member, member: Member): Permission {
  if (!roleMay(viewer.role, 'staff/write')) return { ok: false, because: 'Only an owner changes roles.' }
  if (viewer.accountId === member.accountId)
    return { ok: false, because: 'Nobody changes her own role. Another owner can.' }
  return { ok: true }
}

export function mayInvite(viewer: Pick<Member, 'role'>): Permission {
  return roleMay(viewer.role, 'staff/write') ? { ok: true } : { ok: false, because: 'Only an owner invites.' }
}
