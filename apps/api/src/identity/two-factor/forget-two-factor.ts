import type { AccountId } from '@flora/contract/ids.ts'
import type { Tx } from '../../platform/db.ts'
import { deleteRecoveryCodes, deleteTwoFactor, markSessionsOneFactor } from './queries.ts'

/** Forgets an account's second factor: secret, recovery codes, and which devices have shown it. Says whether it was on. */
export async function forgetTwoFactor(tx: Tx, accountId: AccountId): Promise<boolean> {
  const wasOn = await deleteTwoFactor(tx, accountId)
  await deleteRecoveryCodes(tx, accountId)
  await markSessionsOneFactor(tx, accountId)
  return wasOn
}
