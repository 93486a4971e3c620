import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import { GiftOccasion, GiftRelationship, GiftTone } from '@flora/contract/gift-notes.ts'
import { aboutFlowers } from './about-flowers.ts'
import { aboutThem } from './about-them.ts'
import { closingWords } from './closing-words.ts'
import type { Saying } from './material.ts'
import { occasionMaterial } from './occasions/occasion-material.ts'
import { inNumber, poolFor } from './pool.ts'
import { soften } from './soften.ts'

const all: [where: string, sayings: readonly Saying[]][] = [
  ...Object.entries(occasionMaterial).flatMap(([occasion, material]) =>
    (['openings', 'middles', 'closings', 'lines'] as const).map((part): [string, readonly Saying[]] => [
      `${occasion}, ${part}`,
      material[part],
    ]),
  ),
  ['about them', aboutThem],
  ['about flowers', aboutFlowers],
  ['closing words', closingWords],
]

for (const [where, sayings] of all) {
  test(`the sentences of ${where} are fit to print`, () => {
    for (const text of sayings.flatMap(({ say }) => say)) {
      for (const areSeveral of [false, true]) {
        const spoken = inNumber(text, areSeveral).replaceAll('{, name}', ', June').replaceAll('{, name,}', ', June,')
        assert.doesNotMatch(spoken, /[{}|!—"']| {2}|^\s|\s$|\p{Extended_Pictographic}/u, text)
        assert.match(spoken, /^[A-Z][^]*[.?)]$/u, text)
        assert.deepEqual(fitCard(spoken).unprintable, [], text)
        assert.ok(fitCard(spoken).lines.length <= 5, `too long: ${text}`)
        assert.ok(text.split('{, name').length <= 2, `two names: ${text}`)
      }
    }
  })

  test(`nobody finds a sentence of ${where} written twice`, () => {
    for (const relationship of GiftRelationship.options) {
      const texts = sayings.filter(({ to }) => !to || to.includes(relationship)).flatMap(({ say }) => say)
      const twice = texts.filter((text, at) => texts.indexOf(text) !== at)
      assert.deepEqual(twice, [], relationship)
    }
  })
}

test('American spellings stay in America', () => {
  const american =
    /\b(?:color|favorite|neighbor|honor|gray|mom|traveler|realize|organize|apologize|center|jewelry|cozy)\b/i
  const found = all.flatMap(([, sayings]) => sayings.flatMap(({ say }) => say)).filter((text) => american.test(text))
  assert.deepEqual(found, [])
})

const texts = (sayings: readonly Saying[]): string[] => sayings.flatMap(({ say }) => [...say])

test('the well-worn phrases are left to others', () => {
  const worn =
    /joy and laughter|filled with|special day|love and light|prayers|journey|sparkle|blessed|brighten|from the bottom|rollercoaster|amazing/i
  assert.deepEqual(
    all.flatMap(([, sayings]) => texts(sayings)).filter((text) => worn.test(text)),
    [],
  )
})

test('sympathy explains nothing and looks on no bright side', () => {
  const { openings, middles, closings, lines } = occasionMaterial.sympathy
  const hollow =
    /better place|heal|at least|reason|god|heaven|angel|strong|move on|closure|passed|lost (?:his|her) battle/i
  assert.deepEqual(
    [openings, middles, closings, lines].flatMap(texts).filter((text) => hollow.test(text)),
    [],
  )
})

test('there is enough to choose from for everybody', () => {
  for (const occasion of GiftOccasion.options) {
    for (const relationship of GiftRelationship.options) {
      for (const tone of GiftTone.options) {
        const pool = poolFor(soften({ occasion, relationship, tone }), {
          sendersAreSeveral: false,
          readersAreSeveral: false,
        })
        const counts = [pool.openings.length, pool.middles.length, pool.closings.length, pool.lines.length]
        const where = `${occasion}, ${relationship}, ${tone}: ${counts.join(', ')}`
        assert.ok(
          counts.every((count) => count >= 3),
          where,
        )
        assert.ok(counts[0]! * counts[1]! * counts[2]! >= 100, where)
      }
    }
  }
})
