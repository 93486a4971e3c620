import type { Caller } from '../../platform/caller.ts'
import type { Shop } from '../../shop.ts'
import { providerOf } from './provider.ts'
import { findLinkedAccount } from './queries.ts'

/**
 * Who asks with an access token that the provider gave for our API: the account that its owner linked. Undefined for all others, and
 * for an account with two-factor: its second factor was not shown to us.
 */
export async function callerFromProviderToken(
  shop: Pick<Shop, 'db' | 'clock' | 'config'>,
  token: string,
): Promise<Caller | undefined> {
  const identity = await providerOf(shop)?.readAccessToken(token)
  const linked = identity && (await findLinkedAccount(shop.db, identity))
  if (!linked || linked.hasTwoFactor) return undefined
  const { accountId, email, name, role } = linked
  return { accountId, sessionId: undefined, email, name, role }
}
