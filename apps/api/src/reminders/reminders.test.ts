import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { reminderLimits } from '@flora/contract/reminders.ts'
import { aVisitor, openPayingShop, type PayingShop, type Visitor } from '../../test/open-paying-shop.ts'
import { aCustomer } from '../customers/test/a-customer.ts'
import { sendDueReminders } from './send-due.ts'

// Friday 20 November 2026, ten in the morning at the shop.
const morning = '2026-11-20T10:00:00+11:00'
let open: PayingShop
before(async () => {
  open = await openPayingShop({ now: morning })
})
after(() => open.close())

const mum = { name: 'Mum’s birthday', yearDay: { month: 12, date: 1 }, daysBefore: 10 }
const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code
const lettersTo = (email: string) => open.shop.letters.filter(({ to }) => to === email)
const at = (text: string) => open.shop.clock.set(text)
const aReminder = async (visitor: Visitor) => (await visitor.call('POST /account/reminders', { body: mum }))[0]!.id

test('a letter goes once, in the morning of its day, and again a year later', async (t) => {
  t.after(() => at(morning))
  const { visitor, email } = await aCustomer(open)
  const [added] = await visitor.call('POST /account/reminders', { body: { ...mum, occasion: 'birthday' } })
  assert.deepEqual([added!.nextDay, added!.letterDay, added!.isMuted], ['2026-12-01', '2026-11-21', false])

  for (const now of ['2026-11-20T23:59:00+11:00', '2026-11-21T07:59:00+11:00']) {
    at(now)
    assert.equal(await sendDueReminders(open.shop), 0, now)
  }
  at('2026-11-21T08:00:00+11:00')
  assert.equal(await sendDueReminders(open.shop), 1)
  assert.equal(await sendDueReminders(open.shop), 0)
  await open.work()
  const [letter] = lettersTo(email)
  assert.equal(letter!.subject, 'Mum’s birthday is in 10 days')
  assert.match(letter!.text, /Tuesday 1 December/)
  assert.match(letter!.text, /\/occasions\/birthday/)

  const [after] = await visitor.call('GET /account/reminders', {})
  assert.deepEqual([after!.nextDay, after!.letterDay], ['2027-12-01', '2027-11-21'])
})

test('a reminder forgets its occasion when told so, and keeps it when nothing is said of it', async () => {
  const { visitor } = await aCustomer(open)
  const [added] = await visitor.call('POST /account/reminders', { body: { ...mum, occasion: 'birthday' } })
  const change = (body: { daysBefore: number } | { occasion: null }) =>
    visitor.call('PATCH /account/reminders/:reminderId', { params: { reminderId: added!.id }, body })
  assert.equal((await change({ daysBefore: 5 }))[0]!.occasion, 'birthday')
  assert.equal((await change({ occasion: null }))[0]!.occasion, undefined)
})

test('the letter’s link mutes for good, without signing in, and the account can undo it', async (t) => {
  t.after(() => at(morning))
  const { visitor, email, accountId } = await aCustomer(open)
  const id = await aReminder(visitor)
  at('2026-11-21T09:00:00+11:00')
  await sendDueReminders(open.shop)
  await open.work()
  const token = /mute-reminder#(\S+)/.exec(lettersTo(email)[0]!.text)![1]!
  const stranger = aVisitor(open.app)
  for (const wrong of [token.slice(0, -1), `rem_other.${token.split('.')[1]}`, 'nothing', ''])
    await assert.rejects(stranger.call('POST /reminders/mute', { body: { token: wrong } }), isProblem('link-not-valid'))
  await stranger.call('POST /reminders/mute', { body: { token } })
  await stranger.call('POST /reminders/mute', { body: { token } })

  at('2027-11-25T09:00:00+11:00')
  const others = await sendDueReminders(open.shop)
  await open.work()
  assert.equal(lettersTo(email).length, 1, `${others} were for others`)
  // No session lasts a year.
  const later = await aCustomer(open, { accountId, email })
  const [again] = await later.visitor.call('PATCH /account/reminders/:reminderId', {
    params: { reminderId: id },
    body: { isMuted: false },
  })
  assert.equal(again!.isMuted, false)
  await sendDueReminders(open.shop)
  await open.work()
  assert.equal(lettersTo(email).length, 2)
})

test('a shop that slept writes what is still to come and passes over what is past', async (t) => {
  t.after(() => at(morning))
  const { visitor } = await aCustomer(open)
  const day = (month: number, date: number) => ({ ...mum, name: `On ${date}`, yearDay: { month, date } })
  for (const body of [day(11, 25), day(11, 30)]) await visitor.call('POST /account/reminders', { body })
  at('2026-11-27T09:00:00+11:00')
  assert.equal(await sendDueReminders(open.shop), 1)
  const days = (await visitor.call('GET /account/reminders', {})).map(({ nextDay }) => nextDay)
  assert.deepEqual(days, ['2027-11-25', '2027-11-30'])
})

test('changing the words sends no second letter; changing the day does', async (t) => {
  t.after(() => at(morning))
  const { visitor } = await aCustomer(open)
  const reminderId = await aReminder(visitor)
  at('2026-11-21T09:00:00+11:00')
  assert.equal(await sendDueReminders(open.shop), 1)
  const change = (body: object) =>
    visitor.call('PATCH /account/reminders/:reminderId', { params: { reminderId }, body })
  await change({ name: 'June’s birthday' })
  assert.equal(await sendDueReminders(open.shop), 0)
  await change({ yearDay: { month: 11, date: 30 } })
  assert.equal(await sendDueReminders(open.shop), 1)
})

test('there is no 30 February, and no day of somebody else’s', async () => {
  const [hers, other] = [await aCustomer(open), await aCustomer(open)]
  const wrong = { ...mum, yearDay: { month: 2, date: 30 } }
  await assert.rejects(hers.visitor.call('POST /account/reminders', { body: wrong }), isProblem('malformed-request'))
  const reminderId = await aReminder(hers.visitor)
  const params = { reminderId }
  for (const ask of [
    () => other.visitor.call('PATCH /account/reminders/:reminderId', { params, body: { name: 'Mine' } }),
    () => other.visitor.call('DELETE /account/reminders/:reminderId', { params }),
  ])
    await assert.rejects(ask, isProblem('reminder-not-found'))
  assert.equal((await hers.visitor.call('GET /account/reminders', {}))[0]!.name, mum.name)
})

test('two that are added at once are counted one after the other', async () => {
  const { visitor } = await aCustomer(open)
  const adding = Array.from({ length: reminderLimits.reminders + 2 }, () =>
    visitor.call('POST /account/reminders', { body: mum }),
  )
  const refused = (await Promise.allSettled(adding)).filter(({ status }) => status === 'rejected')
  assert.equal(refused.length, 2)
})
