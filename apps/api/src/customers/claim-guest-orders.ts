import type { AccountId } from '@flora/contract/ids.ts'
import type { Tx } from '../platform/db.ts'
import { saveOwner } from './order-queries.ts'

/**
 * Makes every order that was placed with an address, and is nobody's yet, its owner's; says how many. Only for an address whose owner
 * has proved it: whoever has an order's account sees its link.
 */
export function claimGuestOrders(tx: Tx, accountId: AccountId, email: string): Promise<number> {
  return saveOwner(tx, accountId, email)
}
