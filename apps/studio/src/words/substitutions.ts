import type { OrderView } from '@flora/contract/orders.ts'

/** What the buyer wants when a stem is missing. */
export const substitutionWords: Record<OrderView['deliveries'][number]['substitution'], string> = {
  'nearest-match': 'the nearest match',
  'ask-me': 'ask the buyer',
  refund: 'leave it out and give the money back',
}
