import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Character, characterOf } from './character.ts'

const buyers = Array.from({ length: 4_000 }, (_, buyer) => characterOf(3, buyer))

test('the same seed brings the same buyers, another seed others', () => {
  assert.deepEqual(characterOf(3, 17), characterOf(3, 17))
  assert.notDeepEqual(
    buyers.slice(0, 50),
    Array.from({ length: 50 }, (_, buyer) => characterOf(4, buyer)),
  )
})

test('all sorts of people come', () => {
  const sorts = <Field extends keyof Character>(field: Field): number => new Set(buyers.map((one) => one[field])).size
  assert.deepEqual([sorts('basket'), sorts('code'), sorts('paying'), sorts('sequel'), sorts('card')], [3, 4, 9, 5, 4])
  const plain = buyers.filter(({ basket, code, paying }) => basket === 'one' && code === 'none' && paying === 'at-once')
  assert.ok(plain.length > 1_200, 'most of them are like most people')
})

test('who wants a last piece has a neighbour who wants it too', () => {
  const wanting = buyers.flatMap(({ basket }, buyer) => (basket === 'last-piece' ? [buyer] : []))
  assert.ok(wanting.length > 50)
  assert.ok(wanting.every((buyer) => wanting.includes(buyer % 2 === 0 ? buyer + 1 : buyer - 1)))
})
