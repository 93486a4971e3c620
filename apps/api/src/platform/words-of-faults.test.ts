import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { wordsOfFault } from './words-of-faults.ts'

const Wish = z.strictObject({
  quantity: z.int().min(1).max(99),
  names: z.array(z.string().min(2)).max(1).optional(),
  way: z.enum(['cash', 'terminal']).optional(),
  share: z.number().gt(0).optional(),
  code: z
    .string()
    .regex(/^[a-z]+$/)
    .optional(),
  email: z.email('Please check the e-mail address.').optional(),
})

const cases: readonly (readonly [wish: unknown, words: readonly string[]])[] = [
  [{ quantity: -3 }, ['“quantity” should be 1 at least.']],
  [{ quantity: 100 }, ['“quantity” should be 99 at most.']],
  [{ quantity: 1.5 }, ['“quantity” should be a whole number.']],
  [{ quantity: 'two' }, ['“quantity” should be a number.']],
  [{}, ['“quantity” is missing.']],
  [[], ['This should be a group of fields.']],
  [{ quantity: 1, price: 1, tax: 2 }, ['Not known here: price, tax. Please leave it out.']],
  [{ quantity: 1, names: ['a'] }, ['“names.0” should be 2 characters long at least.']],
  [{ quantity: 1, names: ['ab', 'cd'] }, ['“names” should be 1 in number at most.']],
  [{ quantity: 1, way: 'gold' }, ['“way” should be one of these: cash, terminal.']],
  [{ quantity: 1, share: 0 }, ['“share” should be more than 0.']],
  [{ quantity: 1, code: 'A1' }, ['“code” is not in a form that is understood here.']],
  [{ quantity: 1, email: 'nobody' }, ['Please check the e-mail address.']],
]
for (const [wish, words] of cases) {
  test(`${JSON.stringify(wish)} is refused in words`, () => {
    const { error } = Wish.safeParse(wish, { error: wordsOfFault })
    assert.deepEqual(
      error?.issues.map(({ message }) => message),
      words,
    )
  })
}
