import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import { giftNoteLimits } from '@flora/contract/gift-note-choices.ts'
import { GiftOccasion, GiftRelationship, GiftTone } from '@flora/contract/gift-notes.ts'
import fc from 'fast-check'
import type { Wish } from '../gift-note.ts'
import { sameWords } from './same-words.ts'
import { writeNotes } from './write-notes.ts'

const bodyLength = (text: string): number => text.split('\n\n')[0]!.length

function holdToCard(text: string): void {
  assert.ok(fitCard(text).fits, `does not fit: ${text}`)
  assert.doesNotMatch(text, /[{}|[\]<>]|undefined| {2}|[^\S\n]\n|\n{3}|\.\.(?!\.)|,[,.]|\s[,.]|^\s|\s$/, text)
  assert.doesNotMatch(text, /[!—]|\p{Extended_Pictographic}/u, text)
}

const called: Pick<Wish, 'recipientName' | 'senderName'>[] = [
  {},
  { recipientName: 'June', senderName: 'Mercy' },
  { recipientName: 'Ada & Lev', senderName: 'All of us at number 9' },
  { recipientName: 'Dr. O.', senderName: 'M.' },
]

test('every wish gets three notes that fit the card, whole and different', () => {
  let seed = 1
  for (const occasion of GiftOccasion.options) {
    for (const relationship of GiftRelationship.options) {
      for (const tone of GiftTone.options) {
        seed += 1
        const names = called[seed % called.length]!
        const texts = writeNotes({ occasion, relationship, tone, ...names }, { seed })
        assert.equal(new Set(texts.map(sameWords)).size, 3, texts.join('\n---\n'))
        for (const text of texts) {
          holdToCard(text)
          assert.ok(text.includes(names.recipientName ?? ''), text)
          assert.ok(text.endsWith(names.senderName ?? ''), text)
        }
      }
    }
  }
})

test('the three begin differently, and one is short', () => {
  for (const occasion of GiftOccasion.options) {
    for (let seed = 0; seed < 20; seed += 1) {
      const texts = writeNotes({ occasion, relationship: 'friend', tone: 'warm' }, { seed })
      assert.equal(new Set(texts.map((text) => text.slice(0, 40))).size, 3, texts.join('\n---\n'))
      assert.ok(bodyLength(texts[2]!) <= 110, texts[2]!)
    }
  }
})

test('the same wish and seed give the same notes; another seed gives others', () => {
  const wish: Wish = { occasion: 'thank-you', relationship: 'teacher', tone: 'grateful', senderName: 'Ada' }
  assert.deepEqual(writeNotes(wish, { seed: 5 }), writeNotes(wish, { seed: 5 }))
  assert.notDeepEqual(writeNotes(wish, { seed: 5 }), writeNotes(wish, { seed: 6 }))
})

test('asking again thirty times repeats nothing', () => {
  const common: Pick<Wish, 'occasion' | 'relationship'>[] = [
    { occasion: 'birthday', relationship: 'friend' },
    { occasion: 'birthday', relationship: 'mother' },
    { occasion: 'thank-you', relationship: 'colleague' },
    { occasion: 'sympathy', relationship: 'friend' },
    { occasion: 'anniversary', relationship: 'partner' },
    { occasion: 'love', relationship: 'partner' },
    { occasion: 'mothers-day', relationship: 'mother' },
    { occasion: 'valentines-day', relationship: 'partner' },
    { occasion: 'get-well', relationship: 'grandparent' },
    { occasion: 'sorry', relationship: 'partner' },
    { occasion: 'new-baby', relationship: 'couple' },
    { occasion: 'christmas', relationship: 'client' },
  ]
  for (const who of common) {
    for (const tone of ['warm', 'short', 'formal', 'romantic', 'playful'] as const) {
      const shown: string[] = []
      const known = new Set<string>()
      for (let seed = 0; seed < 30; seed += 1) {
        const texts = writeNotes(
          { ...who, tone, recipientName: 'June', senderName: 'Mercy' },
          { seed, avoid: shown.slice(-giftNoteLimits.avoided) },
        )
        for (const text of texts) {
          assert.ok(!known.has(sameWords(text)), `${who.occasion}, ${who.relationship}, ${tone}: ${text}`)
          known.add(sameWords(text))
        }
        shown.push(...texts)
      }
    }
  }
})

test('each occasion has several hundred messages to one friend in one tone', () => {
  for (const occasion of GiftOccasion.options) {
    const known = new Set<string>()
    for (let seed = 0; seed < 400; seed += 1) {
      for (const text of writeNotes({ occasion, relationship: 'friend', tone: 'warm' }, { seed }))
        known.add(sameWords(text))
    }
    assert.ok(known.size > 300, `${occasion}: ${known.size}`)
  }
})

test('an opening does not come back while there are others', () => {
  const shown: string[] = []
  for (let seed = 0; seed < 4; seed += 1)
    shown.push(...writeNotes({ occasion: 'birthday', relationship: 'friend', tone: 'warm' }, { seed, avoid: shown }))
  const openings = new Set(shown.map((text) => text.slice(0, 40)))
  assert.ok(openings.size >= 11, [...openings].join('\n'))
})

test('whatever is typed, there are three notes that fit', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: giftNoteLimits.name })
  fc.assert(
    fc.property(
      fc.record({
        occasion: fc.constantFrom(...GiftOccasion.options),
        relationship: fc.constantFrom(...GiftRelationship.options),
        tone: fc.constantFrom(...GiftTone.options),
        recipientName: word,
        senderName: word,
        facts: fc.string({ unit: 'grapheme', maxLength: giftNoteLimits.facts }),
      }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      (wish, seed) => {
        const texts = writeNotes(wish, { seed })
        assert.equal(texts.length, 3)
        for (const text of texts) assert.ok(fitCard(text).fits && text !== '', text)
      },
    ),
    { seed: 20, numRuns: 300 },
  )
})

test('long names and a long fact still leave a note that has them', () => {
  const facts = `${'The lemon tree you planted has finally fruited, '.repeat(2)}and we made marmalade.`
  const wish: Wish = {
    occasion: 'anniversary',
    relationship: 'couple',
    tone: 'heartfelt',
    recipientName: 'Wilhelmina and Maximilian Worthington-W',
    senderName: 'Grandmother Margaret and Grandfather Wim',
    facts,
  }
  for (const text of writeNotes(wish, { seed: 3 })) {
    assert.ok(text.includes(wish.recipientName!) && text.includes(wish.senderName!) && text.includes(facts), text)
    assert.ok(fitCard(text).fits)
  }
})

const facts: [given: string, printed: string][] = [
  ['sixty springs, and still planting', 'Sixty springs, and still planting.'],
  ['You were right about the gutters!', 'You were right about the gutters!'],
  ['Remember Lorne…', 'Remember Lorne…'],
  ['the caravan 🚐 trip', 'The caravan trip.'],
]
for (const [given, printed] of facts) {
  test(`says “${given}” in those words`, () => {
    for (const text of writeNotes(
      { occasion: 'birthday', relationship: 'father', tone: 'warm', facts: given },
      { seed: 1 },
    ))
      assert.ok(text.includes(printed), text)
  })
}

test('a name that the card cannot print is left for her to write', () => {
  const [text] = writeNotes(
    { occasion: 'birthday', relationship: 'friend', tone: 'warm', recipientName: 'Nguyễn', senderName: 'Mercy 🌷' },
    { seed: 1 },
  )
  assert.doesNotMatch(text!, /Nguy/)
  assert.match(text!, /Mercy$/)
})

test('several who sign say we', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    for (const text of writeNotes(
      { occasion: 'thank-you', relationship: 'neighbour', tone: 'warm', senderName: 'Mercy & Tom' },
      { seed },
    ))
      assert.doesNotMatch(text, /\b(?:I|I’m|I’ve|I’d|I’ll|me|my)\b/, text)
  }
})

test('a name is not spoken to twice', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    for (const text of writeNotes(
      { occasion: 'birthday', relationship: 'sister', tone: 'playful', recipientName: 'June', senderName: 'Mercy' },
      { seed },
    ))
      assert.equal(text.split('June').length, 2, text)
  }
})

test('a name that is no name to call somebody by stands in the greeting only', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    for (const text of writeNotes(
      { occasion: 'christmas', relationship: 'team', tone: 'classic', recipientName: 'the Saturday crew' },
      { seed },
    ))
      assert.match(text, /^To the Saturday crew,\n/, text)
  }
})
