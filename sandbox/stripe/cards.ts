import type Stripe from 'stripe'
import { cardError } from './stripe-errors.ts'

type ErrorCode = Stripe.PaymentIntent.LastPaymentError.Code

/** A bank's no, in Stripe's words. */
export interface Decline {
  readonly code: ErrorCode
  readonly decline_code?: string
  readonly message: string
}

/** A card of Stripe's test set, and what its bank does. */
export interface TestCard {
  readonly number: string
  /** The card is also known as `pm_card_<name>`. */
  readonly name: string
  readonly brand: 'visa' | 'mastercard' | 'amex'
  readonly funding: 'credit' | 'debit' | 'prepaid'
  readonly country: string
  /** One line for the developer who looks for a card to type. */
  readonly about: string
  readonly declines?: Decline
  /** A card that is declined can usually not be saved for a customer either; this one can. */
  readonly attachesThoughDeclined?: true
  readonly authentication?: 'always' | 'unless-set-up' | 'supported'
  /** Set up for off-session payments from the start. */
  readonly alreadySetUp?: true
  readonly dispute?: 'fraudulent' | 'product_not_received'
  readonly refunds?: 'pending-first' | 'fail-later'
  readonly cvcFails?: true
}

/** The answer of a bank that wants to see the customer when she is away. */
export const authenticationRequired: Decline = {
  code: 'authentication_required',
  decline_code: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
}

const declined = (decline_code: string, message = 'Your card was declined.'): Decline => ({
  code: 'card_declined',
  decline_code,
  message,
})
const insufficientFunds = declined('insufficient_funds', 'Your card has insufficient funds.')

const visa = { brand: 'visa', funding: 'credit', country: 'US' } as const
const mastercard = { brand: 'mastercard', funding: 'credit', country: 'US' } as const
const amex = { brand: 'amex', funding: 'credit', country: 'US' } as const

/** Every card the sandbox knows. Numbers and names are Stripe's own (docs.stripe.com/testing). */
export const testCards: readonly TestCard[] = [
  { ...visa, number: '4242424242424242', name: 'visa', about: 'Pays' },
  { ...visa, number: '4000056655665556', name: 'visa_debit', funding: 'debit', about: 'Pays (debit)' },
  { ...visa, number: '4000000360000006', name: 'au', country: 'AU', about: 'Pays (Australian card)' },
  { ...mastercard, number: '5555555555554444', name: 'mastercard', about: 'Pays' },
  { ...mastercard, number: '5200828282828210', name: 'mastercard_debit', funding: 'debit', about: 'Pays (debit)' },
  {
    ...mastercard,
    number: '5105105105105100',
    name: 'mastercard_prepaid',
    funding: 'prepaid',
    about: 'Pays (prepaid)',
  },
  { ...amex, number: '378282246310005', name: 'amex', about: 'Pays' },
  { ...amex, number: '371449635398431', name: 'amex_second', about: 'Pays' },
  {
    ...visa,
    number: '4000002760003184',
    name: 'authenticationRequired',
    authentication: 'always',
    about: '3-D Secure on every payment; declined off-session',
  },
  {
    ...visa,
    number: '4000002500003155',
    name: 'authenticationRequiredOnSetup',
    authentication: 'unless-set-up',
    about: '3-D Secure once; off-session payments go through after that',
  },
  {
    ...visa,
    number: '4000003800000446',
    name: 'authenticationRequiredSetupForOffSession',
    authentication: 'unless-set-up',
    alreadySetUp: true,
    about: '3-D Secure on-session; already set up for off-session',
  },
  {
    ...visa,
    number: '4000008260003178',
    name: 'authenticationRequiredChargeDeclinedInsufficientFunds',
    authentication: 'always',
    declines: insufficientFunds,
    attachesThoughDeclined: true,
    about: '3-D Secure, then insufficient funds',
  },
  {
    ...visa,
    number: '4000000000003220',
    name: 'threeDSecure2Required',
    authentication: 'always',
    about: '3-D Secure 2 on every payment',
  },
  {
    ...visa,
    number: '4000000000003055',
    name: 'threeDSecureOptional',
    authentication: 'supported',
    about: 'Pays; 3-D Secure only when asked for',
  },
  {
    ...visa,
    number: '4000000000000002',
    name: 'visa_chargeDeclined',
    declines: declined('generic_decline'),
    about: 'Declined',
  },
  {
    ...visa,
    number: '4000000000009995',
    name: 'visa_chargeDeclinedInsufficientFunds',
    declines: insufficientFunds,
    about: 'Insufficient funds',
  },
  {
    ...visa,
    number: '4000000000009987',
    name: 'visa_chargeDeclinedLostCard',
    declines: declined('lost_card'),
    about: 'Lost card',
  },
  {
    ...visa,
    number: '4000000000009979',
    name: 'visa_chargeDeclinedStolenCard',
    declines: declined('stolen_card'),
    about: 'Stolen card',
  },
  {
    ...visa,
    number: '4000000000000069',
    name: 'chargeDeclinedExpiredCard',
    declines: { code: 'expired_card', message: 'Your card has expired.' },
    about: 'Expired card',
  },
  {
    ...visa,
    number: '4000000000000127',
    name: 'chargeDeclinedIncorrectCvc',
    declines: { code: 'incorrect_cvc', message: "Your card's security code is incorrect." },
    cvcFails: true,
    about: 'Incorrect CVC',
  },
  {
    ...visa,
    number: '4000000000000119',
    name: 'chargeDeclinedProcessingError',
    declines: {
      code: 'processing_error',
      message: 'An error occurred while processing your card. Try again in a little bit.',
    },
    about: 'Processing error',
  },
  {
    ...visa,
    number: '4100000000000019',
    name: 'radarBlock',
    declines: declined('fraudulent'),
    about: 'Blocked as fraudulent',
  },
  {
    ...visa,
    number: '4000000000000341',
    name: 'chargeCustomerFail',
    declines: declined('generic_decline'),
    attachesThoughDeclined: true,
    about: 'Can be saved, then every payment is declined',
  },
  { ...visa, number: '4000000000000101', name: 'cvcCheckFail', cvcFails: true, about: 'Pays; the CVC check fails' },
  {
    ...visa,
    number: '4000000000000259',
    name: 'createDispute',
    dispute: 'fraudulent',
    about: 'Pays, then disputed as fraudulent',
  },
  {
    ...visa,
    number: '4000000000002685',
    name: 'createDisputeProductNotReceived',
    dispute: 'product_not_received',
    about: 'Pays, then disputed as not received',
  },
  {
    ...visa,
    number: '4000000000007726',
    name: 'pendingRefund',
    refunds: 'pending-first',
    about: 'Pays; refunds are pending first',
  },
  { ...visa, number: '4000000000005126', name: 'refundFail', refunds: 'fail-later', about: 'Pays; refunds fail later' },
]

const byNumber = new Map(testCards.map((card) => [card.number, card]))
const byName = new Map(testCards.map((card) => [`pm_card_${card.name}`, card]))

/** The card behind a ready-made id such as `pm_card_visa`. */
export function cardByReadyMadeId(id: string): TestCard | undefined {
  return byName.get(id)
}

/** The card of a payment method that was made from it. */
export function cardByNumber(number: string): TestCard {
  return byNumber.get(number) ?? unknownCard(number)
}

/** The card with a number as it was typed, or Stripe's refusal of that number. */
export function cardAsTyped(typed: string): TestCard {
  const number = typed.replaceAll(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) {
    throw cardError({ code: 'incorrect_number', param: 'number', message: 'Your card number is incorrect.' })
  }
  return cardByNumber(number)
}

// A real card typed into a test form is not stored: its payment is declined, and only its last digits are kept.
function unknownCard(number: string): TestCard {
  const message = 'Your card was declined. Your request was in test mode, but used a non test card.'
  return {
    ...visa,
    number: number.slice(-4).padStart(16, '0'),
    name: 'unknown',
    about: 'Not a test card',
    declines: declined('test_mode_live_card', message),
  }
}

function passesLuhn(number: string): boolean {
  let sum = 0
  for (const [index, digit] of [...number].toReversed().entries()) {
    const doubled = index % 2 === 1 ? Number(digit) * 2 : Number(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
