import type Stripe from 'stripe'
import { hash, type Read, required, text, unsettable } from './params.ts'

/** An address as a parameter; an empty field is unset. */
export const addressParams = {
  city: unsettable(text()),
  country: unsettable(text()),
  line1: unsettable(text()),
  line2: unsettable(text()),
  postal_code: unsettable(text()),
  state: unsettable(text()),
}

export const shippingParams = {
  address: required(hash(addressParams)),
  name: required(text()),
  phone: unsettable(text()),
  carrier: unsettable(text()),
  tracking_number: unsettable(text()),
}

export function toAddress(given: Read<typeof addressParams>): Stripe.Address {
  const { city = null, country = null, line1 = null, line2 = null, postal_code = null, state = null } = given
  return { city, country, line1, line2, postal_code, state }
}

export function toShipping(given: Read<typeof shippingParams>): Stripe.PaymentIntent.Shipping {
  const { address, name, phone = null, carrier = null, tracking_number = null } = given
  return { address: toAddress(address), carrier, name, phone, tracking_number }
}
