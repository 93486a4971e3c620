import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cropAbout } from './originals.ts'

test('a wide photo is cut at its sides, about the focus', () => {
  assert.deepEqual(cropAbout({ x: 50, y: 50 }, { width: 2_000, height: 1_000 }), {
    x: 600,
    y: 0,
    width: 800,
    height: 1_000,
  })
})

test('a focus near an edge moves the cut no further than the edge', () => {
  assert.deepEqual(cropAbout({ x: 0, y: 100 }, { width: 2_000, height: 1_000 }), {
    x: 0,
    y: 0,
    width: 800,
    height: 1_000,
  })
  assert.deepEqual(cropAbout({ x: 100, y: 100 }, { width: 800, height: 2_000 }), {
    x: 0,
    y: 1_000,
    width: 800,
    height: 1_000,
  })
})

test('a photo of 4:5 is taken whole', () => {
  assert.deepEqual(cropAbout({ x: 10, y: 90 }, { width: 800, height: 1_000 }), {
    x: 0,
    y: 0,
    width: 800,
    height: 1_000,
  })
})
