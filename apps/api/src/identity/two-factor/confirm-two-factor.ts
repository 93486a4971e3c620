import type { AccountId } from '@flora/contract/ids.ts'
import { postAccountLetter } from '../../notifications/index.ts'
import type { Caller } from '../../platform/caller.ts'
import type { Tx } from '../../platform/db.ts'
import type { Shop } from '../../shop.ts'
import { nameAndRole } from '../account.ts'
import { lockAccount } from '../account-queries.ts'
import { writeAudit } from '../audit-queries.ts'
import { signInNeeded } from '../errors.ts'
import { open } from '../../platform/sealing.ts'
import { stepOf } from './authenticator.ts'
import { codeWrong, twoFactorNotBegun } from './errors.ts'
import {
  deleteRecoveryCodes,
  findTwoFactor,
  insertRecoveryCodes,
  markConfirmed,
  markSessionTwoFactor,
} from './queries.ts'
import { inGroups, newRecoveryCodes, readCode } from './second-factor-code.ts'
import { recoveryHash } from './take-code.ts'

/**
 * Switches two-factor on, or over to the new device, with a code of the secret that was shown. Gives the recovery codes: the only time
 * anybody sees them. This session has then shown its second factor.
 */
export async function confirmTwoFactor(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs'>,
  { accountId, sessionId }: Caller,
  code: string,
): Promise<string[]> {
  const at = shop.clock.now()
  return shop.inTransaction(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account) throw signInNeeded()
    await takeOffered(tx, shop, { accountId, code, at })
    const codes = newRecoveryCodes()
    await deleteRecoveryCodes(tx, accountId)
    await insertRecoveryCodes(
      tx,
      accountId,
      codes.map((each) => recoveryHash(shop.config, accountId, each)),
    )
    if (sessionId) await markSessionTwoFactor(tx, sessionId)
    const change = account.hasTwoFactor ? 'moved' : 'on'
    await writeAudit(tx, { at, accountId, who: nameAndRole(account), action: `two-factor-${change}`, outcome: 200 })
    await postAccountLetter(tx, shop, { to: account.email, letter: { kind: 'two-factor', change, at } })
    return codes.map(inGroups)
  })
}

async function takeOffered(
  tx: Tx,
  { config }: Pick<Shop, 'config'>,
  { accountId, code, at }: { accountId: AccountId; code: string; at: Temporal.Instant },
): Promise<void> {
  const offeredSecret = (await findTwoFactor(tx, accountId))?.offeredSecret
  if (!offeredSecret) throw twoFactorNotBegun()
  const given = readCode(code)
  const step =
    given.kind === 'authenticator'
      ? stepOf(given.digits, open(config.sealingKey, offeredSecret, accountId), at)
      : undefined
  if (step === undefined || !(await markConfirmed(tx, { accountId, offeredSecret, step, at }))) throw codeWrong()
}
