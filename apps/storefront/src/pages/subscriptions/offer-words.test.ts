import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chargeWords, percentWords } from './offer-words.ts'

test('shares are said in percent, without rounding', () => {
  assert.deepEqual([1_000, 1_250, 999, 5, 10_000].map(percentWords), ['10%', '12.5%', '9.99%', '0.05%', '100%'])
})

test('when the card is charged is said as the shop rules it', () => {
  const words = (time: string, daysBefore: number) => chargeWords({ lastChange: { time, daysBefore } })
  assert.equal(words('16:00', 2), 'at 4 pm, two days before the day on which its orders close')
  assert.equal(words('12:00', 1), 'at 12 noon, the day before the day on which its orders close')
})
