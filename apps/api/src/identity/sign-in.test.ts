import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import bcrypt from 'bcrypt'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import {
  type IdentityShop,
  isProblem,
  linkIn,
  openIdentity,
  password,
  registered,
  signedIn,
} from './test/open-identity.ts'

let open: IdentityShop
before(async () => {
  open = await openIdentity()
})
after(() => open.close())

let people = 0
const anAddress = () => `person-${(people += 1)}@example.com`
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  open.shop.app.inject({ method: 'POST', url: `/api/auth/${path}`, payload: body, headers })

/** How often passwords were hashed and compared, and how dear that was, while something was done. */
async function workDone(t: TestContext, doing: () => Promise<unknown>): Promise<string[]> {
  const hash = t.mock.method(bcrypt, 'hash')
  const compare = t.mock.method(bcrypt, 'compare')
  await doing()
  const done = [
    ...hash.mock.calls.map(({ arguments: [, rounds] }) => `hash at ${String(rounds)}`),
    ...compare.mock.calls.map(({ arguments: [, known] }) => `compare at ${bcrypt.getRounds(known as string)}`),
  ]
  t.mock.restoreAll()
  return done
}

/** The statements that were sent while something was done, without their values. */
async function statementsOf(doing: () => Promise<unknown>): Promise<string[]> {
  const { db } = open.shop.database
  const sent: string[] = []
  const real = db.query
  const realTransaction = db.transaction
  Object.assign(db, {
    query: (text: string, values: unknown[], name?: string) => {
      sent.push(text)
      return real(text, values, name)
    },
    transaction: (work: Parameters<typeof realTransaction>[0]) =>
      realTransaction((tx) =>
        work({
          ...tx,
          query: (text, values, name) => {
            sent.push(text)
            return tx.query(text, values, name)
          },
        }),
      ),
  })
  try {
    await doing()
  } finally {
    Object.assign(db, { query: real, transaction: realTransaction })
  }
  return sent
}

test('an account is made by its letter’s link and by nothing before it', async () => {
  const { shop, browser, work } = open
  const mercy = browser()
  const email = 'Mercy@example.com'
  await mercy.call('POST /auth/register', { body: { email, name: 'Mercy Okafor', password } })
  await assert.rejects(mercy.call('POST /auth/login', { body: { email, password } }), isProblem('sign-in-wrong'))
  await work()
  const token = linkIn(shop, 'verify', email)
  const reply = signedIn(await mercy.call('POST /auth/verify', { body: { token } }))
  assert.deepEqual(
    [reply.account.email, reply.account.name, reply.account.role, reply.account.hasPassword],
    [email, 'Mercy Okafor', null, true],
  )
  assert.equal((await mercy.call('GET /auth/me', {})).id, reply.account.id)
  await assert.rejects(mercy.call('POST /auth/verify', { body: { token } }), isProblem('link-not-valid'))
  await work()
  assert.ok(shop.letters.some(({ to, subject }) => to === email && subject.startsWith('Welcome, Mercy')))
  const elsewhere = browser()
  assert.equal(
    signedIn(await elsewhere.call('POST /auth/login', { body: { email: 'mercy@EXAMPLE.com', password } })).account.id,
    reply.account.id,
  )
})

test('a link to make an account is good for a day, and of two only the first that is followed', async () => {
  const { shop, browser, work } = open
  const email = anAddress()
  const visitor = browser()
  const links: string[] = []
  for (const name of ['First Try', 'Second Try']) {
    await visitor.call('POST /auth/register', { body: { email, name, password } })
    await work()
    links.push(linkIn(shop, 'verify', email))
  }
  const { account } = signedIn(await visitor.call('POST /auth/verify', { body: { token: links[1]! } }))
  assert.equal(account.name, 'Second Try')
  await assert.rejects(visitor.call('POST /auth/verify', { body: { token: links[0]! } }), isProblem('link-not-valid'))

  const late = anAddress()
  await visitor.call('POST /auth/register', { body: { email: late, name: 'Late', password } })
  await work()
  shop.clock.advance({ hours: 24 })
  await assert.rejects(
    visitor.call('POST /auth/verify', { body: { token: linkIn(shop, 'verify', late) } }),
    isProblem('link-not-valid'),
  )
})

test('who asks for an account in another’s name does not get to choose its password', async () => {
  const { shop, browser, work } = open
  const email = anAddress()
  const [mallory, owner] = [browser(), browser()]
  for (let nth = 0; nth < 4; nth += 1)
    await mallory.call('POST /auth/register', { body: { email, name: 'Mallory', password: 'mallory knows this one' } })
  await owner.call('POST /auth/register', { body: { email, name: 'Olive', password } })
  await work()
  // The letters that an address may get in an hour are used up: what she finds is Mallory's link.
  const token = linkIn(shop, 'verify', email)
  await assert.rejects(owner.call('POST /auth/verify', { body: { token } }), isProblem('password-needed'))
  const body = { token, password: 'olive chose this one', name: 'Olive' }
  const { account } = signedIn(await owner.call('POST /auth/verify', { body }))
  assert.equal(account.name, 'Olive')
  const knows = (secret: string) => browser().call('POST /auth/login', { body: { email, password: secret } })
  await assert.rejects(knows('mallory knows this one'), isProblem('sign-in-wrong'))
  assert.equal(signedIn(await knows('olive chose this one')).account.id, account.id)
})

test('registering brings nothing along: no role, no id, no verified address', async () => {
  for (const extra of [{ role: 'owner' }, { id: 'acc_mine' }, { verified: true }, { accountId: 'acc_x' }]) {
    const reply = await post('register', { email: anAddress(), name: 'Mallory', password, ...extra })
    assert.deepEqual([reply.statusCode, reply.json<{ code: string }>().code], [422, 'malformed-request'])
  }
})

const seventyTwoBytes = Array.from({ length: 36 }, (_, at) => String.fromCodePoint(0x3b1 + ((at * 7) % 24))).join('')

test('a password beyond 72 bytes, too short, or known to all is refused with its reason', async () => {
  const ask = async (secret: string) => {
    const reply = await post('register', { email: anAddress(), name: 'Mercy', password: secret })
    const { code, detail } = reply.json<{ code: string; detail: string }>()
    return `${reply.statusCode} ${code}: ${detail}`
  }
  assert.match(await ask('é'.repeat(37)), /^422 malformed-request: .*at most 72 bytes/)
  assert.match(await ask('💐'.repeat(9)), /^422 malformed-request: .*at least 10 characters/)
  assert.match(await ask('password123'), /^422 password-known: /)
  assert.match(await ask(`person-${people + 1}1`), /^422 password-known: .*your e-mail/)
  assert.equal(
    (await post('register', { email: anAddress(), name: 'Mercy', password: seventyTwoBytes })).statusCode,
    202,
  )
})

test('neither words nor work tell whether an address has an account: registering', async (t) => {
  const { shop, browser, work } = open
  const taken = anAddress()
  await registered(open, browser(), { email: taken })
  await work()
  const free = anAddress()
  const body = (email: string) => ({ email, name: 'Mercy Okafor', password })
  const heard: unknown[] = []
  const statements: string[][] = []
  for (const email of [taken, free]) {
    statements.push(
      await statementsOf(async () => {
        const done = await workDone(t, async () => {
          const reply = await post('register', body(email))
          // The mark of the browser that asked is another one for each, and tells nothing.
          const cookies = reply.cookies.map(({ value, ...cookie }) => ({ ...cookie, letters: value.length }))
          heard.push([reply.statusCode, reply.body, Object.keys(reply.headers).toSorted(), cookies])
        })
        heard.push(done)
      }),
    )
    await work()
  }
  assert.deepEqual(heard.slice(0, 2), heard.slice(2))
  assert.deepEqual(heard[1], ['hash at 4'])
  assert.ok(statements[0]!.length > 4)
  assert.deepEqual(statements[0], statements[1])
  const newestTo = (email: string) => shop.letters.findLast(({ to }) => to === email)!
  assert.equal(newestTo(taken).subject, 'You have an account with us already')
  assert.equal(newestTo(free).subject, 'One step, and your account is there')
  assert.doesNotMatch(newestTo(taken).text, /[\w-]{43}/, 'a letter without a link')
})

test('neither words nor work tell whether an address has an account: signing in', async (t) => {
  const taken = anAddress()
  await registered(open, open.browser(), { email: taken })
  const byProvider = anAddress()
  await rows(
    open.shop.db,
    sql`insert into accounts (id, email, name, created_at) values ('acc_by-provider', ${byProvider}, 'June', now())`,
  )
  const heard: unknown[] = []
  for (const email of [taken, byProvider, anAddress()]) {
    const statements = await statementsOf(async () => {
      const done = await workDone(t, async () => {
        const reply = await post('login', { email, password: 'nine purple hedgehogs' })
        heard.push([reply.statusCode, reply.body, Object.keys(reply.headers).toSorted()])
      })
      heard.push(done)
    })
    heard.push(statements)
  }
  assert.deepEqual(heard.slice(0, 3), heard.slice(3, 6))
  assert.deepEqual(heard.slice(0, 3), heard.slice(6, 9))
  assert.deepEqual(heard[1], ['compare at 4'])
  assert.match(String(heard[0]), /^401,/)
})

test('neither words nor work tell whether an address has an account: a forgotten password', async () => {
  const { shop, work } = open
  const taken = anAddress()
  await registered(open, open.browser(), { email: taken })
  await work()
  const heard: unknown[] = []
  const before = shop.letters.length
  for (const email of [taken, anAddress()]) {
    const statements = await statementsOf(async () => {
      const reply = await post('forgotten', { email })
      heard.push([reply.statusCode, reply.body, Object.keys(reply.headers).toSorted()])
    })
    heard.push(statements)
  }
  assert.deepEqual(heard.slice(0, 2), heard.slice(2))
  await work()
  assert.deepEqual(
    shop.letters.slice(before).map(({ to }) => to),
    [taken],
  )
})

test('an address is written to three times an hour, whoever asks how often', async () => {
  const { shop, work } = open
  const victim = anAddress()
  await work()
  const before = shop.letters.length
  for (let times = 0; times < 6; times += 1)
    assert.equal((await post('register', { email: victim, name: 'Mercy', password })).statusCode, 202)
  await work()
  assert.equal(shop.letters.length - before, 3)
  shop.clock.advance({ hours: 1, seconds: 1 })
  await post('register', { email: victim.toUpperCase(), name: 'Mercy', password })
  await work()
  assert.equal(shop.letters.length - before, 4)
})

test('a letter’s link lies in the database only until the letter is sent, and there as a hash', async () => {
  const { shop, work } = open
  const email = anAddress()
  await post('register', { email, name: 'Mercy', password })
  await work()
  const token = linkIn(shop, 'verify', email)
  for (const table of ['emails', 'account_tokens', 'jobs.job']) {
    const found = await rows(shop.db, sql`select 1 from ${sql.raw(table)} t where t::text like ${`%${token}%`}`)
    assert.equal(found.length, 0, table)
  }
  const hashes = await rows<{ payload: string }>(shop.db, sql`select payload::text as payload from account_tokens`)
  assert.ok(hashes.length > 0 && hashes.every(({ payload }) => !payload.includes(password)))
})

test('after five wrong passwords one waits, is told how long, and a right one in time clears it', async () => {
  const { shop, browser } = open
  const email = anAddress()
  await registered(open, browser(), { email })
  const from = { remoteAddress: '198.51.100.7' }
  const guess = (secret: string) =>
    shop.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email, password: secret }, ...from })
  for (let wrong = 0; wrong < 5; wrong += 1)
    assert.equal((await guess(`wrong password ${wrong}`)).json<{ code: string }>().code, 'sign-in-wrong')
  const waiting = await guess(password)
  assert.deepEqual(
    [waiting.statusCode, waiting.json<object>()],
    [
      429,
      {
        type: 'about:blank',
        title: 'Too many requests',
        status: 429,
        code: 'sign-in-wait',
        detail: 'That was wrong too often. Please wait a second, then try again.',
        waitSeconds: 1,
      },
    ],
    'the right one waits too: else guessing would go on',
  )
  shop.clock.advance({ seconds: 1 })
  assert.equal((await guess(password)).statusCode, 200)
  for (let wrong = 0; wrong < 5; wrong += 1) assert.equal((await guess('wrong password')).statusCode, 401)
})

test('a stranger who guesses at an address does not lock its owner out of her own browser', async () => {
  const { shop, browser } = open
  const email = anAddress()
  const hers = browser()
  await registered(open, hers, { email })
  await hers.call('POST /auth/logout', {})
  const stranger = browser()
  const guess = () => stranger.call('POST /auth/login', { body: { email, password: 'wrong password' } })
  for (let wrong = 0; wrong < 5; wrong += 1) await assert.rejects(guess(), isProblem('sign-in-wrong'))
  await assert.rejects(guess(), isProblem('sign-in-wait'))
  signedIn(await hers.call('POST /auth/login', { body: { email, password } }))
  await assert.rejects(guess(), isProblem('sign-in-wait'), 'and her coming in does not set him free')

  // Her browser's mark is a mark of hers only, and whoever carries it off has five guesses of his own.
  const device = hers.cookies.get('device')!
  const other = anAddress()
  await registered(open, browser(), { email: other })
  const thief = browser()
  thief.cookies.set('device', device)
  for (let wrong = 0; wrong < 5; wrong += 1)
    await assert.rejects(
      thief.call('POST /auth/login', { body: { email, password: 'wrong password' } }),
      isProblem('sign-in-wrong'),
    )
  await assert.rejects(
    thief.call('POST /auth/login', { body: { email, password: 'wrong password' } }),
    isProblem('sign-in-wait'),
  )
  shop.clock.advance({ minutes: 15 })
  const counted = async () => (await rows(shop.db, sql`select 1 from sign_in_failures`)).length
  const before = await counted()
  await assert.rejects(
    thief.call('POST /auth/login', { body: { email: other, password: 'wrong password' } }),
    isProblem('sign-in-wrong'),
  )
  assert.ok((await counted()) > before, 'at another address he counts like anybody')
})

test('a forged mark of a known browser is worth nothing', async () => {
  const { browser } = open
  const email = anAddress()
  await registered(open, browser(), { email })
  const stranger = browser()
  for (let wrong = 0; wrong < 5; wrong += 1) {
    stranger.cookies.set('device', `${'a'.repeat(42)}${wrong}.${'b'.repeat(43)}`)
    await assert.rejects(
      stranger.call('POST /auth/login', { body: { email, password: 'wrong password' } }),
      isProblem('sign-in-wrong'),
    )
  }
  stranger.cookies.set('device', `${'a'.repeat(43)}.${'b'.repeat(43)}`)
  await assert.rejects(stranger.call('POST /auth/login', { body: { email, password } }), isProblem('sign-in-wait'))
})

test('a new device is told to its owner, and one that she has used before is not', async () => {
  const { shop, browser, work } = open
  const email = anAddress()
  const laptop = browser()
  await registered(open, laptop, { email })
  await work()
  const before = shop.letters.length
  await laptop.call('POST /auth/logout', {})
  await laptop.call('POST /auth/login', { body: { email, password } })
  await work()
  assert.equal(shop.letters.length, before, 'her own laptop is no news')
  await browser().call('POST /auth/login', { body: { email, password } })
  await work()
  assert.deepEqual(
    [shop.letters.length - before, shop.letters.at(-1)?.to, shop.letters.at(-1)?.subject],
    [1, email, 'A new device is signed in to your account'],
  )
})

test('a hash from cheaper days is made anew when its owner signs in', async () => {
  const { shop, browser } = open
  const email = anAddress()
  await registered(open, browser(), { email })
  const dear = await openIdentity({ environment: { BCRYPT_COST: '5' } })
  try {
    const cheap = await bcrypt.hash(password, 4)
    await registered(dear, dear.browser(), { email })
    await rows(dear.shop.db, sql`update accounts set password_hash = ${cheap} where email = ${email}`)
    signedIn(await dear.browser().call('POST /auth/login', { body: { email, password } }))
    const [row] = await rows<{ hash: string }>(
      dear.shop.db,
      sql`select password_hash as hash from accounts where email = ${email}`,
    )
    assert.equal(bcrypt.getRounds(row!.hash), 5)
    signedIn(await dear.browser().call('POST /auth/login', { body: { email, password } }))
  } finally {
    await dear.close()
  }
  assert.ok(shop)
})

test('an account with a second factor is given a ticket and nothing else', async () => {
  const { shop, browser } = open
  const email = anAddress()
  const { account } = await registered(open, browser(), { email })
  await rows(
    shop.db,
    sql`insert into two_factors (account_id, sealed_secret, confirmed_at) values (${account.id}, 'sealed', now())`,
  )
  const visitor = browser()
  const reply = await visitor.call('POST /auth/login', { body: { email, password } })
  assert.equal(reply.kind, 'second-factor')
  assert.deepEqual([...visitor.cookies.keys()], [])
  await assert.rejects(visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))
})

test('every sign-in is in the audit log, the good and the refused', async () => {
  const { shop, browser } = open
  const email = anAddress()
  const { account } = await registered(open, browser(), { email })
  const unknown = anAddress()
  await post('login', { email, password: 'wrong password' }, { 'user-agent': 'curl/8' })
  await post('login', { email: unknown, password: 'wrong password' }, { 'user-agent': 'curl/8' })
  await post('login', { email, password }, { 'user-agent': 'curl/8' })
  const log = await rows<{ accountId: string | null; who: string; outcome: number; how: string; device: string }>(
    shop.db,
    sql`select account_id as "accountId", who, outcome, detail->>'how' as how, detail->>'device' as device from audit_log
        where action = 'sign-in' order by id desc limit 4`,
  )
  assert.deepEqual(log.toReversed(), [
    { accountId: account.id, who: 'Mercy Okafor', outcome: 200, how: 'verified', device: 'An unknown device' },
    { accountId: account.id, who: 'Mercy Okafor', outcome: 401, how: 'password', device: 'A program' },
    { accountId: null, who: 'Nobody who has an account', outcome: 401, how: 'password', device: 'A program' },
    { accountId: account.id, who: 'Mercy Okafor', outcome: 200, how: 'password', device: 'A program' },
  ])
  const [all] = await rows<{ text: string }>(shop.db, sql`select string_agg(a::text, '') as text from audit_log a`)
  assert.ok(!all!.text.includes(unknown) && !all!.text.includes('wrong password'))
})
