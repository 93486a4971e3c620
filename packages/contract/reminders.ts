import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ReminderId } from './ids.ts'
import { ShopDay, Slug, typed } from './text.ts'

/** How many days an account can be reminded of, and how long before each. */
export const reminderLimits = { reminders: 40, mostDaysBefore: 60 } as const

const YearDay = z
  .strictObject({ month: z.int().min(1).max(12), date: z.int().min(1).max(31) })
  .refine(({ month, date }) => date <= longest[month - 1]!, 'That month has no such day.')

// Leap years included: a birthday on 29 February is kept on the 28th in other years.
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const NewReminder = z.strictObject({
  /** 'Mum’s birthday' */
  name: typed(80).pipe(z.string().min(1, 'Please say what the day is.')),
  /** The day of the year; the year does not matter. */
  yearDay: YearDay,
  daysBefore: z
    .int()
    .min(1, 'Please choose at least one day before.')
    .max(reminderLimits.mostDaysBefore, `Please choose at most ${reminderLimits.mostDaysBefore} days before.`),
  /** An occasion of the catalogue, for what to suggest. */
  occasion: Slug.optional(),
})
export type NewReminder = z.output<typeof NewReminder>

export const Reminder = z.strictObject({
  id: ReminderId,
  name: z.string(),
  yearDay: z.strictObject({ month: z.int(), date: z.int() }),
  daysBefore: z.int(),
  occasion: Slug.optional(),
  isMuted: z.boolean(),
  /** When the day is next, and on which day the letter goes. */
  nextDay: ShopDay,
  letterDay: ShopDay,
})
export type Reminder = z.output<typeof Reminder>

const params = z.strictObject({ reminderId: ReminderId })
const common = { who: 'customer', limit: 'writes' } as const

/** Days an account wants to be reminded of by a letter. All answer with the whole list, the next day first. */
export const reminders = {
  listReminders: endpoint({
    ...common,
    limit: 'reads',
    method: 'GET',
    path: '/account/reminders',
    summary: 'The days she is reminded of, the next first.',
    reply: z.array(Reminder),
  }),
  addReminder: endpoint({
    ...common,
    method: 'POST',
    path: '/account/reminders',
    summary: 'Reminds her of a day each year.',
    body: NewReminder,
    reply: z.array(Reminder),
    status: 201,
    refusals: ['too-many-reminders'],
  }),
  changeReminder: endpoint({
    ...common,
    method: 'PATCH',
    path: '/account/reminders/:reminderId',
    summary: 'Changes a reminder, mutes it for good, or lets it speak again. What is not sent stays.',
    params,
    /** null takes the occasion back. */
    body: NewReminder.partial().extend({ occasion: Slug.nullable().optional(), isMuted: z.boolean().optional() }),
    reply: z.array(Reminder),
    refusals: ['reminder-not-found'],
  }),
  deleteReminder: endpoint({
    ...common,
    method: 'DELETE',
    path: '/account/reminders/:reminderId',
    summary: 'Forgets a day.',
    params,
    reply: z.array(Reminder),
    refusals: ['reminder-not-found'],
  }),
  muteReminder: endpoint({
    who: 'anyone',
    limit: 'guesses',
    method: 'POST',
    path: '/reminders/mute',
    summary: 'Mutes a reminder for good by its letter’s link, without signing in. Doing it twice does no harm.',
    body: z.strictObject({ token: z.string().max(200) }),
    reply: z.strictObject({ message: z.string() }),
    refusals: ['link-not-valid'],
  }),
}
