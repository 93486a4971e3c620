import type { ServedPlace } from '@flora/contract/delivery-desk.ts'

/** Postcodes with their suburbs as lines of text: '3065 Fitzroy, Fitzroy North'. */
export function placesWritten(places: readonly ServedPlace[]): string {
  return places.map(({ postcode, suburbs }) => `${postcode} ${suburbs.join(', ')}`).join('\n')
}

/** What somebody typed or pasted as such lines; `badLine` counts from 1 and names the first that cannot be read. */
export function placesTyped(text: string): { places: ServedPlace[]; badLine: number | undefined } {
  const places: ServedPlace[] = []
  let badLine: number | undefined
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const match = /^(\d{4})[\s,:;]+(\S.*)$/.exec(line.trim())
    const suburbs = (match?.[2] ?? '')
      .split(/[,;]/)
      .map((suburb) => suburb.trim())
      .filter((suburb) => suburb !== '')
    if (match?.[1] === undefined || suburbs.length === 0) badLine ??= index + 1
    else places.push({ postcode: match[1], suburbs })
  }
  return { places, badLine }
}
