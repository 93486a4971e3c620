import type { Shop } from '../shop.ts'
import { sendDueReminders } from './send-due.ts'

export function reminderJobs(shop: Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs' | 'log'>) {
  return {
    'reminders/send-due': async () => {
      const written = await sendDueReminders(shop)
      if (written > 0) shop.log.info({ written }, 'reminders were written')
    },
  }
}
