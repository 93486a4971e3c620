import { newsletterWording as wording } from '@flora/contract/newsletter.ts'
import type { PayingShop } from '../../../test/open-paying-shop.ts'
import { aCustomer } from '../../customers/test/a-customer.ts'
import { consentToken } from '../../newsletter/consent-link.ts'
import { muteToken } from '../../reminders/mute-link.ts'

const mumsBirthday = { name: 'Mum’s birthday', yearDay: { month: 2, date: 29 }, daysBefore: 10 }

/** A good request for each line about reminders, the newsletter and one's own data. */
export async function ownDataWalk(open: PayingShop) {
  const { visitor: by } = await aCustomer(open)
  const { config, clock } = open.shop
  const aReminder = async () => (await by.call('POST /account/reminders', { body: mumsBirthday }))[0]!.id
  const link = (deed: 'confirm' | 'leave') =>
    consentToken(config.sealingKey, deed, { email: 'june@example.com', at: clock.now() })
  return {
    'reminders.listReminders': async () => ({ by }),
    'reminders.addReminder': async () => ({ by, body: mumsBirthday }),
    'reminders.changeReminder': async () => ({
      by,
      path: `/account/reminders/${await aReminder()}`,
      body: { isMuted: true, occasion: 'birthday' },
    }),
    'reminders.deleteReminder': async () => ({ by, path: `/account/reminders/${await aReminder()}` }),
    'reminders.muteReminder': async () => ({ body: { token: muteToken(config, await aReminder()) } }),
    'newsletter.askNewsletter': async () => ({ body: { email: 'june@example.com', wording } }),
    'newsletter.confirmNewsletter': async () => ({ body: { token: link('confirm') } }),
    'newsletter.leaveNewsletter': async () => ({ body: { token: link('leave') } }),
    'newsletter.showConsent': async () => ({ by }),
    'newsletter.changeConsent': async () => ({ by, body: { isWanted: true, wording } }),
    'privacy.exportData': async () => ({ by }),
    'privacy.foreseeErasure': async () => ({ by }),
    'privacy.eraseAccount': async () => ({
      by: (await aCustomer(open)).visitor,
      body: { password: '', confirm: 'erase' },
    }),
  }
}
