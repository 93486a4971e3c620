/** A bank's no to keeping a card. Nothing is charged when a card is kept, and nobody should think it might have been. */
export function asKept(sentence: string): string {
  return sentence.replace(/ and you haven’t been charged\.$|, and you haven’t been charged\.$/, '. It isn’t kept.')
}
