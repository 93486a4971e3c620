import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toMailMessage } from './mail-message.ts'

const letter = {
  to: 'mercy@example.com',
  subject: 'It’s in the book: June’s flowers',
  text: `Dear June,\n.\nFrom me ${'and from all of us '.repeat(10)}= yours, Zoë `,
  html: '<h1 style="color:#222">Dear June</h1>\n',
  messageId: '<eml_1@flora.example>',
}

function lines(from = 'Flora <hello@flora.example>', change: Partial<typeof letter> = {}): string[] {
  return toMailMessage({ ...letter, ...change }, from)
    .raw.toString('latin1')
    .split('\r\n')
}

test('a letter is plain seven-bit lines of at most 76 letters, text before pictures', () => {
  const body = lines().slice(lines().indexOf(''))
  for (const line of body) assert.match(line, /^[\t\x20-\x7e]{0,76}$/)
  const types = lines().filter((line) => line.startsWith('Content-Type: text/'))
  assert.deepEqual(types, ['Content-Type: text/plain; charset=utf-8', 'Content-Type: text/html; charset=utf-8'])
})

test('a letter says the same after it was wrapped', () => {
  const message = lines().join('\r\n')
  const [, plain] = message.split('quoted-printable\r\n\r\n')
  const unfolded = plain!.slice(0, plain!.indexOf('\r\n--')).replaceAll('=\r\n', '')
  const bytes = unfolded.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`)))
  assert.equal(Buffer.from(bytes, 'latin1').toString('utf8'), letter.text.replaceAll('\n', '\r\n'))
})

test('its envelope has the bare addresses, its headers what the letter says of itself', () => {
  assert.deepEqual(toMailMessage(letter, 'Flora <hello@flora.example>').envelope, {
    from: 'hello@flora.example',
    to: ['mercy@example.com'],
  })
  const head = lines().slice(0, lines().indexOf(''))
  assert.ok(head.includes('Message-ID: <eml_1@flora.example>'))
  assert.ok(head.includes('MIME-Version: 1.0'))
  assert.ok(head.some((line) => line.startsWith('Date: ')))
  assert.ok(head.some((line) => line.startsWith('Subject: =?UTF-8?')))
})

test('nothing that is said in a letter becomes a header or another receiver', () => {
  const subject = 'Hello\r\nBcc: everybody@example.com'
  const head = lines(undefined, { subject })
  assert.ok(!head.some((line) => line.startsWith('Bcc:')))
  assert.deepEqual(toMailMessage({ ...letter, subject }, 'hello@flora.example').envelope.to, ['mercy@example.com'])
})
