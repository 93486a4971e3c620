import type { Problem } from '@flora/contract/problem.ts'
import type { Money } from '@flora/money/money.ts'
import { cents } from '../../words/money.ts'

/** What a refused placement offers next. */
export type WayOn =
  | 'pay-again'
  | 'other-days'
  | 'fill-in'
  | 'mend-card'
  | 'take-code-off'
  | 'to-cart'
  | 'sign-in'
  | 'consent'
  | 'retry'

/** A no while placing, said where the buyer stands: what happened, that nothing was charged, and the way on. */
export interface PlacingRefusal {
  readonly head: string
  readonly rest: string
  readonly wayOn: WayOn
  /** For the telephone. */
  readonly reference?: string
}

/** Words and way on for every refusal of placing, and for silence and breakage. `sums` are what was agreed and what it is now. */
export function placingRefusal(problem: Problem, sums: { agreed: Money; now: Money | undefined }): PlacingRefusal {
  const { code, detail, status } = problem
  if (code === 'price-changed') return priceChanged(detail, sums)
  const known = refusals[code]
  if (known !== undefined) return { head: known[0], rest: restOf(known[0], detail), wayOn: known[1] }
  const silence = silences[code]
  if (silence !== undefined) return { ...silence, wayOn: 'retry' }
  const reference = problem.reference !== undefined && { reference: problem.reference }
  if (status < 500) return { head: 'That didn’t go through.', rest: restOf('', detail), wayOn: 'retry', ...reference }
  const rest = 'Everything you typed is safe. Pressing the button again is safe too.'
  return { head: 'Something broke on our side.', rest, wayOn: 'retry', ...reference }
}

const lastPlace = 'Someone took the last place while you were typing.'
const soldOut = 'Something sold out while you were typing.'
const notThatDay = 'That day won’t do.'

const refusals: Readonly<Record<string, readonly [head: string, wayOn: WayOn]>> = {
  'window-full': [lastPlace, 'other-days'],
  full: [lastPlace, 'other-days'],
  'bench-full': ['Our benches filled up while you were typing.', 'other-days'],
  'day-closed': ['That day has closed.', 'other-days'],
  closed: ['That day has closed.', 'other-days'],
  'past-cut-off': ['The cut-off has just passed.', 'other-days'],
  'address-not-served': ['We can’t get there.', 'other-days'],
  'no-run': [notThatDay, 'other-days'],
  'lead-time': [notThatDay, 'other-days'],
  'out-of-season': [notThatDay, 'other-days'],
  'day-out-of-range': [notThatDay, 'other-days'],
  'window-not-found': [notThatDay, 'other-days'],
  'sold-out': [soldOut, 'to-cart'],
  'not-for-sale': [soldOut, 'to-cart'],
  'cart-empty': ['Your cart is empty.', 'to-cart'],
  'cart-incomplete': ['A few things are still to be filled in.', 'fill-in'],
  'suburb-postcode': ['Suburb and postcode don’t agree.', 'fill-in'],
  'card-too-long': ['The card doesn’t fit.', 'mend-card'],
  'promotion-not-valid': ['The promotion no longer applies.', 'take-code-off'],
  'gift-card-empty': ['The gift card can’t pay this.', 'take-code-off'],
  'sign-in-for-subscription': ['A subscription needs an account.', 'sign-in'],
  'consent-needed': ['One tick is missing.', 'consent'],
  'card-needed': ['This one is begun on its own page.', 'to-cart'],
  'too-many-subscriptions': ['That’s more subscriptions than an account can have.', 'to-cart'],
  'only-in-season': ['That one has its season.', 'to-cart'],
  'frequency-not-offered': ['Not in that rhythm.', 'to-cart'],
  'address-incomplete': ['An address isn’t whole.', 'to-cart'],
  'sum-too-small': ['That’s too little for a card.', 'to-cart'],
}

const nothingCharged = 'Nothing has been charged.'

const lineDropped = {
  head: 'The line dropped.',
  rest: 'We don’t know yet whether your order reached us. Pressing the button again is safe: it asks for the same order.',
}
const silences: Readonly<Record<string, { readonly head: string; readonly rest: string }>> = {
  'no-answer': lineDropped,
  'unexpected-answer': lineDropped,
  'not-saved': {
    head: 'We couldn’t save what you typed.',
    rest: `Please check your connection and press again. ${nothingCharged}`,
  },
  'payment-service-silent': {
    head: 'The payment service isn’t answering.',
    rest: `Your order is saved and its places are held. ${nothingCharged} Please try again in a minute.`,
  },
}

function priceChanged(detail: string, { agreed, now }: { agreed: Money; now: Money | undefined }): PlacingRefusal {
  const known = now !== undefined && now.minor !== agreed.minor
  return {
    head: 'The price has changed.',
    rest: known
      ? `It’s ${cents(now)} now, not ${cents(agreed)}. ${nothingCharged}`
      : restOf('A price has changed since you looked.', detail),
    wayOn: 'pay-again',
  }
}

// The shop's sentence may begin as ours does, and may have said already that nothing was charged; nobody needs to read that twice.
function restOf(head: string, detail: string): string {
  const rest = detail.startsWith(head) ? detail.slice(head.length).trim() : detail
  return /nothing (has been|was) charged/i.test(rest) ? rest : `${rest} ${nothingCharged}`.trim()
}
