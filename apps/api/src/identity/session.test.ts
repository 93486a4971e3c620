import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideRotation, graceSeconds, idleDays, longestDays, type RefreshTokenRow, tokenExpiry } from './session.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00+11:00')
const inDays = (days: number) => now.add({ hours: days * 24 })
const row: RefreshTokenRow = {
  sessionId: 'ses_one',
  accountId: 'acc_mercy',
  device: 'Firefox on Linux',
  tokenExpiresAt: inDays(idleDays),
  sessionExpiresAt: inDays(longestDays),
  usedAt: undefined,
  hasEnded: false,
}

test('what a refresh token brings', () => {
  const ago = (seconds: number) => now.subtract({ seconds })
  const cases: [string, Partial<RefreshTokenRow>, string][] = [
    ['an unused one', {}, 'rotate'],
    ['one used at this moment', { usedAt: now }, 'again'],
    ['one used within its grace', { usedAt: ago(graceSeconds - 1) }, 'again'],
    ['one whose grace is over', { usedAt: ago(graceSeconds) }, 'reuse'],
    ['one used last month', { usedAt: ago(2_592_000) }, 'reuse'],
    ['one that nobody brought for 30 days', { tokenExpiresAt: now }, 'over'],
    ['one of a session that was ended', { hasEnded: true }, 'over'],
    // Nobody is warned a second time of what was ended already.
    ['a used one of a session that was ended', { hasEnded: true, usedAt: ago(3_600) }, 'over'],
    ['one of a session that is 180 days old', { sessionExpiresAt: now }, 'over'],
  ]
  for (const [what, changes, expected] of cases)
    assert.equal(decideRotation({ ...row, ...changes }, now).kind, expected, what)
})

test('a device stays signed in while it comes back within 30 days, and never longer than its session', () => {
  assert.equal(tokenExpiry(inDays(longestDays), now).toString(), inDays(30).toString())
  assert.equal(tokenExpiry(inDays(7), now).toString(), inDays(7).toString())
})
