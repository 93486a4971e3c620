import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSignedIn } from '../../../test/signed-in.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { insertAccount } from '../account-queries.ts'
import {
  aShopWithIssuer,
  anybody,
  counted,
  ines,
  isPage,
  me,
  problemOf,
  toCallback,
} from './test/a-shop-with-issuer.ts'

test('answers that come at once for one new person make one account, and all are signed in to it', async (t) => {
  const open = await aShopWithIssuer(t, { on: 'server' })
  for (let round = 0; round < 3; round += 1) {
    const before = await counted(open)
    const person = anybody(`mercy-${round}@example.com`)
    const browsers = Array.from({ length: 6 }, () => open.browser())
    const callbacks: URL[] = []
    for (const browser of browsers) callbacks.push(await toCallback(browser, person))
    const pages = await Promise.all(browsers.map((browser, at) => browser.open(callbacks[at]!, isPage)))
    assert.deepEqual(
      pages.map(({ url }) => url.pathname),
      browsers.map(() => '/account'),
    )
    const ids = await Promise.all(browsers.map(async (browser) => (await me(open, browser))?.id))
    assert.equal(new Set(ids).size, 1)
    const now = await counted(open)
    assert.deepEqual(
      [now.accounts - before.accounts, now.identities - before.identities, now.sessions - before.sessions],
      [1, 1, 6],
    )
  }
})

test('the same answer twice at once finishes once', async (t) => {
  const open = await aShopWithIssuer(t, { on: 'server' })
  const browser = open.browser()
  const callback = await toCallback(browser, ines)
  const pages = await Promise.all([browser.open(callback, isPage), browser.open(callback, isPage)])
  assert.deepEqual(pages.map(problemOf).toSorted(), ['sign-in-expired', null].toSorted())
  assert.deepEqual(await counted(open), { accounts: 1, identities: 1, sessions: 1 })
})

test('an account that a letter’s link makes in the same moment is not taken over: its owner is asked', async (t) => {
  const open = await aShopWithIssuer(t, { on: 'server' })
  const browser = open.browser()
  const callback = await toCallback(browser, ines)
  let commit = () => {}
  const isMade = Promise.withResolvers<void>()
  const verifying = open.shop.inTransaction(async (tx) => {
    await insertAccount(tx, {
      id: 'acc_ines',
      email: 'ines@example.com',
      name: 'Ines',
      passwordHash: 'a-hash',
      at: open.shop.clock.now(),
    })
    isMade.resolve()
    await new Promise<void>((resolve) => {
      commit = resolve
    })
  })
  await isMade.promise
  const arriving = browser.open(callback, isPage)
  // It waits for the address; only then is the other transaction let go.
  const isWaiting = async () =>
    (
      await rows(
        open.shop.db,
        sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).length > 0
  while (!(await isWaiting())) await new Promise(setImmediate)
  commit()
  await verifying
  assert.equal(problemOf(await arriving), 'link-sent')
  assert.deepEqual(await counted(open), { accounts: 1, identities: 0, sessions: 0 })
})

test('many who ask at once to be joined to one account are one letter to its owner', async (t) => {
  const open = await aShopWithIssuer(t, { on: 'server' })
  await aSignedIn(open.shop, { email: 'ines@example.com' })
  const browsers = Array.from({ length: 6 }, () => open.browser())
  const callbacks: URL[] = []
  for (const browser of browsers) callbacks.push(await toCallback(browser, ines))
  const pages = await Promise.all(browsers.map((browser, at) => browser.open(callbacks[at]!, isPage)))
  assert.deepEqual(
    pages.map(problemOf),
    browsers.map(() => 'link-sent'),
  )
  const letters = await rows(open.shop.db, sql`select 1 from emails where kind = 'account/link-provider'`)
  assert.equal(letters.length, 1)
})
