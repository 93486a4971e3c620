import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { catalogue, drawBouquet, isColourName, isStemName, species } from './index.ts'
import { describeCatalogue } from './describe-catalogue.ts'

test('the catalogue names every species once, with colours that exist and a way to hand it over', () => {
  assert.deepEqual(
    catalogue.map(({ stem }) => stem),
    Object.keys(species),
  )
  for (const { stem, name, colours, presentations } of catalogue) {
    assert.ok(name.length > 0 && presentations.length > 0, stem)
    assert.ok(colours.length > 0 && colours.every(isColourName), stem)
    assert.equal(new Set(colours).size, colours.length, stem)
  }
})

test('two species never share a name', () => {
  const names = catalogue.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
})

test('every entry can be drawn in every presentation it is said to suit', () => {
  for (const { stem, presentations } of catalogue) {
    for (const presentation of presentations) {
      const svg = drawBouquet({ seed: stem, recipe: [{ stem, count: 3 }], presentation })
      assert.ok(svg.length > 2000 && !/NaN|undefined/.test(svg), `${stem} ${presentation}`)
    }
  }
})

test('the written list of species is the catalogue itself', () => {
  assert.equal(readFileSync(new URL('../SPECIES.md', import.meta.url), 'utf8'), describeCatalogue())
})

test('names from a database are recognised or refused', () => {
  assert.ok(isStemName('geraldtonWax') && isColourName('lilac'))
  assert.ok(!isStemName('toString') && !isStemName('Rose') && !isColourName('constructor'))
})
