import { besleyWidths } from './besley-widths.ts'

/** The inside of the gift card: 88 x 125 mm, Besley 11.5 on 16.3 points, 70 mm of measure, 14 lines. */
export const card = { widthMm: 88, heightMm: 125, marginMm: 9, sizePt: 11.5, leadingPt: 16.3, lines: 14 } as const

export interface Fit {
  /** As they will be printed. */
  readonly lines: readonly string[]
  readonly limit: number
  readonly fits: boolean
  /** Characters the card's font does not have, each once. */
  readonly unprintable: readonly string[]
}

const unitsAnEm = 2_000
const pointsAMillimetre = 72 / 25.4
const measureUnits = (((card.widthMm - 2 * card.marginMm) * pointsAMillimetre) / card.sizePt) * unitsAnEm

const widths = new Map(
  besleyWidths.flatMap(([units, characters]) => [...characters].map((character) => [character, units] as const)),
)

/**
 * Breaks a message as the card prints it and says whether it fits. The shop's server, the page's preview and the printed
 * card all use this one.
 */
export function fitCard(message: string): Fit {
  const text = message.normalize('NFC').replaceAll('\r\n', '\n').trim()
  const lines = text === '' ? [] : text.split('\n').flatMap(brokenLine)
  const unprintable = [...new Set([...text].filter((character) => character !== '\n' && !widths.has(character)))]
  return { lines, limit: card.lines, fits: lines.length <= card.lines && unprintable.length === 0, unprintable }
}

function brokenLine(paragraph: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= measureUnits) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = cutWord(word)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  lines.push(line)
  return lines
}

// A word wider than the card is cut where it must be, as a browser does with overflow-wrap: anywhere.
function cutWord(word: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && widthOf(piece + character) > measureUnits) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

// Kerning is left out: it only ever brings letters closer, so what fits here fits on paper.
function widthOf(text: string): number {
  let units = 0
  for (const character of text) units += widths.get(character) ?? unitsAnEm
  return units
}
