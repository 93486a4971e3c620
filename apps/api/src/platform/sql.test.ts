import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from './sql.ts'

test('values become parameters in the order in which they are written, pieces a part of the text', () => {
  const which = sql`kind = ${'bouquet'} and price < ${9_000}`
  assert.deepEqual(sql`select * from products where ${which} and slug = ${'peony'} limit ${24}`.toQuery(), {
    text: 'select * from products where kind = $1 and price < $2 and slug = $3 limit $4',
    values: ['bouquet', 9_000, 'peony', 24],
  })
})

test('the same piece twice is two parameters', () => {
  const day = sql`${'2026-11-20'}::date`
  assert.deepEqual(sql`select ${day} < ${day}`.toQuery(), {
    text: 'select $1::date < $2::date',
    values: ['2026-11-20', '2026-11-20'],
  })
})

test('a value is never text, whatever it says', () => {
  const nasty = "'; drop table orders; --"
  assert.deepEqual(sql`select ${nasty}`.toQuery(), { text: 'select $1', values: [nasty] })
})

test('an array and nothing are one parameter each', () => {
  assert.deepEqual(sql`select ${['a', 'b']}::text[], ${null}`.toQuery(), {
    text: 'select $1::text[], $2',
    values: [['a', 'b'], null],
  })
})

test('our own constants are text, and pieces are joined', () => {
  const columns = sql.join([sql.raw('id'), sql`coalesce(name, ${'-'})`, sql.raw('slug')], sql`, `)
  assert.deepEqual(sql`select ${columns} from products`.toQuery(), {
    text: 'select id, coalesce(name, $1), slug from products',
    values: ['-'],
  })
  assert.deepEqual(sql`a${sql.join([], sql`, `)}b`.toQuery(), { text: 'ab', values: [] })
})
