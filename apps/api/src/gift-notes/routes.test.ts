import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { GiftNoteSuggestions } from '@flora/contract/gift-notes.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { holdToContract } from '../../test/conformance.ts'
import { giftNoteRoutes } from './index.ts'

let shop: TestShop
before(async () => {
  shop = await openShop({ now: '2026-11-20T10:00:00+11:00', routes: (app, world) => giftNoteRoutes(app, world) })
})
after(() => shop.close())

const wish = { occasion: 'birthday', relationship: 'mother', tone: 'warm', recipientName: 'June', senderName: 'Mercy' }

async function ask(body: object): Promise<{ status: number; body: string }> {
  const reply = await shop.app.inject({ method: 'POST', url: '/api/gift-notes', payload: body })
  const heard = {
    method: 'POST',
    url: '/api/gift-notes',
    status: reply.statusCode,
    contentType: String(reply.headers['content-type']),
    body: reply.body,
  }
  holdToContract(heard)
  return heard
}

const textsOf = (body: string): string[] =>
  (JSON.parse(body) as GiftNoteSuggestions).suggestions.map(({ text }) => text)

test('three notes come, each of which fits the card', async () => {
  const { status, body } = await ask(wish)
  assert.equal(status, 200)
  const texts = textsOf(body)
  assert.equal(new Set(texts).size, 3)
  for (const text of texts) assert.ok(fitCard(text).fits && text.includes('June') && text.endsWith('Mercy'), text)
})

test('nothing says which writer wrote them', async () => {
  const { body } = await ask(wish)
  assert.doesNotMatch(body, /offline|hosted|openai|anthropic|writer/i)
})

test('who sends back what she has seen is shown others', async () => {
  const seen: string[] = []
  for (let times = 0; times < 5; times += 1) {
    const texts = textsOf((await ask({ ...wish, avoid: seen })).body)
    assert.deepEqual(
      texts.filter((text) => seen.includes(text)),
      [],
    )
    seen.push(...texts)
  }
})

test('a threat is refused with a sentence that a customer may read', async () => {
  const { status, body } = await ask({ ...wish, facts: 'I know where you live' })
  const problem = JSON.parse(body) as { code: string; detail: string }
  assert.deepEqual([status, problem.code], [422, 'note-not-suitable'])
  assert.match(problem.detail, /another way, or write the card yourself\.$/)
})

const malformed: [string, object][] = [
  ['an occasion nobody has heard of', { ...wish, occasion: 'arbor-day' }],
  ['another language', { ...wish, language: 'fr' }],
  ['a name as long as a letter', { ...wish, recipientName: 'J'.repeat(41) }],
  ['a fact as long as a letter', { ...wish, facts: 'f'.repeat(141) }],
  ['more texts to avoid than can have been shown', { ...wish, avoid: Array(101).fill('Happy birthday.') }],
  ['a field that is not there', { ...wish, writer: 'hosted' }],
]
for (const [what, body] of malformed) {
  test(`${what} is not of the contract`, async () => {
    const heard = await ask(body)
    assert.deepEqual([heard.status, (JSON.parse(heard.body) as { code: string }).code], [422, 'malformed-request'])
  })
}
