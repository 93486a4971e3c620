import { checkBuyers } from './check-buyers.ts'
import { checkCounters } from './check-counters.ts'
import { checkLetters } from './check-letters.ts'
import { checkMoney } from './check-money.ts'
import { checkWork } from './check-work.ts'
import type { Evidence, Violation } from './evidence.ts'

/**
 * Every promise about money, places, letters and work that does not hold; none when all is well. It trusts none of the shop's own queries:
 * it has the tables' rows, the payment service's books, what the mail server took, and what buyers were told.
 */
export function checkBooks(evidence: Evidence): Violation[] {
  return [
    ...checkMoney(evidence),
    ...checkCounters(evidence.shop),
    ...checkLetters(evidence),
    ...checkWork(evidence),
    ...checkBuyers(evidence),
  ]
}
