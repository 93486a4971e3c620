import type { Answer } from '@flora/contract/endpoint.ts'
import type { identity } from '@flora/contract/identity.ts'
import type { Caller } from '../../platform/caller.ts'
import type { Shop } from '../../shop.ts'
import { findShopName, lockAccount } from '../account-queries.ts'
import { beginAttempt, forgiveAttempt } from '../attempt.ts'
import { provePassword } from '../change-password.ts'
import { signInNeeded } from '../errors.ts'
import { seal } from '../../platform/sealing.ts'
import { authenticatorUri, newAuthenticatorSecret, toQr } from './authenticator.ts'
import { twoFactorIsOn } from './errors.ts'
import { saveOfferedSecret } from './queries.ts'
import { takeCode } from './take-code.ts'

/**
 * Shows somebody a new secret for her authenticator. It counts once a code of it was given. Where two-factor is on, the one that
 * counts stays until then, and a code of it, or a recovery code, is asked for as well as the password.
 */
export async function beginTwoFactor(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>,
  caller: Caller,
  { password, code }: { password: string; code?: string | undefined },
): Promise<Answer<typeof identity.beginTwoFactor>> {
  const { accountId } = caller
  const { attempt } = await provePassword(shop, caller, password)
  const trial = code === undefined ? undefined : await beginAttempt(shop, [{ by: 'account', what: 'code', accountId }])
  const secret = newAuthenticatorSecret()

  const account = await shop.inTransaction(async (tx) => {
    const now = shop.clock.now()
    const locked = await lockAccount(tx, accountId)
    if (!locked) throw signInNeeded()
    await forgiveAttempt(tx, attempt, now)
    // Not thrown in here: the password was right, and that is not to be undone.
    if (locked.hasTwoFactor && code === undefined) return undefined
    if (locked.hasTwoFactor && code !== undefined) await takeCode(tx, shop, { accountId, code })
    if (trial) await forgiveAttempt(tx, trial, now)
    await saveOfferedSecret(tx, accountId, seal(shop.config.sealingKey, secret, accountId))
    return locked
  })
  if (!account) throw twoFactorIsOn()

  const uri = authenticatorUri(secret, { email: account.email, shopName: await findShopName(shop.db) })
  return { secret, uri, qr: toQr(uri) }
}
