import type { StopOutcome } from '@flora/contract/fulfilment.ts'

/** How a stop ended. */
export const outcomeWords: Record<StopOutcome, string> = {
  delivered: 'Delivered',
  'with-neighbour': 'Left with a neighbour',
  'nobody-home': 'Nobody was home',
}

/** Nobody home: what then. */
export const nextWords = {
  'later-today': 'Try again later today',
  tomorrow: 'Try again tomorrow',
  'back-to-shop': 'Bring it back to the shop',
} as const
