import { z } from 'zod'
import { Email } from './cart.ts'
import { endpoint } from './endpoint.ts'
import { newsletterWording } from './newsletter-wording.ts'

export { newsletterWording }

const Promised = z.strictObject({ message: z.string() })
const byLink = {
  who: 'anyone',
  limit: 'guesses',
  method: 'POST',
  body: z.strictObject({ token: z.string().max(400) }),
  reply: Promised,
  refusals: ['link-not-valid'],
} as const

/** Consent to the shop's monthly letter: asked for, confirmed by the address itself, taken back at any time. */
export const newsletter = {
  askNewsletter: endpoint({
    who: 'anyone',
    limit: 'guesses',
    method: 'POST',
    path: '/newsletter',
    summary: 'Sends a link to the address; the letter comes only after it was followed. Says the same to everybody.',
    body: z.strictObject({ email: Email, wording: z.literal(newsletterWording) }),
    reply: Promised,
    status: 202,
  }),
  confirmNewsletter: endpoint({
    ...byLink,
    path: '/newsletter/confirmation',
    summary: 'The owner of the address wants the letter.',
  }),
  leaveNewsletter: endpoint({
    ...byLink,
    path: '/newsletter/leaving',
    summary: 'The owner of the address wants it no more. Doing it twice does no harm.',
  }),
  showConsent: endpoint({
    who: 'customer',
    limit: 'reads',
    method: 'GET',
    path: '/account/newsletter',
    summary: 'Whether the letter comes to her address.',
    reply: z.strictObject({ isWanted: z.boolean() }),
  }),
  changeConsent: endpoint({
    who: 'customer',
    limit: 'writes',
    method: 'PUT',
    path: '/account/newsletter',
    summary: 'Wants the letter, or wants it no more. Her address is proven, so no link is needed.',
    body: z.discriminatedUnion('isWanted', [
      z.strictObject({ isWanted: z.literal(true), wording: z.literal(newsletterWording) }),
      z.strictObject({ isWanted: z.literal(false) }),
    ]),
    reply: z.strictObject({ isWanted: z.boolean() }),
  }),
}
