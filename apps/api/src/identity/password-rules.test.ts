import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../platform/refusal.ts'
import { refuseKnownPassword } from './password-rules.ts'

const mercy = { email: 'mercy.okafor@example.com', name: 'Mercy Okafor', shopName: 'Flora' }

async function isRefused(password: string): Promise<boolean> {
  try {
    await refuseKnownPassword(password, mercy)
    return false
  } catch (error) {
    assert.ok(error instanceof Refusal && error.code === 'password-known', String(error))
    assert.ok(!error.message.includes(password))
    return true
  }
}

test('what everybody tries first is refused, however it is dressed up', async () => {
  const known = [
    'qwertyuiop',
    'QwertyUiop',
    '1234567890',
    'password123',
    'Password2026!',
    '!!iloveyou1!',
    'passwordpassword',
    'ｐａｓｓｗｏｒｄ１２３',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'xyzwxyzwxyzw!',
    'abcdefghijkl',
    '9876543210',
  ]
  for (const password of known) assert.ok(await isRefused(password), password)
})

test('what is read off the account or the sign above the door is refused', async () => {
  const own = [
    'mercyokafor',
    'MercyOkafor1',
    'mercy.okafor@example.com',
    'Okafor-2026!',
    'okaformercy12',
    'FloraFlora1!',
    'flora-mercy-7',
  ]
  for (const password of own) assert.ok(await isRefused(password), password)
})

test('nothing is asked of what a password is made of', async () => {
  const good = [
    'nine purple wheelbarrows',
    'correcthorsebatterystaple',
    'ninepurplewheelbarrows',
    '8302649175',
    'mercy likes nine wheelbarrows',
    'die Blätter fallen',
    '花が好きです毎日水をやる',
    '💐🌷🌸🌹🌺🌻🌼🪷💮🏵️',
    'love 48151623421337',
    'x","dragon","y',
  ]
  for (const password of good) assert.equal(await isRefused(password), false, password)
})
