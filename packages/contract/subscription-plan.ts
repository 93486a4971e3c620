import { z } from 'zod'
import { WindowId, VariantId } from './ids.ts'
import { cartLimits, Quantity, Recipient, Substitution } from './recipient.ts'
import { Instant, Postcode, ShopDay, typed, typedLines } from './text.ts'

/** How many subscriptions an account can have under way, a cart can hold, and days a surprise can keep away from. */
export const subscriptionLimits = { subscriptions: 20, inCart: 5, excludedDays: 60 } as const

/** How many deliveries a gift can have. What is paid ahead for longer is a promise that prices and shops outlive badly. */
export const giftDeliveries = { least: 2, most: 26 } as const

/** How far ahead deliveries have their places, and how far the calendar of what comes looks. */
export const horizonDays = 56
export const upcomingDays = 84

/** A price that rises is charged no earlier than this after the letter that says so. */
export const noticeDays = 14

export const Frequency = z.enum(['weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly'])
export type Frequency = z.output<typeof Frequency>

/** Surprises come once in each week, fortnight or month. */
export const surpriseFrequencies = ['weekly', 'fortnightly', 'monthly'] as const

export const SubscriptionKind = z.enum(['recurring', 'surprise'])
export type SubscriptionKind = z.output<typeof SubscriptionKind>

const said = (max: number, sentence: string) => typed(max).pipe(z.string().min(1, sentence))

/** Where each delivery goes and what comes with it. Street and suburb may be empty for a pick-up. */
export const SubscriptionPlan = z.strictObject({
  recipient: z.strictObject({
    name: said(80, 'Please say who gets the flowers.'),
    phone: Recipient.shape.phone,
    line1: typed(100),
    line2: typed(100),
    suburb: typed(60),
    postcode: Postcode.or(z.literal('')),
  }),
  instructions: typedLines(300),
  cardMessage: typedLines(cartLimits.cardCharacters),
  anonymous: z.boolean(),
  substitution: Substitution,
  /** For surprises: ISO weekdays (Monday is 1) and days on which none may come. */
  excludedWeekdays: z.array(z.int().min(1).max(7)).max(6, 'Please leave us one weekday.'),
  excludedDays: z.array(ShopDay).max(subscriptionLimits.excludedDays),
})
export type SubscriptionPlan = z.output<typeof SubscriptionPlan>

/**
 * A delivery that would come, by the rule alone: a day may still move when it is closed or full. A surprise says between which days,
 * and no more. `lastChangeAt` and `chargeAt` are said where the calendar reaches so far, and not of what is paid before.
 */
export const NextDelivery = z.strictObject({
  day: ShopDay.optional(),
  between: z.strictObject({ from: ShopDay, until: ShopDay }).optional(),
  lastChangeAt: Instant.optional(),
  chargeAt: Instant.optional(),
})
export type NextDelivery = z.output<typeof NextDelivery>

/** Some deliveries, paid at once by somebody who need not have an account. */
export const GiftOf = z.strictObject({ deliveries: z.int().min(giftDeliveries.least).max(giftDeliveries.most) })
export type GiftOf = z.output<typeof GiftOf>

/** A subscription as it lies in a cart, to begin when the order is paid. */
export const CartSubscriptionWish = z
  .strictObject({
    kind: SubscriptionKind,
    frequency: Frequency,
    variantId: VariantId,
    quantity: Quantity,
    windowId: WindowId,
    /** The first delivery; the first day of the first period, for a surprise. */
    firstDay: ShopDay,
    plan: SubscriptionPlan,
    gift: GiftOf.optional(),
  })
  .refine(({ kind, gift }) => !gift || kind === 'recurring', 'A gift comes on days that its buyer knows.')
export type CartSubscriptionWish = z.output<typeof CartSubscriptionWish>
