import { inSum } from '@flora/money/in-words.ts'
import type { Letterhead, Part, Sheet, SumRow } from './sheet.ts'
import { withoutTricks } from './typed-words.ts'

// What every mail program shows without breaking lines of its own.
const columns = 72

/** A letter as plain text. Addresses stand alone on their line and are never broken. */
export function sheetToText(sheet: Sheet, shop: Letterhead): string {
  const chapters = [
    wrap(sheet.sentence),
    ...sheet.parts.map(partToText),
    '-- ',
    [`${shop.name}, ${shop.tagline}`, shop.address, `${shop.phone}, ${shop.email}`].join('\n'),
    wrap(sheet.footnote),
  ]
  return `${withoutTricks(chapters.join('\n\n'))}\n`
}

function partToText(part: Part): string {
  switch (part.kind) {
    case 'words':
    case 'note':
      return wrap(part.text)
    case 'heading':
      return underlined(part.above ? `${part.above}: ${part.text}` : part.text)
    case 'rows':
      return part.rows.map((row) => wrap(row)).join('\n')
    case 'card':
      return `${wrap(`${part.label}:`)}\n${wrap(part.text, '    ')}`
    case 'sum':
      return sumToText(part)
    case 'button':
      return `${part.label}:\n${part.address}`
    case 'links':
      return part.links.map(({ label, address, detail }) => `${wrap(`${label}, ${detail}`)}\n${address}`).join('\n\n')
  }
}

function sumToText({ rows, total, note }: Part & { kind: 'sum' }): string {
  const amountWidth = Math.max(...[...rows, total].map(({ amount }) => inSum(amount).length))
  const rule = '-'.repeat(columns)
  return [...rows.map((row) => sumRow(row, amountWidth)), rule, sumRow(total, amountWidth), '', wrap(note)].join('\n')
}

function sumRow({ label, detail, amount }: SumRow, amountWidth: number): string {
  const labelWidth = columns - amountWidth - 2
  const lines = wrap(detail ? `${label} (${detail})` : label, '', labelWidth).split('\n')
  const last = lines.pop()!
  return [...lines, `${last}${' '.repeat(labelWidth - lengthOf(last) + 2)}${inSum(amount).padStart(amountWidth)}`].join(
    '\n',
  )
}

function underlined(text: string): string {
  const set = wrap(text)
  return `${set}\n${'-'.repeat(Math.max(...set.split('\n').map(lengthOf)))}`
}

// A word longer than the line is cut: it is no address of ours, for those are not wrapped.
function wrap(text: string, indent = '', width = columns): string {
  const room = width - indent.length
  return text
    .split('\n')
    .flatMap((paragraph) => {
      const lines = ['']
      let filled = 0
      for (const word of paragraph.split(/\s+/).flatMap((long) => pieces(long, room))) {
        const length = lengthOf(word)
        if (filled === 0) lines[lines.length - 1] = word
        else if (filled + 1 + length <= room) lines[lines.length - 1] += ` ${word}`
        else lines.push(word)
        filled = lengthOf(lines.at(-1)!)
      }
      return lines.map((line) => `${indent}${line}`.trimEnd())
    })
    .join('\n')
}

function pieces(word: string, room: number): string[] {
  // A string is as long as its characters or longer.
  if (word.length <= room) return [word]
  const characters = [...word]
  const count = Math.max(1, Math.ceil(characters.length / room))
  return Array.from({ length: count }, (_, at) => characters.slice(at * room, (at + 1) * room).join(''))
}

function lengthOf(text: string): number {
  return beyondOneUnit.test(text) ? [...text].length : text.length
}

// Half of a character that a string keeps in two.
const beyondOneUnit = /[\uD800-\uDFFF]/
