import assert from 'node:assert/strict'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { Problem } from '@flora/contract/problem.ts'
import { openPayingShop, type PayingShop } from '../../test/open-paying-shop.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
})
after(() => open.close())

/** Says something to the shop's port and reads what comes back until the shop hangs up. */
async function say(words: string): Promise<{ status: number; head: string; body: string }> {
  const { port } = open.app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.write(words)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]), head, body }
}

const unreadable: [string, string, number, string][] = [
  ['a method that nobody knows', 'BREW / HTTP/1.1\r\nhost: flora\r\n\r\n', 400, 'malformed-request'],
  ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01', 400, 'malformed-request'],
  ['a header without end', `GET / HTTP/1.1\r\nhost: flora\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'too-large'],
  [
    'two lengths',
    'POST /api/cart/lines HTTP/1.1\r\nhost: flora\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
    400,
    'malformed-request',
  ],
]
for (const [what, words, status, code] of unreadable) {
  test(`${what} is answered as any other no, and the line is closed`, async () => {
    const answer = await say(words)
    assert.equal(answer.status, status, answer.head)
    assert.match(answer.head, /^content-type: application\/problem\+json/m)
    assert.deepEqual([Problem.parse(JSON.parse(answer.body)).code, JSON.parse(answer.body).status], [code, status])
  })
}
