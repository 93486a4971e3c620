import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toCsv } from './csv.ts'
import { readCsv } from './read-csv.ts'

test('what was written is read back to the letter, formulas and line breaks too', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', "'=1+1", "''-x", '@home', 'a,b;"c"', 'two\nlines', '\r', "'tis"),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ a: cell, b: cell }), { maxLength: 6 }), (given) => {
      const read = readCsv(toCsv(given, ['a', 'b']))
      assert.equal(read.kind, 'table')
      const there = given.filter(({ a, b }) => a !== '' || b !== '')
      if (read.kind === 'table')
        assert.deepEqual(
          read.lines.map(({ cells }) => ({ ...cells })),
          there.map((row) => ({ ...row })),
        )
    }),
  )
})

test('lines are counted as a spreadsheet counts them, whatever breaks stand in cells', () => {
  const read = readCsv('a,b\r\n"two\nlines",1\r\n\r\nx,2\r\n')
  assert.equal(read.kind, 'table')
  if (read.kind === 'table')
    assert.deepEqual(
      read.lines.map(({ line }) => line),
      [2, 4],
    )
})

test('semicolons are read where a spreadsheet wrote them, and cells that are missing are empty', () => {
  const read = readCsv('\uFEFFA; b ;c\r\n1;2\r\n')
  assert.deepEqual(read.kind === 'table' && read.columns, ['a', 'b', 'c'])
  assert.deepEqual(read.kind === 'table' && { ...read.lines[0]?.cells }, { a: '1', b: '2', c: '' })
})

test('a file that is no table is refused with its line', () => {
  assert.deepEqual(readCsv('a,b\r\n1,2\r\n"3,4\r\n').kind, 'unreadable')
  const twice = readCsv('a,A\r\n')
  assert.deepEqual(twice.kind === 'unreadable' && [twice.line, twice.because], [1, 'The column a is there twice.'])
})
