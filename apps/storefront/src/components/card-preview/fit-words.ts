import type { Fit } from '@flora/card-fit/card-fit.ts'

/** 'It fits.' and '9 of 14 lines', or 'Two lines too long.' and what would be lost. */
export function fitWords({ lines, limit, unprintable }: Fit): { verdict: string; detail: string } {
  if (unprintable.length > 0) {
    const one = unprintable.length === 1
    return {
      verdict: `${one ? 'One character' : 'Some characters'} won’t print.`,
      detail: `The card’s letters don’t include ${unprintable.slice(0, 6).join(' ')}; please leave ${one ? 'it' : 'them'} out.`,
    }
  }
  if (lines.length === 0) return { verdict: 'No card yet.', detail: 'Leave it empty and we send none.' }
  const over = lines.length - limit
  if (over <= 0) return { verdict: 'It fits.', detail: `${lines.length} of ${limit} lines` }
  const lost = lines.slice(limit).filter((line) => line.trim() !== '')
  return {
    verdict: `${capital(inWords(over))} ${over === 1 ? 'line' : 'lines'} too long.`,
    detail: `“${shortened(lost.join(' '))}” won’t print.`,
  }
}

function shortened(lost: string): string {
  return lost.length <= 40 ? lost : `${lost.slice(0, 38).trimEnd()}…`
}

function inWords(count: number): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  return words[count] ?? String(count)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
