import type { SignInReply } from '@flora/contract/identity.ts'
import type { Jobs } from '../jobs.ts'
import { postAccountLetter } from '../notifications/index.ts'
import type { Shop } from '../shop.ts'
import { findAccount, findAccountByEmail } from './account-queries.ts'
import { addressAttempt, forgiveAttempt } from './attempt.ts'
import { choosePassword } from './choose-password.ts'
import { linkNotValid } from './errors.ts'
import { makeToken, takeToken } from './link-token.ts'
import { replacePassword } from './replace-password.ts'
import { hashOf } from './secret.ts'
import { type SigningIn, signInAccount, type Visit } from './sign-in-account.ts'
import { findToken } from './token-queries.ts'

/** Long enough to find the letter, short enough that an open mailbox is no key for the rest of the day. */
const resetMinutes = 30
const atMost = { letters: 3, hours: 1 } as const

/**
 * Somebody says that a password is forgotten. Whether the address has an account is found out by a job, so that the answer takes as
 * long for one that has none.
 */
export async function askForReset(
  { inTransaction, clock, jobs }: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>,
  email: string,
): Promise<void> {
  const wantedAt = clock.now().toString()
  await inTransaction((tx) => jobs.enqueue(tx, 'identity/forgotten', { email, wantedAt }))
}

/** Writes the link to an address that has an account. */
export async function writeResetLink(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs'>,
  { email, wantedAt }: Jobs['identity/forgotten'],
): Promise<void> {
  const now = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    const account = await findAccountByEmail(tx, email)
    if (!account) return
    const token = await makeToken(tx, { kind: 'reset-password', accountId: account.id, minutes: resetMinutes, now })
    await postAccountLetter(tx, shop, {
      to: account.email,
      letter: { kind: 'reset', token, minutes: resetMinutes },
      once: `account/reset:${account.id}:${wantedAt}`,
      goodUntil: now.add({ minutes: resetMinutes }),
      atMost,
    })
  })
}

/** Sets a new password by a letter's link: every device is signed out, and this one in. */
export async function resetPassword(
  shop: SigningIn & Pick<Shop, 'db'>,
  visit: Visit,
  { token: secret, password }: { token: string; password: string },
): Promise<SignInReply> {
  const now = shop.clock.now()
  // Looked at before the dear work, and used up after it: of two at once, one finds it used.
  const found = await findToken(shop.db, { kind: 'reset-password', hash: hashOf(secret), now })
  const account = found?.accountId ? await findAccount(shop.db, found.accountId) : undefined
  if (!account) throw linkNotValid()
  const passwordHash = await choosePassword(shop, password, account)
  return signInAccount(shop, visit, async (tx) => {
    await takeToken(tx, 'reset-password', { secret, now })
    await replacePassword(tx, shop, { accountId: account.id, passwordHash, keep: undefined })
    // She reads the address's letters, so those who guessed at it don't hold her up.
    await forgiveAttempt(tx, addressAttempt(shop.config, account.email), now)
    return { accountId: account.id, how: 'reset' }
  })
}
