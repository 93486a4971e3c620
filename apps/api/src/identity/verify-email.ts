import type { SignInReply } from '@flora/contract/identity.ts'
import { newId } from '@flora/contract/ids.ts'
import { z } from 'zod'
import { postAccountLetter } from '../notifications/index.ts'
import type { Shop } from '../shop.ts'
import { insertAccount } from './account-queries.ts'
import { isAskingBrowser } from './asking-browser.ts'
import { choosePassword } from './choose-password.ts'
import { linkNotValid, passwordNeeded } from './errors.ts'
import { takeToken } from './link-token.ts'
import { hashOf } from './secret.ts'
import { type SigningIn, signInAccount, type Visit } from './sign-in-account.ts'
import { findToken, markTokensVoid } from './token-queries.ts'

const Asked = z.object({ name: z.string(), passwordHash: z.string(), browser: z.string().optional() })

interface Verifying {
  readonly token: string
  /** Chosen at the link, in another browser than the one that asked. */
  readonly password?: string | undefined
  readonly name?: string | undefined
}

/**
 * Makes the account that a letter's link was for, and signs its owner in. The link proves that she reads the address's letters; that
 * it was she who typed the password when the account was asked for is known in the same browser only. Elsewhere she chooses one now.
 */
export async function verifyEmail(
  shop: SigningIn & Pick<Shop, 'db'>,
  visit: Visit,
  { token: secret, password, name: givenName }: Verifying,
): Promise<SignInReply> {
  const now = shop.clock.now()
  const found = await findToken(shop.db, { kind: 'verify-email', hash: hashOf(secret), now })
  if (!found || found.email === null) throw linkNotValid()
  const asked = Asked.parse(found.payload)
  const name = givenName ?? asked.name
  if (password === undefined && !isAskingBrowser(visit.request, asked.browser)) throw passwordNeeded()
  const passwordHash =
    password === undefined ? asked.passwordHash : await choosePassword(shop, password, { email: found.email, name })
  return signInAccount(shop, visit, async (tx) => {
    const { email } = await takeToken(tx, 'verify-email', { secret, now })
    if (email === null) throw linkNotValid()
    const accountId = newId('acc')
    // Made by another link, or by a provider, since the letter was written.
    if (!(await insertAccount(tx, { id: accountId, email, name, passwordHash, at: now }))) throw linkNotValid()
    await markTokensVoid(tx, { email }, { kinds: ['verify-email'], now })
    await postAccountLetter(tx, shop, { to: email, letter: { kind: 'welcome', name } })
    await shop.jobs.enqueue(tx, 'customers/claim-orders', { accountId, email })
    return { accountId, how: 'verified' }
  })
}
