import type { Session } from '@flora/contract/identity.ts'
import type { SessionId } from '@flora/contract/ids.ts'
import type { CartToken } from '../cart/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Db } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { renewCart, shutOut } from './replace-password.ts'
import { idleDays } from './session.ts'
import { listLiveSessions, markEnded } from './session-queries.ts'

type Ending = Pick<Shop, 'inTransaction' | 'clock' | 'config'>

/** Where she is signed in, this device first, then by when it was seen last. */
export async function listDevices(db: Db, caller: Caller, now: Temporal.Instant): Promise<Session[]> {
  const since = now.subtract({ hours: idleDays * 24 })
  const sessions = await listLiveSessions(db, { accountId: caller.accountId, now, since })
  return sessions
    .map((session) => ({ ...session, isThisOne: session.id === caller.sessionId }))
    .toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne))
}

/**
 * Signs one device of hers out; another's, or one that is out already, is left as it is. Gives the token that her cart has now: the one
 * that device has opens nothing.
 */
export async function endDevice(shop: Ending, { accountId }: Caller, sessionId: SessionId): Promise<CartToken> {
  return shop.inTransaction(async (tx) => {
    await markEnded(tx, { accountId, only: sessionId }, { at: shop.clock.now(), because: 'signed-out' })
    return renewCart(tx, shop, accountId)
  })
}

/** Signs every other device out. Gives the token that the cart has now: the one the others have opens nothing. */
export function endOtherDevices(shop: Ending, { accountId, sessionId }: Caller): Promise<CartToken> {
  return shop.inTransaction((tx) => shutOut(tx, shop, { accountId, keep: sessionId, because: 'everywhere' }))
}
