import { postAccountLetter } from '../../notifications/index.ts'
import { findAccount } from '../account-queries.ts'
import { makeToken } from '../link-token.ts'
import type { SigningIn } from '../sign-in-account.ts'
import { markTokensVoid } from '../token-queries.ts'
import type { Arrival, ProviderIdentity } from './arrival.ts'
import { hasOpenQuestion, lockIdentity } from './queries.ts'

/** As for a new password: long enough to find the letter. */
export const linkMinutes = 30
// Whoever tries again because no letter came yet gets no second one at once: the first still counts.
const againMinutes = 2
const atMost = { letters: 5, hours: 1 } as const

/**
 * Asks the owner of an account, by a letter to its own address, whether somebody at a provider is her. That the provider says the
 * same address links nothing by itself: it would let whoever runs the provider, or got hold of her name there, into her account.
 */
export async function askOwner(
  shop: SigningIn,
  identity: ProviderIdentity,
  { accountId }: Extract<Arrival, { kind: 'ask-owner' }>,
): Promise<void> {
  const { config, clock } = shop
  const now = clock.now()
  const { issuer, subject } = identity
  await shop.inTransaction(async (tx) => {
    await lockIdentity(tx, identity)
    const since = now.subtract({ minutes: againMinutes })
    const account = await findAccount(tx, accountId)
    if (!account || (await hasOpenQuestion(tx, identity, { accountId, since, now }))) return
    // To the address as its owner wrote it: the provider's may differ in capitals, which some mail servers tell apart.
    const { email } = account
    await markTokensVoid(tx, { accountId }, { kinds: ['link-identity'], now })
    const token = await makeToken(tx, {
      kind: 'link-identity',
      accountId,
      email,
      payload: { issuer, subject },
      minutes: linkMinutes,
      now,
    })
    await postAccountLetter(tx, shop, {
      to: email,
      letter: { kind: 'link-provider', provider: config.oidc?.name ?? '', token, minutes: linkMinutes },
      goodUntil: now.add({ minutes: linkMinutes }),
      atMost,
    })
  })
}
