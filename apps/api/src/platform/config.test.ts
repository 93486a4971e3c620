import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BadConfig, readConfig } from './config.ts'
import { newOwnKeys } from './own-keys.ts'

const { signingKeys, sealingKey } = newOwnKeys()

const production = {
  MODE: 'production',
  PUBLIC_URL: 'https://flora.example',
  DATABASE_URL: 'postgres://flora:secret@db.example:5432/flora',
  STRIPE_SECRET_KEY: 'sk_live_abc',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_abc',
  STRIPE_WEBHOOK_SECRET: 'whsec_abc',
  SMTP_URL: 'smtps://flora:secret@mail.example:465',
  MAIL_FROM: 'Flora <hello@flora.melbourne>',
  TRUST_PROXY: '1',
  SIGNING_KEYS: signingKeys,
  SEALING_KEY: sealingKey,
}

/** What is said about a configuration, line by line; nothing when it is taken. */
function complaints(environment: Record<string, string | undefined>): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    assert.ok(error instanceof BadConfig, String(error))
    return error.message.split('\n')
  }
}

test('nothing need be said in development, and everything is there', () => {
  const config = readConfig({})
  assert.deepEqual(
    [config.mode, config.publicUrl, config.stripe.apiBase, config.rateLimits],
    ['development', 'http://127.0.0.1:3000', 'http://127.0.0.1:3010', true],
  )
})

test('production with all it needs is taken', () => {
  const config = readConfig(production)
  assert.deepEqual(
    [config.mode, config.stripe.secretKey, config.stripe.apiBase],
    ['production', 'sk_live_abc', undefined],
  )
})

const wrong: [string, Record<string, string | undefined>, RegExp][] = [
  [
    'takes no sandbox money',
    { STRIPE_SECRET_KEY: undefined },
    /^STRIPE_SECRET_KEY is missing: a shop in production takes no sandbox money\.$/,
  ],
  ['needs a server', { DATABASE_URL: undefined }, /^DATABASE_URL is missing/],
  ['needs https', { PUBLIC_URL: 'http://flora.example' }, /^PUBLIC_URL must be the shop’s https/],
  ['needs an address of its own', { PUBLIC_URL: undefined }, /^PUBLIC_URL must be/],
  ['needs a mail server', { SMTP_URL: undefined }, /^SMTP_URL is missing/],
  ['needs the key for the form', { STRIPE_PUBLISHABLE_KEY: undefined }, /^STRIPE_PUBLISHABLE_KEY is missing/],
  ['needs the secret of its events', { STRIPE_WEBHOOK_SECRET: undefined }, /^STRIPE_WEBHOOK_SECRET is missing/],
  [
    'never sends real keys to a stand-in',
    { STRIPE_API_BASE: 'http://127.0.0.1:3010' },
    /^STRIPE_API_BASE is for the sandbox/,
  ],
  ['takes no test keys', { STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_PUBLISHABLE_KEY: 'pk_test_abc' }, /are test keys/],
  ['knows its proxies', { TRUST_PROXY: undefined }, /^TRUST_PROXY is 0/],
  ['signs with keys that every machine has', { SIGNING_KEYS: undefined }, /^SIGNING_KEYS is missing/],
  ['seals with a key that every machine has', { SEALING_KEY: undefined }, /^SEALING_KEY is missing/],
  ['makes guesses dear', { BCRYPT_COST: '11' }, /^BCRYPT_COST is below 12/],
  ['signs its mail', { MAIL_FROM: undefined }, /^MAIL_FROM is still/],
  [
    'does not mix live and test keys',
    { STRIPE_PUBLISHABLE_KEY: 'pk_test_abc' },
    /^STRIPE_PUBLISHABLE_KEY and STRIPE_SECRET_KEY are of two worlds/,
  ],
]
for (const [what, change, sentence] of wrong) {
  test(`production ${what}`, () => {
    const said = complaints({ ...production, ...change })
    assert.ok(
      said.some((line) => sentence.test(line)),
      said.join('\n'),
    )
  })
}

test('all that is wrong is said at once, each in a sentence, and none repeats a secret', () => {
  const said = complaints({ MODE: 'production' })
  assert.equal(said.length, 8, said.join('\n'))
  const shapes = complaints({
    ...production,
    STRIPE_SECRET_KEY: 'hunter2',
    DATABASE_URL: 'mysql://flora:hunter2@db',
    PORT: '99999',
    RATE_LIMITS: 'maybe',
    TRUST_PROXY: '-1',
    SMTP_URL: 'hunter2',
    SIGNING_KEYS: '{"keys":[{"kty":"oct","k":"hunter2","kid":"one"}]}',
    SEALING_KEY: 'hunter2',
  })
  for (const name of [
    'STRIPE_SECRET_KEY',
    'DATABASE_URL',
    'PORT',
    'RATE_LIMITS',
    'TRUST_PROXY',
    'SMTP_URL',
    'SIGNING_KEYS',
    'SEALING_KEY',
  ])
    assert.ok(
      shapes.some((line) => line.startsWith(`${name}: `)),
      name,
    )
  assert.doesNotMatch(shapes.join('\n'), /hunter2/)
  // Words of the parser's own say what it is, and not what to do.
  assert.doesNotMatch(shapes.join('\n'), /invalid|expected|pattern|received/i)
  assert.deepEqual(
    complaints({ MODE: 'nope', PORT: 'a', MAIL_FROM: 'x', DATABASE_URL: 'mysql://db', LOG_LEVEL: 'loud' }),
    [
      'MODE: should be development, rehearsal or production.',
      'PORT: should be a whole number.',
      'DATABASE_URL: should be like postgres://user:password@host:5432/flora.',
      'MAIL_FROM: should have at least 3 letters.',
      'LOG_LEVEL: should be silent, error, warn, info or debug.',
    ],
  )
})

test('a key of the form without the secret one is a slip, not a sandbox', () => {
  assert.match(
    complaints({ STRIPE_PUBLISHABLE_KEY: 'pk_test_abc' })[0] ?? '',
    /^STRIPE_SECRET_KEY is missing: it belongs to STRIPE_PUBLISHABLE_KEY/,
  )
})

test('an empty variable is one that was not given', () => {
  assert.deepEqual(complaints({ DATABASE_URL: '', STRIPE_SECRET_KEY: '', PORT: '' }), [])
})

test('rehearsal is production with sandbox payments', () => {
  assert.equal(readConfig({ MODE: 'rehearsal' }).stripe.apiBase, 'http://127.0.0.1:3010')
})

test('staff need a second factor wherever the shop is not just being developed, unless told otherwise', () => {
  const needed = (environment: Record<string, string>) => readConfig(environment).staffTwoFactor
  assert.deepEqual(
    [needed({}), needed({ MODE: 'rehearsal' }), needed(production), needed({ STAFF_TWO_FACTOR: 'on' })],
    [false, true, true, true],
  )
  assert.equal(needed({ ...production, STAFF_TWO_FACTOR: 'off' }), false)
})

test('keys that are given are used, and one that is not is made beside it', () => {
  const given = readConfig({ SEALING_KEY: sealingKey })
  assert.equal(given.sealingKey.export().toString('base64'), sealingKey)
  assert.equal(given.signingKeys.length, 1)
  assert.notEqual(readConfig({}).signingKeys[0]!.kid, readConfig({}).signingKeys[0]!.kid)
})
