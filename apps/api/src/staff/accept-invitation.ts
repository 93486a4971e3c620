import type { Answer } from '@flora/contract/endpoint.ts'
import { AccountId, newId } from '@flora/contract/ids.ts'
import { Role, roleMay } from '@flora/contract/permissions.ts'
import type { staff } from '@flora/contract/staff.ts'
import { z } from 'zod'
import {
  choosePassword,
  findAccountByEmail,
  findToken,
  hashOf,
  insertAccount,
  markTokensVoid,
  nameAndRole,
  shutOut,
  signInAccount,
  takeToken,
  type Visit,
  writeAudit,
} from '../identity/index.ts'
import type { Tx } from '../platform/db.ts'
import { invariant } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { accountMadeMeanwhile, alreadyStaff, invitationNotValid, nameAndPasswordNeeded } from './errors.ts'
import { lockMembers, saveRole } from './queries.ts'

type Accepting = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs'>

/**
 * Gives the role of an invitation to the account of the address it was sent to, whoever is signed in. Where there is none, it is made
 * with this name and password, and signed in: that she has the letter's link is the proof. An account that is there only takes
 * the role: a letter that lay about for days is no key to it. All its devices sign in again, since what they may do has changed.
 */
export async function acceptInvitation(
  shop: Accepting,
  visit: Visit,
  { token, name, password }: { token: string; name?: string | undefined; password?: string | undefined },
): Promise<Answer<typeof staff.acceptInvitation>> {
  const found = await findToken(shop.db, { kind: 'invite-staff', hash: hashOf(token), now: shop.clock.now() })
  const email = found?.email
  if (!email) throw invitationNotValid()
  if (await findAccountByEmail(shop.db, email)) return takeRole(shop, token)
  if (name === undefined || password === undefined) throw nameAndPasswordNeeded()

  const passwordHash = await choosePassword(shop, password, { email, name })
  const reply = await signInAccount(shop, visit, async (tx) => {
    const invitation = await takeInvitation(tx, shop, token)
    const accountId = newId('acc')
    const at = shop.clock.now()
    if (!(await insertAccount(tx, { id: accountId, email: invitation.email, name, passwordHash, at })))
      throw accountMadeMeanwhile()
    await giveRole(tx, shop, { accountId, invitation })
    return { accountId, how: 'invited' }
  })
  invariant(reply.kind === 'signed-in', 'an account made a moment ago is asked for a second factor')
  return reply
}

async function takeRole(shop: Accepting, token: string): Promise<{ kind: 'role-taken'; message: string }> {
  await shop.inTransaction(async (tx) => {
    const invitation = await takeInvitation(tx, shop, token)
    const account = await findAccountByEmail(tx, invitation.email)
    if (!account) throw nameAndPasswordNeeded()
    // Her role is the owners' to change, in the list: the only owner is not made a driver by a letter that was on its way.
    if (account.role !== null) throw alreadyStaff(account.email)
    await giveRole(tx, shop, { accountId: account.id, invitation })
    await shutOut(tx, shop, { accountId: account.id, keep: undefined, because: 'role' })
  })
  return { kind: 'role-taken', message: 'The role is yours. Please sign in again: your devices have been signed out.' }
}

interface Invitation {
  readonly email: string
  readonly role: Role
}

const Promised = z.object({ role: Role, invitedBy: AccountId })

// Whoever invited must still be one who may: what a dismissed owner has sent out counts no more.
async function takeInvitation(tx: Tx, { clock }: Pick<Shop, 'clock'>, secret: string): Promise<Invitation> {
  const members = await lockMembers(tx)
  const { email, payload } = await takeToken(tx, 'invite-staff', { secret, now: clock.now() })
  const { role, invitedBy } = Promised.parse(payload)
  const inviter = members.find(({ accountId }) => accountId === invitedBy)
  if (email === null || !roleMay(inviter?.role ?? null, 'staff/write')) throw invitationNotValid()
  return { email, role }
}

async function giveRole(
  tx: Tx,
  { clock }: Pick<Shop, 'clock'>,
  { accountId, invitation: { email, role } }: { accountId: AccountId; invitation: Invitation },
): Promise<void> {
  const at = clock.now()
  await saveRole(tx, { accountId, role, at })
  await markTokensVoid(tx, { email }, { kinds: ['invite-staff'], now: at })
  const account = await findAccountByEmail(tx, email)
  invariant(account, `${accountId} took a role and is gone`)
  const action = 'POST /staff/invitations/accept'
  await writeAudit(tx, {
    at,
    accountId,
    who: nameAndRole(account),
    action,
    subject: email,
    outcome: 200,
    detail: { role },
  })
}
