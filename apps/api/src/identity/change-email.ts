import { postAccountLetter } from '../notifications/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import { nameAndRole } from './account.ts'
import { findAccountByEmail, insertFormerEmail, lockAccount, saveEmail } from './account-queries.ts'
import { forgiveAttempt } from './attempt.ts'
import { writeAudit } from './audit-queries.ts'
import { provePassword } from './change-password.ts'
import { linkNotValid } from './errors.ts'
import { makeToken, takeToken } from './link-token.ts'
import { markTokensVoid } from './token-queries.ts'

type Changing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs'>

const confirmHours = 24
// An account could else be made to write to strangers.
const atMost = { letters: 3, hours: 24 } as const

/**
 * Sends a link to a new address, and news of it to the old one. An address that has an account is told so instead; who asked is not.
 */
export async function changeEmail(
  shop: Changing,
  caller: Caller,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const { account, attempt } = await provePassword(shop, caller, password)
  const now = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    await forgiveAttempt(tx, attempt, now)
    await markTokensVoid(tx, { accountId: account.id }, { kinds: ['change-email'], now })
    const owner = await findAccountByEmail(tx, email)
    const minutes = confirmHours * 60
    const token = await makeToken(tx, { kind: 'change-email', accountId: account.id, email, minutes, now })
    await postAccountLetter(tx, shop, {
      to: email,
      letter:
        owner && owner.id !== account.id
          ? { kind: 'new-email-is-taken' }
          : { kind: 'change-email', token, hours: confirmHours },
      goodUntil: now.add({ minutes }),
      atMost,
    })
    await postAccountLetter(tx, shop, {
      to: account.email,
      letter: { kind: 'email-changing', at: now, isDone: false },
      atMost,
    })
  })
}

/** Moves an account to the address whose owner followed the link, and tells the one that it leaves. */
export async function confirmEmail(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs'>,
  secret: string,
): Promise<void> {
  const now = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    const { accountId, email } = await takeToken(tx, 'change-email', { secret, now })
    const account = accountId === null ? undefined : await lockAccount(tx, accountId)
    if (!account || email === null) throw linkNotValid()
    // Somebody made an account of that address since.
    if (!(await saveEmail(tx, account.id, email))) throw linkNotValid()
    await insertFormerEmail(tx, { accountId: account.id, email: account.email, until: now })
    // Links that wait in the old mailbox open nothing any more.
    await markTokensVoid(
      tx,
      { accountId: account.id },
      { kinds: ['reset-password', 'change-email', 'link-identity'], now },
    )
    await markTokensVoid(tx, { email }, { kinds: ['verify-email'], now })
    await shop.jobs.enqueue(tx, 'customers/claim-orders', { accountId: account.id, email })
    await shop.jobs.enqueue(tx, 'newsletter/follow-address', { from: account.email, to: email })
    await writeAudit(tx, {
      at: now,
      accountId: account.id,
      who: nameAndRole(account),
      action: 'change-email',
      outcome: 200,
    })
    await postAccountLetter(tx, shop, {
      to: account.email,
      letter: { kind: 'email-changing', at: now, isDone: true },
    })
  })
}
