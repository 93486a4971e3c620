import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BadConfig, readConfig } from './config.ts'

test('nothing need be said, and the shop writes by itself', () => {
  assert.equal(readConfig({}).giftNotes, undefined)
})

test('a provider and its key are enough', () => {
  assert.deepEqual(readConfig({ GIFT_NOTES_PROVIDER: 'anthropic', GIFT_NOTES_API_KEY: 'sk-ant-abc' }).giftNotes, {
    provider: 'anthropic',
    apiKey: 'sk-ant-abc',
    model: undefined,
    apiBase: undefined,
    dailyBudget: 500,
  })
})

test('a key may wait for its provider: so is the hosted writer switched off for a while', () => {
  assert.equal(readConfig({ GIFT_NOTES_API_KEY: 'sk-ant-abc' }).giftNotes, undefined)
})

const wrong: [string, Record<string, string>, RegExp][] = [
  [
    'a provider without a key',
    { GIFT_NOTES_PROVIDER: 'openai' },
    /^GIFT_NOTES_API_KEY is missing: GIFT_NOTES_PROVIDER=openai asks a service that wants to know who pays\.$/,
  ],
  ['a provider nobody knows', { GIFT_NOTES_PROVIDER: 'parrot' }, /^GIFT_NOTES_PROVIDER: /],
  ['a file as the address', { GIFT_NOTES_API_BASE: 'file:///etc/passwd' }, /^GIFT_NOTES_API_BASE: /],
  ['a budget of nothing', { GIFT_NOTES_DAILY_BUDGET: '0' }, /^GIFT_NOTES_DAILY_BUDGET: /],
  ['a key with a line in it', { GIFT_NOTES_API_KEY: 'sk-abc\nhunter2' }, /^GIFT_NOTES_API_KEY: (?!.*hunter2)/],
]
for (const [what, environment, sentence] of wrong) {
  test(`${what} is told in a sentence`, () => {
    assert.throws(
      () => readConfig(environment),
      (error) => error instanceof BadConfig && sentence.test(error.message),
    )
  })
}
