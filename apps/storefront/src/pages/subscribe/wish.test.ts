import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offers } from '../../../test/fixture-subscriptions.ts'
import { forgetWish, keepWish, keptWish, rhythmFor, toCartWish, wishFrom } from './wish.ts'

const [choice] = offers.products
const asked = (search: string) => wishFrom(new URLSearchParams(search), choice!, '3067')

test('the address says what the form begins with, and nonsense in it is not believed', () => {
  const wish = asked('as=gift&size=var_large&often=monthly')
  assert.deepEqual([wish.as, wish.variantId, wish.frequency], ['gift', 'var_large', 'monthly'])
  const other = asked('as=free&size=var_other&often=hourly')
  assert.deepEqual([other.as, other.variantId, other.frequency], ['recurring', 'var_medium', 'fortnightly'])
})

test('without a day there is nothing to put into a cart', () => {
  assert.equal(toCartWish(asked('')), undefined)
})

test('a gift is a recurring one with its deliveries, a surprise takes its ruled-out days along', () => {
  const when = { day: '2026-12-03', windowId: 'win_noon' } as const
  const excluded = { excludedWeekdays: [3], excludedDays: [] }
  const gift = toCartWish({ ...asked('as=gift'), ...when, excluded })
  assert.deepEqual([gift?.kind, gift?.gift, gift?.plan.excludedWeekdays], ['recurring', { deliveries: 3 }, []])
  const surprise = toCartWish({ ...asked('as=surprise'), ...when, excluded })
  assert.deepEqual([surprise?.kind, surprise?.gift, surprise?.plan.excludedWeekdays], ['surprise', undefined, [3]])
})

test('a rhythm that is not offered that way gives way to one that is', () => {
  assert.equal(rhythmFor({ as: 'surprise', frequency: 'yearly' }, offers), 'weekly')
  assert.equal(rhythmFor({ as: 'surprise', frequency: 'monthly' }, offers), 'monthly')
})

test('what was typed waits while she signs in, for that product alone', () => {
  const kept = new Map<string, string>()
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const wish = asked('as=surprise')
  keepWish(memory, wish)
  assert.deepEqual(keptWish(memory, choice!.slug), wish)
  assert.equal(keptWish(memory, 'peony-season'), undefined)
  forgetWish(memory)
  assert.equal(keptWish(memory, choice!.slug), undefined)
})
