/** How an attempt to pay ended, whoever took the card. */
export type PaymentOutcome =
  | { readonly kind: 'paid' }
  /** The bank has not answered; the order page asks on. */
  | { readonly kind: 'processing' }
  /** The browser is on its way to the bank's page and will come back to the order page. */
  | { readonly kind: 'leaving' }
  | { readonly kind: 'declined'; readonly sentence: string }
  /** The card was typed wrongly; nothing was asked of the bank. */
  | { readonly kind: 'mistyped'; readonly sentence: string }
  /** No answer: it may or may not have gone through, so the order must be asked before anybody pays again. */
  | { readonly kind: 'unknown'; readonly sentence: string }

/** What the payment service says of an intent, as far as a browser needs it. */
export interface IntentSeen {
  readonly status: string
  readonly next_action?: { readonly type: string; readonly redirect_to_url?: { readonly url: string } | null } | null
  readonly last_payment_error?: PaymentErrorSeen | null
}

export interface PaymentErrorSeen {
  readonly type?: string
  readonly code?: string
  readonly decline_code?: string
  readonly message?: string
}

/** What an intent's state means for the one who pays. A redirect is left to the caller. */
export function outcomeOfIntent(intent: IntentSeen, ending: string | undefined): PaymentOutcome {
  switch (intent.status) {
    case 'succeeded':
    case 'requires_capture':
      return { kind: 'paid' }
    case 'processing':
      return { kind: 'processing' }
    case 'requires_payment_method':
      return outcomeOfError(intent.last_payment_error ?? {}, ending)
    case 'canceled':
      return { kind: 'unknown', sentence: 'This payment was closed. Please look at your order before paying again.' }
    default:
      return { kind: 'processing' }
  }
}

/** What a payment service's error means for the one who pays. */
export function outcomeOfError(error: PaymentErrorSeen, ending: string | undefined): PaymentOutcome {
  if (error.code === 'payment_intent_unexpected_state') return { kind: 'processing' }
  if (mistypedCodes.has(error.code ?? '')) return { kind: 'mistyped', sentence: mistypedSentence(error.code) }
  if (error.type === 'validation_error')
    return { kind: 'mistyped', sentence: error.message ?? 'Please check the card.' }
  if (
    error.type === 'card_error' ||
    error.code === 'payment_intent_authentication_failure' ||
    error.code === undefined
  ) {
    return { kind: 'declined', sentence: declinedSentence(error, ending) }
  }
  return {
    kind: 'unknown',
    sentence: 'The payment service did not take that. Nothing has been charged as far as we know; please try again.',
  }
}

/** "The card ending 0002 was declined and you haven’t been charged." */
function declinedSentence(error: PaymentErrorSeen, ending: string | undefined): string {
  const card = ending === undefined ? 'The card' : `The card ending ${ending}`
  switch (error.decline_code ?? error.code) {
    case 'insufficient_funds':
      return `${card} doesn’t have enough on it, and you haven’t been charged.`
    case 'expired_card':
      return `${card} has expired, and you haven’t been charged.`
    case 'incorrect_cvc':
      return `The security code of ${lower(card)} didn’t match, and you haven’t been charged.`
    case 'payment_intent_authentication_failure':
    case 'authentication_required':
      return `${card} wasn’t confirmed with your bank, and you haven’t been charged.`
    default:
      return `${card} was declined and you haven’t been charged.`
  }
}

const mistypedCodes = new Set([
  'invalid_number',
  'incorrect_number',
  'invalid_expiry_month',
  'invalid_expiry_year',
  'invalid_cvc',
])

function mistypedSentence(code: string | undefined): string {
  if (code === 'invalid_expiry_month' || code === 'invalid_expiry_year')
    return 'The expiry isn’t right. Please check it against the card.'
  if (code === 'invalid_cvc') return 'The security code isn’t right. Please check it against the card.'
  return 'The card number isn’t right. Please check it against the card.'
}

function lower(card: string): string {
  return card.charAt(0).toLowerCase() + card.slice(1)
}
