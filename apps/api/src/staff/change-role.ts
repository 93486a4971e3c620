import type { AccountId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import { shutOut } from '../identity/index.ts'
import type { Shop } from '../shop.ts'
import { markDetail } from './audit-queries.ts'
import { ownRole, roleWasTaken, staffNotFound } from './errors.ts'
import { decideRoleChange } from './member.ts'
import { lockMembers, saveRole } from './queries.ts'

export interface WantedRole {
  readonly by: AccountId
  readonly of: AccountId
  readonly role: Role | null
  /** Of this action, in the audit log. */
  readonly entry: number
}

/** Gives somebody who works here another role, which counts from her next request on; or none, which signs her out. */
export async function changeRole(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'config'>,
  { by, of, role, entry }: WantedRole,
): Promise<void> {
  await shop.inTransaction(async (tx) => {
    const members = await lockMembers(tx)
    const decision = decideRoleChange(members, { by, of })
    if (decision.kind === 'refuse') throw refusals[decision.because]()
    await saveRole(tx, { accountId: of, role, at: shop.clock.now() })
    if (role === null) await shutOut(tx, shop, { accountId: of, keep: undefined, because: 'role' })
    await markDetail(tx, entry, { from: members.find(({ accountId }) => accountId === of)!.role, to: role })
  })
}

const refusals = { 'not-allowed': roleWasTaken, 'staff-not-found': staffNotFound, 'own-role': ownRole }
