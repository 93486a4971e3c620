import type { AccountId } from '@flora/contract/ids.ts'
import { reminders, type Reminder } from '@flora/contract/reminders.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../platform/caller.ts'
import type { Db } from '../platform/db.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { addReminder, changeReminder, forgetReminder } from './change-reminders.ts'
import { muteLinkNotValid } from './errors.ts'
import { reminderOf } from './mute-link.ts'
import { listReminders, muteReminder } from './queries.ts'

type ReminderShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>

export function reminderRoutes(app: FastifyInstance, shop: ReminderShop): void {
  serve(app, reminders.listReminders, (_, request) => show(shop.db, callerOf(request).accountId))

  serve(app, reminders.addReminder, async ({ body }, request) => {
    const { accountId } = callerOf(request)
    await addReminder(shop, accountId, body)
    return show(shop.db, accountId)
  })

  serve(app, reminders.changeReminder, async ({ params, body }, request) => {
    const { accountId } = callerOf(request)
    await changeReminder(shop, accountId, { id: params.reminderId, change: body })
    return show(shop.db, accountId)
  })

  serve(app, reminders.deleteReminder, async ({ params }, request) => {
    const { accountId } = callerOf(request)
    await forgetReminder(shop, accountId, params.reminderId)
    return show(shop.db, accountId)
  })

  serve(app, reminders.muteReminder, async ({ body }) => {
    const id = reminderOf(shop.config, body.token)
    const isMuted = id !== undefined && (await shop.inTransaction((tx) => muteReminder(tx, id, shop.clock.now())))
    if (!isMuted) throw muteLinkNotValid()
    return { message: 'We won’t write about this day again, unless you say so in your account.' }
  })
}

async function show(db: Db, accountId: AccountId): Promise<Reminder[]> {
  return (await listReminders(db, accountId)).map(({ month, date, occasion, ...row }) => ({
    ...row,
    yearDay: { month, date },
    ...(occasion !== null && { occasion }),
  }))
}
