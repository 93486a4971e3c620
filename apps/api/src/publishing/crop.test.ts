import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cropAbout } from './crop.ts'

test('a landscape is cut at its sides, a tall one above and below, about the focus', () => {
  assert.deepEqual(cropAbout({ x: 50, y: 50 }, { width: 1000, height: 500 }), {
    left: 300,
    top: 0,
    width: 400,
    height: 500,
  })
  assert.deepEqual(cropAbout({ x: 0, y: 0 }, { width: 1000, height: 500 }), {
    left: 0,
    top: 0,
    width: 400,
    height: 500,
  })
  assert.deepEqual(cropAbout({ x: 100, y: 100 }, { width: 800, height: 2000 }), {
    left: 0,
    top: 1000,
    width: 800,
    height: 1000,
  })
})

test('a part lies within the photo, is of 4:5, and touches two edges at least', () => {
  const side = fc.integer({ min: 100, max: 6000 })
  const hundredth = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(side, side, hundredth, hundredth, (width, height, x, y) => {
      const part = cropAbout({ x, y }, { width, height })
      assert.ok(part.left >= 0 && part.top >= 0)
      assert.ok(part.left + part.width <= width && part.top + part.height <= height)
      assert.ok(part.width === width || part.height === height)
      assert.ok(Math.abs(part.width * 5 - part.height * 4) <= 5)
    }),
  )
})
