import type { StockMove } from '@flora/contract/stock-desk.ts'

/** Why a count changed, as the ledger says it. */
export const moveWords: Record<StockMove['kind'], string> = {
  arrived: 'Arrived',
  expired: 'No longer good',
  'handed-over': 'Went out with an order',
  wilted: 'Wilted',
  broken: 'Broken',
  'sold-over-counter': 'Sold over the counter',
  'given-away': 'Given away',
  returned: 'Came back',
  counted: 'Counted anew',
}

/** '+12', '−3' with a real minus sign. */
export function signed(change: number): string {
  return change < 0 ? `−${Math.abs(change)}` : `+${change}`
}
