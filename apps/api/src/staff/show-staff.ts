import type { Staff } from '@flora/contract/staff.ts'
import type { Caller } from '../platform/caller.ts'
import { invariant } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { mayChangeRole, mayInvite } from './member.ts'
import { listInvitations, listMembers } from './queries.ts'

/** Who works here and who was invited, as the one who asks may see and change it. */
export async function showStaff({ db, clock }: Pick<Shop, 'db' | 'clock'>, caller: Caller): Promise<Staff> {
  const { accountId, role } = caller
  invariant(role !== null, 'somebody without a role is shown the staff')
  const [members, invitations] = [await listMembers(db), await listInvitations(db, clock.now())]
  const viewer = { accountId, role }
  return {
    people: members.map(({ since, lastSeenAt, ...member }) => ({
      ...member,
      since: since.toString(),
      ...(lastSeenAt && { lastSeenAt: lastSeenAt.toString() }),
      isYou: member.accountId === accountId,
      can: { changeRole: mayChangeRole(viewer, member) },
    })),
    invitations: invitations.map(({ invitedAt, expiresAt, ...invitation }) => ({
      ...invitation,
      invitedAt: invitedAt.toString(),
      expiresAt: expiresAt.toString(),
    })),
    can: { invite: mayInvite(viewer) },
  }
}
