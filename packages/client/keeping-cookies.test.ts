import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepingCookies } from './keeping-cookies.ts'

test('cookies that an answer brings go along from then on, the newest of each name, without their attributes', async () => {
  const sent: (string | undefined)[] = []
  const answers = [['cart=a=b; Path=/; HttpOnly', 'theme=dark'], ['cart=c; Secure'], []]
  const kept = new Map<string, string>()
  const carry = keepingCookies(async (_, { headers }) => {
    sent.push(headers['cookie'])
    const reply = new Response()
    for (const cookie of answers[sent.length - 1]!) reply.headers.append('set-cookie', cookie)
    return reply
  }, kept)
  for (let time = 0; time < 3; time += 1) await carry('/api/cart', { method: 'GET', headers: {} })
  assert.deepEqual(sent, ['', 'cart=a=b; theme=dark', 'cart=c; theme=dark'])
  assert.deepEqual(
    [...kept],
    [
      ['cart', 'c'],
      ['theme', 'dark'],
    ],
  )
})
