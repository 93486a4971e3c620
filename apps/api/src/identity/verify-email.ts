import type { SignInReply } from '@flora/contract/identity.ts'
import { newId } from '@flora/contract/ids.ts'
import { z } from 'zod'
import { postAccountLetter } from '../notifications/index.ts'
import { insertAccount } from './account-queries.ts'
import { linkNotValid } from './errors.ts'
import { takeToken } from './link-token.ts'
import { type SigningIn, signInAccount, type Visit } from './sign-in-account.ts'
import { markTokensVoid } from './token-queries.ts'

const Chosen = z.object({ name: z.string(), passwordHash: z.string() })

/** Makes the account that a letter's link was for, and signs its owner in: that she reads the address's letters is the proof. */
export function verifyEmail(shop: SigningIn, visit: Visit, secret: string): Promise<SignInReply> {
  return signInAccount(shop, visit, async (tx) => {
    const now = shop.clock.now()
    const { email, payload } = await takeToken(tx, 'verify-email', { secret, now })
    if (email === null) throw linkNotValid()
    const { name, passwordHash } = Chosen.parse(payload)
    const accountId = newId('acc')
    // Made by another link, or by a provider, since the letter was written.
    if (!(await insertAccount(tx, { id: accountId, email, name, passwordHash, at: now }))) throw linkNotValid()
    await markTokensVoid(tx, { email }, { kinds: ['verify-email'], now })
    await postAccountLetter(tx, shop, { to: email, letter: { kind: 'welcome', name } })
    return { accountId, how: 'verified' }
  })
}
