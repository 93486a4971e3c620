import assert from 'node:assert/strict'
import { test } from 'node:test'
import bcrypt from 'bcrypt'
import { Refusal } from '../platform/refusal.ts'
import { hashPassword, isCheap, isPassword } from './password.ts'

const config = { bcryptCost: 4 }

test('a password is its own and no other’s', async () => {
  const hash = await hashPassword(config, 'nine purple wheelbarrows')
  assert.equal(await isPassword(config, 'nine purple wheelbarrows', hash), true)
  for (const other of ['nine purple wheelbarrow', 'Nine purple wheelbarrows', '', 'nine purple wheelbarrows '])
    assert.equal(await isPassword(config, other, hash), false, other)
  assert.equal(await isPassword(config, 'anything', null), false)
  assert.equal(await isPassword(config, 'anything', undefined), false)
})

test('72 bytes all count, and nothing passes for being the same up to there', async () => {
  const longest = 'é'.repeat(36)
  const hash = await hashPassword(config, longest)
  assert.equal(await isPassword(config, longest, hash), true)
  assert.equal(await isPassword(config, `${longest}x`, hash), false)
  assert.equal(await isPassword(config, `${'é'.repeat(35)}e`, hash), false)
  assert.equal(await bcrypt.compare(`${longest}x`, hash), true, 'bcrypt alone would have let it pass')
})

test('the same letter typed on another keyboard is the same', async () => {
  const hash = await hashPassword(config, 'Blu\u0308ten im Ma\u0308rz')
  assert.equal(await isPassword(config, 'Bl\u00fcten im M\u00e4rz', hash), true)
})

test('a zero byte cuts nothing off', async () => {
  const hash = await hashPassword(config, 'nine purple\u0000wheelbarrows')
  assert.equal(await isPassword(config, 'nine purple', hash), false)
  assert.equal(await isPassword(config, 'nine purple\u0000hedgehogs', hash), false)
})

test('where there is no password one is compared all the same, at the full cost', async (t) => {
  const compare = t.mock.method(bcrypt, 'compare')
  await isPassword({ bcryptCost: 5 }, 'anything', undefined)
  await isPassword({ bcryptCost: 5 }, 'x'.repeat(80), await bcrypt.hash('x', 4))
  const costs = compare.mock.calls.map(({ arguments: [, hash] }) => bcrypt.getRounds(hash as string))
  assert.deepEqual(costs, [5, 5])
})

test('a hash from cheaper days is known as such', async () => {
  const hash = await hashPassword(config, 'nine purple wheelbarrows')
  assert.equal(isCheap(config, hash), false)
  assert.equal(isCheap({ bcryptCost: 5 }, hash), true)
})

test('two are compared at a time, thirty wait, and the rest are told so at once', async (t) => {
  let running = 0
  let most = 0
  const gates: (() => void)[] = []
  t.mock.method(bcrypt, 'compare', async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise<void>((resolve) => gates.push(resolve))
    running -= 1
    return true
  })
  const all = Array.from({ length: 40 }, () =>
    isPassword(config, 'x', undefined).then(String, (error: unknown) => error),
  )
  const refused = await Promise.all(all.slice(32))
  for (const error of refused) assert.ok(error instanceof Refusal && error.status === 503, String(error))
  for (let done = 0; done < 32; done += 1) {
    while (gates.length === 0) await Promise.resolve()
    gates.shift()!()
  }
  assert.deepEqual(new Set(await Promise.all(all.slice(0, 32))), new Set(['false']))
  assert.equal(most, 2)
  t.mock.restoreAll()
  assert.equal(await isPassword(config, 'x', await bcrypt.hash('x', 4)), true, 'the places are free again')
})
