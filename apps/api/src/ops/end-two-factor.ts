import { findAccountByEmail, forgetTwoFactor, shutOut, writeAudit } from '../identity/index.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { givenEmail } from './given-email.ts'

/**
 * `npm run ops -- end-two-factor <email>`: for somebody who has lost both her device and her recovery codes, once the operator is sure
 * that it is she who asks.
 */
export async function endTwoFactor(
  { inTransaction, clock, config }: Pick<Shop, 'inTransaction' | 'clock' | 'config'>,
  [given]: readonly string[],
): Promise<string> {
  const email = givenEmail(given)
  const at = clock.now()
  const wasOn = await inTransaction(async (tx) => {
    const account = await findAccountByEmail(tx, email)
    if (!account) throw new Refusal(404, 'no-such-account', `There is no account of ${email}.`)
    const { id: accountId } = account
    const forgotten = await forgetTwoFactor(tx, accountId)
    await shutOut(tx, { clock, config }, { accountId, keep: undefined, because: 'everywhere' })
    await writeAudit(tx, {
      at,
      accountId: null,
      who: 'An operator',
      action: 'ops end-two-factor',
      subject: accountId,
      outcome: 200,
    })
    return forgotten
  })
  return wasOn
    ? `Two-factor sign-in of ${email} is off, and all devices are signed out. The password is as it was.`
    : `${email} had no two-factor sign-in. All devices are signed out.`
}
