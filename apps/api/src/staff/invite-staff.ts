import type { Role } from '@flora/contract/permissions.ts'
import { findAccountByEmail, makeToken, markTokensVoid } from '../identity/index.ts'
import { postAccountLetter } from '../notifications/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import { markDetail } from './audit-queries.ts'
import { alreadyStaff } from './errors.ts'

/** Long enough for a holiday weekend. */
const invitationDays = 7

/** Writes to an address that its reader may have a role. An invitation from before counts no more. */
export async function inviteStaff(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs'>,
  { caller, entry, email, role }: { caller: Caller; entry: number; email: string; role: Role },
): Promise<void> {
  const now = shop.clock.now()
  const minutes = invitationDays * 24 * 60
  await shop.inTransaction(async (tx) => {
    if ((await findAccountByEmail(tx, email))?.role) throw alreadyStaff(email)
    await markTokensVoid(tx, { email }, { kinds: ['invite-staff'], now })
    const payload = { role, invitedBy: caller.accountId }
    const token = await makeToken(tx, { kind: 'invite-staff', email, payload, minutes, now })
    await markDetail(tx, entry, { email, role })
    await postAccountLetter(tx, shop, {
      to: email,
      letter: { kind: 'staff-invitation', by: caller.name, role, token, days: invitationDays },
      goodUntil: now.add({ minutes }),
    })
  })
}

/** Makes the link of an invitation useless; one that was accepted is no invitation any more. */
export async function withdrawInvitation(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  { entry, email }: { entry: number; email: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await markTokensVoid(tx, { email }, { kinds: ['invite-staff'], now: clock.now() })
    await markDetail(tx, entry, { email })
  })
}
