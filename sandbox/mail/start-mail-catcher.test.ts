import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { openMailbox, MAX_MESSAGES } from './mailbox.ts'
import { MAX_MESSAGE_BYTES } from './smtp-door.ts'
import { startMailCatcher, type MailCatcher, type MailCatcherOptions } from './start-mail-catcher.ts'

const LETTER: SendMailOptions = {
  from: 'Flora <shop@flora.test>',
  to: 'Ana Novák <ana@example.test>',
  bcc: 'books@flora.test',
  subject: 'Your peonies – order F-1001',
  text: 'Dear Ana,\n.\n..two dots',
  html: '<p>Dear <b>Ana</b></p>',
  attachments: [{ filename: 'účet.pdf', content: Buffer.from('%PDF-'), contentType: 'application/pdf' }],
}

test('catches a message with its envelope, both texts and its attachment', async (t) => {
  const catcher = await started(t)
  await send(catcher, LETTER)
  const [letter, ...others] = catcher.messages()
  assert.ok(letter)
  assert.equal(others.length, 0)
  assert.deepEqual(letter.envelope, { from: 'shop@flora.test', to: ['ana@example.test', 'books@flora.test'] })
  assert.deepEqual(
    [letter.from, letter.to],
    [{ name: 'Flora', address: 'shop@flora.test' }, [{ name: 'Ana Novák', address: 'ana@example.test' }]],
  )
  assert.equal(letter.subject, 'Your peonies – order F-1001')
  assert.equal(letter.text.trim(), 'Dear Ana,\n.\n..two dots')
  assert.match(letter.html, /<b>Ana<\/b>/)
  assert.deepEqual(
    letter.attachments.map(({ filename, mimeType, content }) => [filename, mimeType, Buffer.from(content).toString()]),
    [['účet.pdf', 'application/pdf', '%PDF-']],
  )
})

test('takes any password as well as none', async (t) => {
  const catcher = await started(t)
  await send(catcher, LETTER, { user: 'apikey', pass: 'whatever' })
  assert.equal(catcher.messages().length, 1)
})

test('waits for a message that is still to come, and finds one that came already', async (t) => {
  const catcher = await started(t)
  const coming = catcher.waitFor(({ subject }) => subject === 'second', 30_000)
  await send(catcher, { ...LETTER, subject: 'first' })
  await send(catcher, { ...LETTER, subject: 'second' })
  assert.equal((await coming).subject, 'second')
  assert.equal((await catcher.waitFor(({ subject }) => subject === 'first', 0)).subject, 'first')
})

test('tells what came instead when a message does not, and lets nobody wait for a closed catcher', async (t) => {
  const catcher = await started(t)
  await send(catcher, LETTER)
  await assert.rejects(
    catcher.waitFor(() => false, 1),
    /within 1 ms.*Your peonies.*ana@example.test/,
  )
  const coming = catcher.waitFor(() => false, 30_000)
  const refused = assert.rejects(coming, /closed before/)
  await catcher.close()
  await refused
})

test('keeps messages in a folder between two starts, takes foreign files and clears them all', async (t) => {
  const folder = ownFolder(t)
  const first = await startMailCatcher({ folder })
  await send(first, LETTER)
  const before = first.messages()
  await first.close()
  writeFileSync(join(folder, 'foreign.eml'), 'Subject: dropped in\r\n\r\nhello')

  const second = await started(t, { folder })
  const [mine, foreign] = second.messages()
  assert.deepEqual(mine && { ...mine, source: Buffer.from(mine.source) }, before[0])
  assert.equal(foreign?.subject, 'dropped in')
  second.clear()
  assert.deepEqual([second.messages(), readdirSync(folder)], [[], []])
})

test('lets the oldest message go when there are too many', async (t) => {
  const folder = ownFolder(t)
  const mailbox = await openMailbox(folder)
  for (let at = 0; at <= MAX_MESSAGES; at++) {
    await mailbox.receive({ from: 'a@flora.test', to: [] }, Buffer.from(`Subject: ${at}\r\n\r\n`))
  }
  const subjects = mailbox.list().map(({ subject }) => subject)
  assert.deepEqual([subjects.length, subjects[0], subjects.at(-1)], [MAX_MESSAGES, '1', String(MAX_MESSAGES)])
  assert.equal(readdirSync(folder).length, MAX_MESSAGES)
})

test('refuses a message that is too big, whether its size was announced or not', async (t) => {
  const catcher = await started(t)
  const big = 'x'.repeat(MAX_MESSAGE_BYTES + 1)
  await assert.rejects(send(catcher, { ...LETTER, text: big }), { responseCode: 552 })
  const answers = await speak(catcher, [
    'HELO me',
    'MAIL FROM:<a@b.test>',
    'RCPT TO:<c@d.test>',
    'DATA',
    `${big}\r\n.`,
    'QUIT',
  ])
  assert.match(answers, /^552 /m)
  assert.equal(catcher.messages().length, 0)
})

test('refuses connections while that fault lasts and listens on the same port afterwards', async (t) => {
  const catcher = await started(t)
  await catcher.faults.begin({ kind: 'refuse-connections' })
  await assert.rejects(send(catcher, LETTER), /ECONNREFUSED/)
  await catcher.faults.end()
  await send(catcher, LETTER)
  assert.equal(catcher.messages().length, 1)
})

test('refuses one recipient, or a whole message, as often as asked', async (t) => {
  const catcher = await started(t)
  await catcher.faults.begin({ kind: 'refuse-recipient', code: 452, address: 'ana@example.test' }, 1)
  await assert.rejects(send(catcher, { ...LETTER, bcc: [] }), { responseCode: 452 })
  await catcher.faults.begin({ kind: 'refuse-message' }, 1)
  await assert.rejects(send(catcher, LETTER), { responseCode: 451 })
  assert.equal(catcher.messages().length, 0)
  await send(catcher, LETTER)
  assert.equal(catcher.messages().length, 1)
})

test('keeps a message and drops the connection before the sender hears of it', async (t) => {
  const catcher = await started(t)
  await catcher.faults.begin({ kind: 'drop-before-answer' }, 1)
  await assert.rejects(send(catcher, LETTER))
  assert.equal(catcher.messages().length, 1)
  await send(catcher, LETTER)
  assert.equal(catcher.messages().length, 2)
})

test('names the port that is taken', async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => other.close())
  const { port } = other.address() as AddressInfo
  await assert.rejects(startMailCatcher({ smtpPort: port }), {
    message: `Port ${port} for e-mail is taken by another program.`,
  })
  await assert.rejects(startMailCatcher({ webPort: port }), /mailbox's page is taken/)
})

async function started(t: TestContext, options: MailCatcherOptions = {}): Promise<MailCatcher> {
  const catcher = await startMailCatcher(options)
  t.after(() => catcher.close())
  return catcher
}

async function send(
  { smtpPort }: MailCatcher,
  letter: SendMailOptions,
  auth?: { user: string; pass: string },
): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ...(auth && { auth }) })
  try {
    await transport.sendMail(letter)
  } finally {
    transport.close()
  }
}

/** Says each line once the one before was answered, and returns all answers. */
async function speak({ smtpPort }: MailCatcher, lines: string[]): Promise<string> {
  const socket = connect(smtpPort, '127.0.0.1')
  let answers = ''
  for await (const answer of socket.setEncoding('utf8') as AsyncIterable<string>) {
    answers += answer
    const line = lines.shift()
    if (line !== undefined) socket.write(`${line}\r\n`)
  }
  return answers
}

function ownFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'flora-mail-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
