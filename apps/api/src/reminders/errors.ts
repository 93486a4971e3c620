import { reminderLimits } from '@flora/contract/reminders.ts'
import { Refusal } from '../platform/refusal.ts'

export const reminderNotFound = () =>
  new Refusal(404, 'reminder-not-found', 'That reminder is not among yours any more. Please look at the list again.')

export const tooManyReminders = () =>
  new Refusal(
    409,
    'too-many-reminders',
    `An account keeps ${reminderLimits.reminders} reminders. Please delete one that you no longer need.`,
  )

export const muteLinkNotValid = () =>
  new Refusal(
    410,
    'link-not-valid',
    'This link is not one of ours any more. You can mute the reminder in your account.',
  )
