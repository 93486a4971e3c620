import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forgetPlacement, type Memory, newPlacementKey, placementFor, placementIn, rememberOrder } from './placement.ts'

function aMemory(): Memory {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

function keysInTurn(): () => string {
  let count = 0
  return () => `key-number-${(count += 1)}-of-many`
}

const cart = { cartVersion: 7, toPayMinor: 33_550 }

test('a double press, a retry and a reload use one key', () => {
  const memory = aMemory()
  const keys = keysInTurn()
  const first = placementFor(memory, cart, keys)
  assert.deepEqual(placementFor(memory, cart, keys), first)
  assert.deepEqual(placementIn(memory), first)
})

test('another cart, another price or a yes to later charges is another attempt', () => {
  const memory = aMemory()
  const keys = keysInTurn()
  const first = placementFor(memory, cart, keys).key
  const changed = placementFor(memory, { ...cart, cartVersion: 8 }, keys).key
  const repriced = placementFor(memory, { cartVersion: 8, toPayMinor: 34_000 }, keys).key
  const agreed = placementFor(memory, { cartVersion: 8, toPayMinor: 34_000, mayCharge: true }, keys).key
  assert.equal(new Set([first, changed, repriced, agreed]).size, 4)
})

test('once there is an order, its link is kept and its key is never used for another', () => {
  const memory = aMemory()
  const keys = keysInTurn()
  const placement = placementFor(memory, cart, keys)
  rememberOrder(memory, placement, 'a'.repeat(32))
  assert.equal(placementIn(memory)?.link, 'a'.repeat(32))
  assert.notEqual(placementFor(memory, cart, keys).key, placement.key)
})

test('a forgotten placement leaves nothing behind', () => {
  const memory = aMemory()
  placementFor(memory, cart, keysInTurn())
  forgetPlacement(memory)
  assert.equal(placementIn(memory), undefined)
})

test('a browser that refuses its memory, or holds rubbish, stops nobody from paying', () => {
  const refusing: Memory = {
    getItem: () => {
      throw new Error('denied')
    },
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => {
      throw new Error('denied')
    },
  }
  assert.equal(placementFor(refusing, cart, () => 'k').key, 'k')
  forgetPlacement(refusing)
  for (const rubbish of ['{', 'null', '{"key":1}', '[]']) {
    const memory = aMemory()
    memory.setItem('flora.placement', rubbish)
    assert.equal(placementIn(memory), undefined, rubbish)
  }
})

test('keys are as the contract wants them and never the same', () => {
  const keys = Array.from({ length: 200 }, newPlacementKey)
  assert.ok(keys.every((key) => /^[A-Za-z0-9_-]{16,64}$/.test(key)))
  assert.equal(new Set(keys).size, 200)
})
