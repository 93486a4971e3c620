import type { Caller } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import type { CartToken } from '../cart/index.ts'
import { type AccountRow, findAccount, lockAccount } from './account-queries.ts'
import { type Attempt, beginAttempt, forgiveAttempt } from './attempt.ts'
import { choosePassword } from './choose-password.ts'
import { passwordWrong, signInAgain, signInNeeded } from './errors.ts'
import { isPassword } from './password.ts'
import { replacePassword } from './replace-password.ts'
import { findSessionBegin } from './session-queries.ts'
import { comparing } from './sign-in.ts'

type Changing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs'>

/** Changes the password of one who is signed in and knows the one she has; other devices are signed out. */
export async function changePassword(
  shop: Changing,
  caller: Caller,
  { current, password }: { current: string; password: string },
): Promise<CartToken> {
  const { account, attempt } = await provePassword(shop, caller, current)
  const passwordHash = await choosePassword(shop, password, account)
  return shop.inTransaction(async (tx) => {
    const locked = await lockAccount(tx, account.id)
    // Two changes at once: the second was proven by a password that is none any more.
    if (locked?.passwordHash !== account.passwordHash) throw passwordWrong()
    await forgiveAttempt(tx, attempt, shop.clock.now())
    return replacePassword(tx, shop, { accountId: account.id, passwordHash, keep: caller.sessionId })
  })
}

/**
 * Asks one who is signed in for her password again: somebody else may be sitting at her device. Who has none, because she comes by
 * a provider, has come by it a moment ago. The attempt is forgiven by the caller, in the transaction that does what it was for.
 */
export async function provePassword(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>,
  { accountId, sessionId }: Pick<Caller, 'accountId' | 'sessionId'>,
  password: string,
): Promise<{ account: AccountRow; attempt: Attempt }> {
  const account = await findAccount(shop.db, accountId)
  if (!account) throw signInNeeded()
  if (account.passwordHash === null && !(await hasJustSignedIn(shop, sessionId))) throw signInAgain()
  const attempt = await beginAttempt(shop, [{ by: 'account', what: 'password', accountId }])
  const isRight =
    account.passwordHash === null
      ? password === ''
      : await comparing(shop, attempt, () => isPassword(shop.config, password, account.passwordHash))
  if (!isRight) throw passwordWrong()
  return { account, attempt }
}

const momentMinutes = 10

async function hasJustSignedIn(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  sessionId: Caller['sessionId'],
): Promise<boolean> {
  const begun = sessionId && (await findSessionBegin(db, sessionId))
  return begun !== undefined && Temporal.Instant.compare(begun.add({ minutes: momentMinutes }), clock.now()) >= 0
}
