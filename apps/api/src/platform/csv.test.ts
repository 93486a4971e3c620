import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toCsv } from './csv.ts'

test('quotes what needs it and keeps lines of a text together', () => {
  const rows = [{ name: 'June "J" Halloran, Abbotsford', card: 'Dear June,\nlove', total: 1250, gift: true, day: null }]
  assert.equal(
    toCsv(rows, ['name', 'card', 'total', 'gift', 'day']),
    '\uFEFFname,card,total,gift,day\r\n"June ""J"" Halloran, Abbotsford","Dear June,\nlove",1250,true,\r\n',
  )
})

for (const formula of ['=1+1', '+61 3 7010 4418', '-2', '@SUM(A1)', '\tx'])
  test(`a spreadsheet reads ${JSON.stringify(formula)} as text`, () =>
    assert.equal(toCsv([{ text: formula }], ['text']), `\uFEFFtext\r\n'${formula}\r\n`))

test('a table without rows has its header', () => assert.equal(toCsv([], ['a', 'b']), '\uFEFFa,b\r\n'))
