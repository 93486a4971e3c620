import { newId } from '@flora/contract/ids.ts'
import { findAccountByEmail, insertAccount, makeToken, shutOut, writeAudit } from '../identity/index.ts'
import { linkAddress } from '../notifications/index.ts'
import { invariant } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { saveRole } from './queries.ts'

/** The operator hands the link over, by telephone perhaps. */
const linkHours = 24

export interface MadeOwner {
  readonly isNew: boolean
  readonly link: string
  readonly hours: number
}

/**
 * Makes somebody an owner from outside of the shop: the first one, or one where none can sign in any more. Gives a link by which she
 * chooses a password, once. Whoever can run this has the database in her hands anyway.
 */
export async function makeOwner(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'config'>,
  { email, name }: { email: string; name: string },
): Promise<MadeOwner> {
  const now = shop.clock.now()
  return shop.inTransaction(async (tx) => {
    const isNew = await insertAccount(tx, { id: newId('acc'), email, name, passwordHash: null, at: now })
    const account = await findAccountByEmail(tx, email)
    invariant(account, `${email} was to be an owner and has no account`)
    const { id: accountId } = account
    if (account.role !== 'owner') {
      await saveRole(tx, { accountId, role: 'owner', at: now })
      // Whoever holds a device of hers is not to find it an owner's.
      await shutOut(tx, shop, { accountId, keep: undefined, because: 'role' })
    }
    const minutes = linkHours * 60
    const token = await makeToken(tx, { kind: 'reset-password', accountId, minutes, now })
    await writeAudit(tx, {
      at: now,
      accountId: null,
      who: 'An operator',
      action: 'ops owner',
      subject: accountId,
      outcome: 200,
      detail: { email: account.email, isNew },
    })
    return { isNew, link: linkAddress('reset-password', token, shop.config), hours: linkHours }
  })
}
