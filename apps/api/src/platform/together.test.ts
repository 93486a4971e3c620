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

test('one who cannot be answered does not stand in the way of those who asked with her', async () => {
  const questions: (readonly number[])[] = []
  const ask = together(async (keys: readonly number[]) => {
    questions.push(keys)
    if (keys.includes(2)) throw new Error('not this one')
    return new Map(keys.map((key) => [key, key * 2]))
  })
  const outcomes = await Promise.allSettled([ask(1), ask(2), ask(3)])
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'no')),
    [2, 'no', 6],
  )
  assert.deepEqual(questions, [[1, 2, 3], [1], [2], [3]])
})

test('in turn, one question is under way at a time, and who asks meanwhile goes with the next', async () => {
  const questions: (readonly number[])[] = []
  const gates: PromiseWithResolvers<void>[] = []
  const ask = together(
    async (keys: readonly number[]) => {
      questions.push(keys)
      const gate = Promise.withResolvers<void>()
      gates.push(gate)
      begun?.resolve()
      await gate.promise
      return new Map(keys.map((key) => [key, key * 2]))
    },
    { inTurn: true },
  )
  let begun: PromiseWithResolvers<void> | undefined = Promise.withResolvers()
  const first = ask(1)
  await begun.promise
  const rest = [ask(2), ask(3)]
  begun = Promise.withResolvers()
  assert.deepEqual(questions, [[1]])
  gates[0]!.resolve()
  assert.equal(await first, 2)
  await begun.promise
  gates[1]!.resolve()
  assert.deepEqual(await Promise.all(rest), [4, 6])
  assert.deepEqual(questions, [[1], [2, 3]])
})
