import { fitCard } from '@flora/card-fit/card-fit.ts'

/**
 * What was typed, in letters that the card has. Pictures and signs that it lacks are left out; a word that lacks a letter is
 * nobody's name any more, so then the whole is left out and she writes it herself.
 */
export function printable(typed: string | undefined): string {
  const text = tidied(typed ?? '')
  const lacking = fitCard(text).unprintable
  if (lacking.length === 0) return text
  if (lacking.some((character) => /[\p{L}\p{N}\p{M}]/u.test(character))) return ''
  return tidied([...text].filter((character) => !lacking.includes(character)).join(''))
}

function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
}
