import { z } from 'zod'
import { Email } from './cart.ts'
import { endpoint } from './endpoint.ts'
import { Permission, typed, typedLines } from './text.ts'

/** Letters that the shop may put words of its own around. Those about passwords and sign-ins say what they must, and no more. */
export const WordedLetter = z.enum([
  'confirmed',
  'payment-failed',
  'hold-expired',
  'cancelled',
  'refunded',
  'ready',
  'on-its-way',
  'delivered',
  'nobody-home',
  'changed',
  'welcome',
  'reminder',
  'subscription',
])
export type WordedLetter = z.output<typeof WordedLetter>

/** The longest words of its own that a shop may put before or after a letter's facts, in characters. */
export const longestWording = 600

const Wording = z.strictObject({
  /** Stands after the first sentence. */
  opening: typedLines(longestWording),
  /** Stands last, before the shop's address. */
  closing: typedLines(longestWording),
})

const Hours = z
  .array(
    z.strictObject({
      days: typed(40).pipe(z.string().min(1, 'Please say which days.')),
      text: typed(40).pipe(z.string().min(1, 'Please say from when to when, or Closed.')),
    }),
  )
  .min(1, 'Please give at least one line of opening hours.')
  .max(7)

/** Ten digits would be a company's number; a business has eleven. The last two check the others. */
const Abn = typed(20)
  .transform((text) => text.replaceAll(' ', ''))
  .pipe(z.string().refine(isAbn, 'An ABN has eleven digits, and these are none. Please look at it again.'))
  .transform((digits) => digits.replace(/^(\d\d)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4'))

const basisPoints = z.int().min(0)

/** What an owner may say of the shop. */
const Said = {
  name: typed(60).pipe(z.string().min(1, 'Please give the shop a name.')),
  tagline: typed(80),
  phone: typed(30).pipe(z.string().min(6, 'Please give a telephone number that customers can ring.')),
  email: Email,
  address: typed(160).pipe(z.string().min(5, 'Please give the shop’s address.')),
  abn: Abn,
  hours: Hours,
  timeZone: z.string().refine(isZone, 'This is no time zone. Please choose one like Australia/Melbourne.'),
  /** GST contained in prices: 1000 is 10 %. */
  gstBasisPoints: basisPoints.max(5_000),
  /** How long places are held for an order that is being paid. */
  holdMinutes: z.int().min(5, 'Please leave people five minutes to pay.').max(180),
  /** Off the goods of each delivery of a subscription. */
  subscriberDiscountBasisPoints: basisPoints.max(10_000),
  /** Off the first delivery of somebody's first subscription; 0 is no trial. */
  trialDiscountBasisPoints: basisPoints.max(10_000),
} as const

export const ShopSettings = z.strictObject({
  version: z.int(),
  ...z.strictObject(Said).shape,
  abn: z.string(),
  currency: z.literal('AUD'),
  letters: z.array(
    z.strictObject({
      letter: WordedLetter,
      /** 'Your order is confirmed' */
      name: z.string(),
      opening: z.string(),
      closing: z.string(),
    }),
  ),
  can: z.strictObject({ change: Permission, changeTimeZone: Permission }),
})
export type ShopSettings = z.output<typeof ShopSettings>

export const settings = {
  showSettings: endpoint({
    who: { may: 'settings/read' },
    limit: 'reads',
    method: 'GET',
    path: '/desk/settings',
    summary: 'What the shop says of itself, its rules for money, and the words around its letters.',
    reply: ShopSettings,
  }),
  changeSettings: endpoint({
    who: { may: 'settings/write' },
    limit: 'writes',
    method: 'PATCH',
    path: '/desk/settings',
    summary: 'Changes what is named and leaves the rest. Orders keep what they were placed under.',
    body: z.strictObject({ version: z.int(), ...z.strictObject(Said).partial().shape }),
    reply: ShopSettings,
    refusals: ['changed-meanwhile', 'time-zone-in-use'],
  }),
  wordLetter: endpoint({
    who: { may: 'settings/write' },
    limit: 'writes',
    method: 'PUT',
    path: '/desk/settings/letters/:letter',
    summary: 'Puts words of the shop’s own before and after what a letter has to say. Empty ones take them away.',
    params: z.strictObject({ letter: WordedLetter }),
    body: z.strictObject({ version: z.int(), ...Wording.shape }),
    reply: ShopSettings,
    refusals: ['changed-meanwhile'],
  }),
}

// The Australian Business Register's check: the first digit less one, each digit times its weight, all of it divisible by 89.
function isAbn(text: string): boolean {
  if (!/^\d{11}$/.test(text)) return false
  const sum = abnWeights.reduce((all, weight, at) => all + weight * (Number(text[at]) - (at === 0 ? 1 : 0)), 0)
  return sum % 89 === 0
}

const abnWeights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]

function isZone(text: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(text)
}
