import type { SignInReply } from '@flora/contract/identity.ts'
import { z } from 'zod'
import { nameAndRole } from '../account.ts'
import { findAccount } from '../account-queries.ts'
import { writeAudit } from '../audit-queries.ts'
import { linkNotValid } from '../errors.ts'
import { takeToken } from '../link-token.ts'
import { type SigningIn, signInAccount, type Visit } from '../sign-in-account.ts'
import { insertIdentity, lockIdentity } from './queries.ts'

const Asked = z.object({ issuer: z.string(), subject: z.string() })

/** The owner followed the letter's link: from now on the provider's identity opens her account, and she is signed in. */
export function linkIdentity(shop: SigningIn, visit: Visit, secret: string): Promise<SignInReply> {
  return signInAccount(shop, visit, async (tx) => {
    const now = shop.clock.now()
    const { accountId, email, payload } = await takeToken(tx, 'link-identity', { secret, now })
    const account = accountId === null ? undefined : await findAccount(tx, accountId)
    // The account has moved to another address since: whoever reads this one's letters is not its owner.
    if (!account || account.email.toLowerCase() !== email?.toLowerCase()) throw linkNotValid()
    const identity = Asked.parse(payload)
    await lockIdentity(tx, identity)
    if ((await insertIdentity(tx, identity, { accountId: account.id, at: now })) !== account.id) throw linkNotValid()
    await writeAudit(tx, {
      at: now,
      accountId: account.id,
      who: nameAndRole(account),
      action: 'link-provider',
      subject: identity.issuer,
      outcome: 200,
    })
    return { accountId: account.id, how: 'linked' }
  })
}
