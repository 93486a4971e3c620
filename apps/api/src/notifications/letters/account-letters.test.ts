import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterhead } from '../test/an-order.ts'
import { type AccountLetter, composeAccountLetter } from './compose-account-letter.ts'

const token = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ'
const at = Temporal.Instant.from('2026-11-20T10:05:00+11:00')
const device = 'Firefox on Linux'

const letters: { letter: AccountLetter; subject: string; says: string[]; address?: string }[] = [
  {
    letter: { kind: 'verify', token, hours: 24, device, at },
    subject: 'One step, and your account is there',
    says: [
      'Somebody asked for an account at Flora',
      device,
      'Friday 20 November at 10.05 am',
      'works once, for 24 hours',
      'without the link there is no account',
    ],
    address: `https://flora.example/verify#${token}`,
  },
  {
    letter: { kind: 'already-have-account' },
    subject: 'You have an account with us already',
    says: ['nothing about it was changed', 'https://flora.example/forgotten'],
    address: 'https://flora.example/sign-in',
  },
  {
    letter: { kind: 'welcome', name: 'Mercy Okafor' },
    subject: 'Welcome, Mercy. Your account is there',
    says: ['your cart on every device'],
    address: 'https://flora.example/account',
  },
  {
    letter: { kind: 'reset', token, minutes: 30 },
    subject: 'Choose a new password',
    says: ['for 30 minutes', 'your password stays as it is'],
    address: `https://flora.example/reset-password#${token}`,
  },
  {
    letter: { kind: 'password-changed', at },
    subject: 'Your password was changed',
    says: ['Friday 20 November at 10.05 am', 'If it wasn’t you'],
  },
  {
    letter: { kind: 'new-device', device, at },
    subject: 'A new device is signed in to your account',
    says: [device, 'Friday 20 November', 'If it wasn’t you'],
    address: 'https://flora.example/account/security',
  },
  {
    letter: { kind: 'session-reuse', device, at },
    subject: 'We signed a device out, to be safe',
    says: [device, 'used from two places', 'restored from a backup'],
  },
  {
    letter: { kind: 'change-email', token, hours: 24 },
    subject: 'Is this your new address?',
    says: ['for 24 hours', 'nothing moves without it'],
    address: `https://flora.example/confirm-email#${token}`,
  },
  {
    letter: { kind: 'new-email-is-taken' },
    subject: 'This address has an account already',
    says: ['nothing was moved'],
  },
  {
    letter: { kind: 'email-changing', at, isDone: false },
    subject: 'Your account is about to move',
    says: ['until then this one stays', 'change your password now'],
  },
  {
    letter: { kind: 'email-changing', at, isDone: true },
    subject: 'Your account has moved to another address',
    says: ['this address doesn’t sign in any more', letterhead.phone],
  },
]

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ')
const wordsOf = (html: string) =>
  inOneLine(
    html
      .replace(/<head>[\s\S]*<\/head>/, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&#39;', "'"),
  )

for (const { letter, subject, says, address } of letters) {
  test(`the letter “${subject}” says what happened and what to do, in both its forms`, () => {
    const written = composeAccountLetter(letter, letterhead)
    assert.equal(written.subject, subject)
    for (const sentence of says) {
      assert.ok(inOneLine(written.text).includes(sentence), `text: ${sentence}\n${written.text}`)
      assert.ok(wordsOf(written.html).includes(sentence), `html: ${sentence}`)
    }
    if (address) {
      assert.ok(written.text.split('\n').includes(address), written.text)
      assert.ok(written.html.includes(`href="${address}"`))
    }
    assert.doesNotMatch(written.text + written.html, /undefined|null|NaN|\[object/)
  })
}

test('what a stranger types as a name goes no further than a name', () => {
  for (const name of [
    'Win a prize at https://evil.example now',
    'evil.example',
    '<b>Bold</b>',
    'Mercy\u202Eokafor',
    '1-800-FLOWERS',
  ]) {
    const { subject, html, text } = composeAccountLetter({ kind: 'welcome', name }, letterhead)
    for (const form of [subject, html, text]) assert.doesNotMatch(form, /evil|prize|<b>Bold|800|\u202E/, name)
  }
})
