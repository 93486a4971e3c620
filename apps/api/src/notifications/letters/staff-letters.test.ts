import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterhead } from '../test/an-order.ts'
import { staffInvitation } from './staff-invitation.ts'
import { twoFactorChanged, type TwoFactorChange } from './two-factor-changed.ts'

const token = 'a'.repeat(43)
const at = Temporal.Instant.from('2026-11-20T10:00:00+11:00')

test('an invitation says who asks, what for and for how long, in both its forms', () => {
  const letter = staffInvitation({ by: 'Ida <b>Marsh</b>', role: 'florist', token, days: 7 }, letterhead)
  assert.equal(letter.subject, 'Ida <b>Marsh</b> invites you to work at Flora')
  for (const form of [letter.html, letter.text]) {
    assert.ok(form.includes(`https://flora.example/accept-invitation#${token}`))
    assert.match(form, /a florist/)
    assert.match(form, /7 days/)
  }
  assert.ok(!letter.html.includes('<b>Marsh'), 'a name is no markup')
})

test('who may do everything is told so before she accepts', () => {
  assert.match(staffInvitation({ by: 'Ida', role: 'owner', token, days: 7 }, letterhead).text, /may do everything/)
})

test('each change of two-factor is told, with when and what to do if it was somebody else', () => {
  const cases: [TwoFactorChange, string, RegExp][] = [
    [{ change: 'on', at }, 'Two-factor sign-in is on', /recovery codes/],
    [{ change: 'moved', at }, 'Two-factor sign-in is on another device', /count no more/],
    [{ change: 'off', at }, 'Two-factor sign-in is off', /password alone/],
    [{ change: 'recovery-code', at, left: 9 }, 'A recovery code signed you in', /9 are left/],
    [{ change: 'recovery-code', at, left: 3 }, 'A recovery code signed you in', /three are left/],
    [{ change: 'recovery-code', at, left: 1 }, 'A recovery code signed you in', /One is left/],
    [{ change: 'recovery-code', at, left: 0 }, 'A recovery code signed you in', /the last one/],
  ]
  for (const [news, subject, says] of cases) {
    const letter = twoFactorChanged(news, letterhead)
    assert.equal(letter.subject, subject)
    for (const form of [letter.html, letter.text.replaceAll('\n', ' ')]) {
      assert.match(form, says)
      assert.match(form, /Friday 20 November at 10 am/)
      assert.match(form, /\/forgotten/)
    }
  }
})
