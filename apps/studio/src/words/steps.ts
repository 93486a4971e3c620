import type { DeliveryCard, Markable, RiskCode } from '@flora/contract/day-board.ts'
import { statusWords } from './statuses.ts'

/** A step as a button says it, and as it is told once done. */
export const stepWords: Record<Markable, { readonly press: string; readonly done: string }> = {
  CONFIRMED: { press: 'Back to confirmed', done: 'is back among the confirmed' },
  PREPARING: { press: 'Start making', done: 'is being made' },
  READY: { press: 'Mark ready', done: 'is ready' },
  OUT_FOR_DELIVERY: { press: 'Send out', done: 'is on its way' },
  DELIVERED: { press: 'Mark delivered', done: 'is delivered' },
  NOT_DELIVERED: { press: 'Not delivered', done: 'came back' },
}

/** What comes to the shop's own counter is handed over there and does not go out. */
export function stepPress(to: Markable, method: DeliveryCard['method']): string {
  return to === 'DELIVERED' && method === 'pick-up' ? 'Mark picked up' : stepWords[to].press
}

/** A risk in two words, and its mark: amber wants somebody to act, berry is wrong already. */
export const riskWords: Record<RiskCode, { readonly mark: 'risk' | 'wrong' | 'pending'; readonly words: string }> = {
  late: { mark: 'wrong', words: 'Late' },
  'not-delivered': { mark: 'wrong', words: 'Not delivered' },
  'not-started': { mark: 'risk', words: 'Not started' },
  'short-of-stock': { mark: 'risk', words: 'Short of stems' },
  unpaid: { mark: 'pending', words: 'Unpaid' },
  address: { mark: 'wrong', words: 'Address' },
  'card-too-long': { mark: 'risk', words: 'Card too long' },
}

/** 'Kitchen Table, large and 2 more' */
export function whatWords({ what, more }: Pick<DeliveryCard, 'what' | 'more'>): string {
  return more > 0 ? `${what} and ${more} more` : what
}

/** 'FL-4K2M is ready.' or '3 deliveries: ready.' */
export function toldWords(numbers: readonly string[], to: Markable): string {
  return numbers.length === 1
    ? `${numbers[0]} ${stepWords[to].done}.`
    : `${numbers.length} deliveries: ${statusWords[to].word.toLowerCase()}.`
}
