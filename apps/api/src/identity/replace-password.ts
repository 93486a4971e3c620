import type { AccountId, SessionId } from '@flora/contract/ids.ts'
import { type CartToken, renewAccountCart } from '../cart/index.ts'
import { postAccountLetter } from '../notifications/index.ts'
import type { Tx } from '../platform/db.ts'
import { invariant } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { nameAndRole } from './account.ts'
import { bumpGeneration, lockAccount, savePasswordHash } from './account-queries.ts'
import { writeAudit } from './audit-queries.ts'
import { markEnded, type WhyEnded } from './session-queries.ts'
import { markTokensVoid } from './token-queries.ts'

type Replacing = Pick<Shop, 'clock' | 'config' | 'jobs'>

/**
 * Gives an account another password. Whatever may be in hands that knew the old one ends with it: other devices, links in letters,
 * half-finished sign-ins. Gives the token that the account's cart has now.
 */
export async function replacePassword(
  tx: Tx,
  shop: Replacing,
  { accountId, passwordHash, keep }: { accountId: AccountId; passwordHash: string; keep: SessionId | undefined },
): Promise<CartToken> {
  const at = shop.clock.now()
  const account = await lockAccount(tx, accountId)
  invariant(account, `${accountId} chose a password and is no account`)
  await savePasswordHash(tx, accountId, passwordHash)
  const cart = await shutOut(tx, shop, { accountId, keep, because: 'password' })
  await markTokensVoid(tx, { accountId }, { kinds: ['reset-password', 'change-email', 'link-identity'], now: at })
  await writeAudit(tx, { at, accountId, who: nameAndRole(account), action: 'change-password', outcome: 200 })
  await postAccountLetter(tx, shop, { to: account.email, letter: { kind: 'password-changed', at } })
  return cart
}

/** Signs every device out, but for one that is kept, and makes worthless what was derived for them. */
export async function shutOut(
  tx: Tx,
  { clock, config }: Pick<Shop, 'clock' | 'config'>,
  { accountId, keep, because }: { accountId: AccountId; keep: SessionId | undefined; because: WhyEnded },
): Promise<CartToken> {
  const now = clock.now()
  await markEnded(tx, { accountId, but: keep }, { at: now, because })
  await markTokensVoid(tx, { accountId }, { kinds: ['second-factor'], now })
  return renewCart(tx, { config }, accountId)
}

/** Gives an account's cart another token: a device that was signed out opens it no more, the others are given it when they renew. */
export async function renewCart(tx: Tx, { config }: Pick<Shop, 'config'>, accountId: AccountId): Promise<CartToken> {
  const generation = await bumpGeneration(tx, accountId)
  return renewAccountCart(tx, { accountId, generation, sealingKey: config.sealingKey })
}
