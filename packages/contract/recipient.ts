import { z } from 'zod'
import { Postcode, typed } from './text.ts'

/** Limits that keep a cart a cart. Each is told to the shopper when met. */
export const cartLimits = { lines: 40, quantity: 24, deliveries: 8, cardCharacters: 900 } as const

export const Substitution = z.enum(['nearest-match', 'ask-me', 'refund'])
export type Substitution = z.output<typeof Substitution>

export const Quantity = z.int().min(1).max(cartLimits.quantity)

/** E-mail as it is typed; the shop sends to it as given and compares it in lower case. */
export const Email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email('Please check the e-mail address: it should look like name@example.com.'))

/** Australian numbers with or without +61, spaces and brackets; others with their + and country code. */
export const Phone = z
  .string()
  .trim()
  .max(24)
  .regex(
    /^(\(?0[2-478]\)?|\+61[ -]?[2-478])([ -]?\d){8}$|^1[38]00([ -]?\d){6}$|^\+(?!61)\d{1,3}([ -]?\d){6,12}$/,
    'Please check the number: ten digits, like 0491 570 156.',
  )

export const Recipient = z.strictObject({
  name: typed(80),
  phone: Phone.or(z.literal('')),
  line1: typed(100),
  line2: typed(100),
  suburb: typed(60),
  postcode: Postcode.or(z.literal('')),
})
export type Recipient = z.output<typeof Recipient>
