/** What was typed into the field for a place, taken apart: "3067 abb" and "abb 3067" are the same question. */
export interface PlaceAsked {
  /** The first digits of a postcode; empty for any. */
  readonly postcode: string
  /** The first letters of a suburb, in lower case; empty for any. */
  readonly suburb: string
}

/** Undefined when nothing was asked: no letter and no digit. */
export function placeAsked(typed: string): PlaceAsked | undefined {
  const postcode = /\d+/.exec(typed)?.[0] ?? ''
  const suburb = typed
    .replaceAll(/[^\p{L}\s'’-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  return postcode || suburb ? { postcode, suburb } : undefined
}
