import type Stripe from 'stripe'
import type { TestCard } from './cards.ts'
import type { World } from './world.ts'

/** Whether the bank wants to see the customer before it lets a payment through. */
export function needsChallenge(
  card: TestCard | undefined,
  requested: string | null | undefined,
  { customerIsAway, isSetUp }: { customerIsAway: boolean; isSetUp: boolean },
): boolean {
  switch (card?.authentication) {
    case undefined:
      return false
    case 'always':
      return true
    case 'unless-set-up':
      // Once set up, only payments without the customer are spared; with her at hand the bank asks each time.
      return !(customerIsAway && isSetUp)
    case 'supported':
      return !customerIsAway && (requested === 'any' || requested === 'challenge')
  }
}

/**
 * Where the customer goes next: away and back when a return URL is known, else wherever Stripe.js shows the bank's
 * page.
 */
export function nextAction(
  world: World,
  intent: { id: string; client_secret: string | null },
  returnUrl: string | undefined,
  viaSdk = false,
): Stripe.PaymentIntent.NextAction {
  const url = `${world.url()}/sandbox/3ds/${intent.id}?client_secret=${intent.client_secret}`
  if (!returnUrl || viaSdk) {
    return { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } }
  }
  return { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } }
}

/** The shop's own page again, told the way Stripe tells it. */
export function returnAddress(
  intent: Stripe.PaymentIntent | Stripe.SetupIntent,
  returnUrl: string,
  outcome: 'succeeded' | 'failed',
): string {
  const name = intent.object
  const back = new URL(returnUrl)
  back.searchParams.set(name, intent.id)
  back.searchParams.set(`${name}_client_secret`, intent.client_secret ?? '')
  back.searchParams.set('redirect_status', outcome)
  return back.href
}
