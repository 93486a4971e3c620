import { postAccountLetter } from '../../notifications/index.ts'
import type { Caller } from '../../platform/caller.ts'
import type { Shop } from '../../shop.ts'
import { nameAndRole } from '../account.ts'
import { lockAccount } from '../account-queries.ts'
import { beginAttempt, forgiveAttempt } from '../attempt.ts'
import { writeAudit } from '../audit-queries.ts'
import { signInNeeded } from '../errors.ts'
import { twoFactorIsNeeded } from './errors.ts'
import { forgetTwoFactor } from './forget-two-factor.ts'
import { takeCode } from './take-code.ts'

/** Switches two-factor off with a code. Twice does no harm; whoever works here keeps it, where the shop wants it. */
export async function endTwoFactor(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs'>,
  { accountId, role }: Caller,
  code: string,
): Promise<void> {
  if (role !== null && shop.config.staffTwoFactor) throw twoFactorIsNeeded()
  const attempt = await beginAttempt(shop, [{ by: 'account', what: 'code', accountId }])
  const at = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account) throw signInNeeded()
    // She may have been given a role a moment ago.
    if (account.role !== null && shop.config.staffTwoFactor) throw twoFactorIsNeeded()
    if (account.hasTwoFactor) await takeCode(tx, shop, { accountId, code })
    await forgiveAttempt(tx, attempt, at)
    if (!(await forgetTwoFactor(tx, accountId))) return
    await writeAudit(tx, { at, accountId, who: nameAndRole(account), action: 'two-factor-off', outcome: 200 })
    await postAccountLetter(tx, shop, { to: account.email, letter: { kind: 'two-factor', change: 'off', at } })
  })
}
