import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { type AccountId, newId, type ReminderId } from '@flora/contract/ids.ts'
import { type NewReminder, reminderLimits } from '@flora/contract/reminders.ts'
import type { Shop } from '../shop.ts'
import { reminderNotFound, tooManyReminders } from './errors.ts'
import { countReminders, deleteReminder, findTimeZone, lockReminder, saveReminder } from './queries.ts'
import { comingOf } from './reminder.ts'

type Changing = Pick<Shop, 'inTransaction' | 'clock'>

/** Reminds her of another day. */
export function addReminder(
  { inTransaction, clock }: Changing,
  accountId: AccountId,
  wish: NewReminder,
): Promise<void> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    if ((await countReminders(tx, accountId)) >= reminderLimits.reminders) throw tooManyReminders()
    const { name, yearDay, daysBefore, occasion = null } = wish
    const coming = comingOf(yearDay, daysBefore, shopDayAt(at, await findTimeZone(tx)))
    const reminder = { id: newId('rem'), name, ...yearDay, daysBefore, occasion, isMuted: false, ...coming }
    await saveReminder(tx, accountId, { reminder, at })
  })
}

/** What changes of a reminder; absent keys stay. */
export interface ReminderChange {
  readonly id: ReminderId
  readonly change: { readonly [Key in keyof Omit<NewReminder, 'occasion'>]?: NewReminder[Key] | undefined } & {
    /** null takes it back. */
    readonly occasion?: NewReminder['occasion'] | null
    readonly isMuted?: boolean | undefined
  }
}

/** Changes one of hers. The next letter is worked out anew only when its day is another one, so that none goes twice. */
export function changeReminder(
  { inTransaction, clock }: Changing,
  accountId: AccountId,
  { id, change }: ReminderChange,
): Promise<void> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const known = await lockReminder(tx, accountId, id)
    if (!known) throw reminderNotFound()
    const yearDay = change.yearDay ?? { month: known.month, date: known.date }
    const daysBefore = change.daysBefore ?? known.daysBefore
    const isSameDay = yearDay.month === known.month && yearDay.date === known.date && daysBefore === known.daysBefore
    const coming = isSameDay ? known : comingOf(yearDay, daysBefore, shopDayAt(at, await findTimeZone(tx)))
    const reminder = {
      id,
      name: change.name ?? known.name,
      ...yearDay,
      daysBefore,
      occasion: change.occasion === undefined ? known.occasion : change.occasion,
      isMuted: change.isMuted ?? known.isMuted,
      nextDay: coming.nextDay,
      letterDay: coming.letterDay,
    }
    await saveReminder(tx, accountId, { reminder, at })
  })
}

/** Forgets one of hers. */
export function forgetReminder({ inTransaction }: Changing, accountId: AccountId, id: ReminderId): Promise<void> {
  return inTransaction(async (tx) => {
    if (!(await deleteReminder(tx, accountId, id))) throw reminderNotFound()
  })
}
