/** A text without what nobody would call a difference: case, spaces, punctuation. */
export function sameWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
