import type { Problem } from '@flora/contract/problem.ts'
import type { Money } from '@flora/money/money.ts'
import { cents } from '../../words/money.ts'

/** What a refused placement offers next. */
export type WayOn = 'pay-again' | 'other-days' | 'fill-in' | 'mend-card' | 'take-code-off' | 'to-cart' | 'retry'

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
  const { detail } = problem
  switch (problem.code) {
    case 'price-changed':
      return {
        head: 'The price has changed.',
        rest:
          sums.now === undefined || sums.now.minor === sums.agreed.minor
            ? restOf('A price has changed since you looked.', detail)
            : `It’s ${cents(sums.now)} now, not ${cents(sums.agreed)}. ${nothingCharged}`,
        wayOn: 'pay-again',
      }
    case 'window-full':
    case 'full':
      return said('Someone took the last place while you were typing.', detail, 'other-days')
    case 'bench-full':
      return said('Our benches filled up while you were typing.', detail, 'other-days')
    case 'day-closed':
    case 'closed':
      return said('That day has closed.', detail, 'other-days')
    case 'past-cut-off':
      return said('The cut-off has just passed.', detail, 'other-days')
    case 'address-not-served':
      return said('We can’t get there.', detail, 'other-days')
    case 'no-run':
    case 'lead-time':
    case 'out-of-season':
    case 'day-out-of-range':
    case 'window-not-found':
      return said('That day won’t do.', detail, 'other-days')
    case 'sold-out':
    case 'not-for-sale':
      return said('Something sold out while you were typing.', detail, 'to-cart')
    case 'cart-empty':
      return said('Your cart is empty.', detail, 'to-cart')
    case 'cart-incomplete':
      return said('A few things are still to be filled in.', detail, 'fill-in')
    case 'suburb-postcode':
      return said('Suburb and postcode don’t agree.', detail, 'fill-in')
    case 'card-too-long':
      return said('The card doesn’t fit.', detail, 'mend-card')
    case 'promotion-not-valid':
      return said('The promotion no longer applies.', detail, 'take-code-off')
    case 'gift-card-empty':
      return said('The gift card can’t pay this.', detail, 'take-code-off')
    case 'not-saved':
      return { head: 'We couldn’t save what you typed.', rest: `Please check your connection and press again. ${nothingCharged}`, wayOn: 'retry' }
    case 'no-answer':
    case 'unexpected-answer':
      return { head: 'The line dropped.', rest: 'We don’t know yet whether your order reached us. Pressing the button again is safe: it asks for the same order.', wayOn: 'retry' }
    case 'payment-service-silent':
      return { head: 'The payment service isn’t answering.', rest: `Your order is saved and its places are held. ${nothingCharged} Please try again in a minute.`, wayOn: 'retry' }
    default:
      return {
        head: problem.status >= 500 ? 'Something broke on our side.' : 'That didn’t go through.',
        rest: problem.status >= 500 ? 'Everything you typed is safe. Pressing the button again is safe too.' : restOf('', detail),
        wayOn: 'retry',
        ...(problem.reference !== undefined && { reference: problem.reference }),
      }
  }
}

const nothingCharged = 'Nothing has been charged.'

function said(head: string, detail: string, wayOn: WayOn): PlacingRefusal {
  return { head, rest: restOf(head, detail), wayOn }
}

// The shop's sentence may begin as ours does, and may have said already that nothing was charged; nobody needs to read that twice.
function restOf(head: string, detail: string): string {
  const rest = detail.startsWith(head) ? detail.slice(head.length).trim() : detail
  return /nothing (has been|was) charged/i.test(rest) ? rest : `${rest} ${nothingCharged}`.trim()
}
