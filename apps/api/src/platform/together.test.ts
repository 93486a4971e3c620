import assert from 'node:assert/strict'
import { test } from 'node:test'
import { together } from './together.ts'

test('who asks in the same turn is answered by one question, each with her own', async () => {
  const questions: (readonly string[])[] = []
  const ask = together(async (keys: readonly string[]) => {
    questions.push(keys)
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.toUpperCase()]))
  })
  assert.deepEqual(await Promise.all([ask('a'), ask('b'), ask('nobody'), ask('a')]), ['A', 'B', undefined, 'A'])
  assert.equal(await ask('c'), 'C')
  assert.deepEqual(questions, [['a', 'b', 'nobody'], ['c']])
})

test('a question that failed fails for all who asked it, and for nobody after', async () => {
  let isBroken = true
  const ask = together(async (keys: readonly number[]) => {
    if (isBroken) throw new Error('no answer')
    return new Map(keys.map((key) => [key, key * 2]))
  })
  const outcomes = await Promise.allSettled([ask(1), ask(2)])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  isBroken = false
  assert.equal(await ask(3), 6)
})
