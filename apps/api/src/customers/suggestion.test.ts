import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { byFavourites, favouritesMet, favouritesOf } from './suggestion.ts'

test('favourites are named as products have them', () => {
  assert.deepEqual(favouritesOf({ colour: ['pink', 'white'], occasion: ['birthday'] }), [
    'occasion/birthday',
    'colour/pink',
    'colour/white',
  ])
  assert.deepEqual(favouritesOf({}), [])
})

const cases: [has: string[], met: number][] = [
  [[], 0],
  [['colour/red'], 0],
  [['colour/pink'], 1],
  [['colour/pink', 'colour/white', 'mood/quiet'], 2],
  // A value of another facet that is called the same is another.
  [['mood/pink'], 0],
  [['colour/pink', 'colour/pink'], 1],
]
for (const [has, met] of cases) {
  test(`a product with ${has.join(' and ') || 'nothing'} meets ${met}`, () => {
    assert.equal(favouritesMet({ has }, new Set(['colour/pink', 'colour/white', 'occasion/birthday'])), met)
  })
}

test('those that meet more come first, and equals stay as they stand on the shelf', () => {
  const values = fc.constantFrom('colour/pink', 'colour/white', 'mood/quiet', 'occasion/birthday')
  const products = fc.array(fc.uniqueArray(values)).map((all) => all.map((has, place) => ({ has, place })))
  fc.assert(
    fc.property(products, fc.uniqueArray(values), (shelf, wishes) => {
      const favourites = new Set(wishes)
      const ordered = byFavourites(shelf, favourites)
      assert.deepEqual(new Set(ordered), new Set(shelf))
      for (const [index, next] of ordered.slice(1).entries()) {
        const [a, b] = [favouritesMet(ordered[index]!, favourites), favouritesMet(next, favourites)]
        assert.ok(a > b || (a === b && ordered[index]!.place < next.place))
      }
    }),
  )
})
