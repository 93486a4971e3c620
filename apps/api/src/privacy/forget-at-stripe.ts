import { stripeError } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'

/** Has Stripe delete a customer with all her cards. Done already is done. */
export async function forgetAtStripe({ stripe }: Pick<Shop, 'stripe'>, stripeCustomerId: string): Promise<void> {
  try {
    await stripe.customers.del(stripeCustomerId)
  } catch (error) {
    if (stripeError(error)?.code !== 'resource_missing') throw error
  }
}
