import type { SignedIn } from '@flora/contract/identity.ts'
import { postAccountLetter } from '../../notifications/index.ts'
import type { Tx } from '../../platform/db.ts'
import { invariant } from '../../platform/refusal.ts'
import type { Shop } from '../../shop.ts'
import { type AccountRow, lockAccount } from '../account-queries.ts'
import { beginAttempt, forgiveAttempt } from '../attempt.ts'
import { linkNotValid } from '../errors.ts'
import { takeToken } from '../link-token.ts'
import { hashOf } from '../secret.ts'
import { type SigningIn, signInAccount, type Visit } from '../sign-in-account.ts'
import { findToken } from '../token-queries.ts'
import { countRecoveryCodes, takeTry } from './queries.ts'
import { takeCode } from './take-code.ts'

/** Codes that may be wrong before the password is asked for again. */
const triesPerTicket = 5

/** Finishes a sign-in that waits for its second factor. A wrong code leaves the ticket as it is; a fifth one was the last. */
export async function showSecondFactor(
  shop: SigningIn & Pick<Shop, 'db'>,
  visit: Visit,
  { ticket, code }: { ticket: string; code: string },
): Promise<SignedIn> {
  const hash = hashOf(ticket)
  const accountId = (await findToken(shop.db, { kind: 'second-factor', hash, now: shop.clock.now() }))?.accountId
  if (!accountId) throw linkNotValid()
  const attempt = await beginAttempt(shop, [
    { by: 'account', what: 'code', accountId },
    { by: 'client', ip: visit.request.ip },
  ])
  // Counted before the code is looked at, and for good: a hundred at the same moment are a hundred tries.
  if (!(await shop.inTransaction((tx) => takeTry(tx, hash, triesPerTicket)))) throw linkNotValid()

  const reply = await signInAccount(shop, visit, async (tx) => {
    const now = shop.clock.now()
    await takeToken(tx, 'second-factor', { secret: ticket, now })
    const account = await lockAccount(tx, accountId)
    if (!account) throw linkNotValid()
    const taken = await takeCode(tx, shop, { accountId, code })
    await forgiveAttempt(tx, attempt, now)
    if (taken === 'recovery') await tellOfRecovery(tx, shop, account)
    return { accountId, how: 'second-factor', twoFactor: true }
  })
  invariant(reply.kind === 'signed-in', 'a second factor was shown and asked for again')
  return reply
}

// The codes lie on paper somewhere. Should somebody else have found them, their owner hears of the first.
async function tellOfRecovery(tx: Tx, shop: SigningIn, { id, email }: AccountRow): Promise<void> {
  const left = await countRecoveryCodes(tx, id)
  const letter = { kind: 'two-factor', change: 'recovery-code', at: shop.clock.now(), left } as const
  await postAccountLetter(tx, shop, { to: email, letter })
}
