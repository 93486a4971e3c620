import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Attempt, beginAttempt, forgiveAttempt, networkOf, takeBackAttempt, type Tried } from './attempt.ts'

let shop: TestShop
before(async () => {
  shop = await openShop({ now: '2026-11-20T10:00:00+11:00' })
})
after(() => shop.close())

let addresses = 0
const anAddress = (): Tried => ({ by: 'address', email: `address-${(addresses += 1)}@example.com` })
const aClient = (): Tried => ({ by: 'client', ip: `203.0.113.${(addresses += 1)}` })

/** The seconds one is told to wait; 0 for an attempt that is let through. */
async function wait(...tried: Tried[]): Promise<number> {
  try {
    await beginAttempt(shop, tried)
    return 0
  } catch (error) {
    assert.ok(error instanceof Refusal && error.code === 'sign-in-wait' && error.status === 429, String(error))
    return error.extra['waitSeconds'] as number
  }
}

const forgive = (attempt: Attempt) => shop.inTransaction((tx) => forgiveAttempt(tx, attempt, shop.clock.now()))

test('five attempts are free; then each waits twice as long as the one before, up to a quarter of an hour', async () => {
  const address = anAddress()
  for (let free = 0; free < 5; free += 1) assert.equal(await wait(address), 0)
  const waits: number[] = []
  for (let more = 0; more < 13; more += 1) {
    const seconds = await wait(address)
    waits.push(seconds)
    assert.equal(await wait(address), seconds, 'who waits is not made to wait longer')
    shop.clock.advance({ seconds: seconds - 1 })
    assert.equal(await wait(address), 1)
    shop.clock.advance({ seconds: 1 })
    assert.equal(await wait(address), 0)
  }
  assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
  assert.equal(await wait(anAddress()), 0, 'nobody else waits')
})

test('an address is one, however it is written', async () => {
  for (const email of ['a@example.com', 'A@example.com', 'a@EXAMPLE.com', 'a@example.com', 'A@EXAMPLE.COM'])
    assert.equal(await wait({ by: 'address', email }), 0)
  assert.equal(await wait({ by: 'address', email: 'a@example.com' }), 1)
})

test('one that was right starts an address from nothing', async () => {
  const address = anAddress()
  for (let wrong = 0; wrong < 4; wrong += 1) await wait(address)
  await forgive(await beginAttempt(shop, [address]))
  for (let free = 0; free < 5; free += 1) assert.equal(await wait(address), 0)
  assert.equal(await wait(address), 1)
})

test('a client that guesses at a hundred addresses waits, and an account of his own does not set him free', async () => {
  const client = aClient()
  const own = anAddress()
  for (let wrong = 0; wrong < 20; wrong += 1) assert.equal(await wait(anAddress(), client), 0)
  assert.equal(await wait(anAddress(), client), 1)
  for (let rounds = 0; rounds < 5; rounds += 1) {
    shop.clock.advance({ minutes: 15 })
    await forgive(await beginAttempt(shop, [own, client]))
    assert.equal(await wait(anAddress(), client), 0)
    assert.ok((await wait(anAddress(), client)) >= 2 ** (rounds + 1), `round ${rounds}`)
  }
})

test('a refusal for the client’s sake counts nothing against the address', async () => {
  const client = aClient()
  const address = anAddress()
  for (let wrong = 0; wrong < 20; wrong += 1) await wait(anAddress(), client)
  for (let tries = 0; tries < 9; tries += 1) assert.equal(await wait(address, client), 1)
  for (let free = 0; free < 5; free += 1) assert.equal(await wait(address), 0)
})

test('what was never looked at is taken back', async () => {
  const tried = [anAddress(), aClient()]
  for (let times = 0; times < 30; times += 1) {
    const attempt = await beginAttempt(shop, tried)
    await shop.inTransaction((tx) => takeBackAttempt(tx, attempt, shop.clock.now()))
  }
})

test('a day without another attempt, and all is forgotten', async () => {
  const address = anAddress()
  for (let wrong = 0; wrong < 5; wrong += 1) await wait(address)
  shop.clock.advance({ hours: 24, seconds: 1 })
  for (let free = 0; free < 5; free += 1) assert.equal(await wait(address), 0)
})

test('who has a network of IPv6 addresses is one client', () => {
  const cases: [string, string][] = [
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:7::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ]
  for (const [ip, network] of cases) assert.equal(networkOf(ip), network, ip)
})
