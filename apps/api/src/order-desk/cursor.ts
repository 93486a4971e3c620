import { cursorNotValid } from './errors.ts'

/** Where a page ended, as a text that a client keeps and does not read. */
export function toCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place a cursor names; `forms` is what each part of it must look like. */
export function fromCursor(cursor: string, forms: readonly RegExp[]): string[] {
  let place: unknown
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw cursorNotValid()
  }
  if (!Array.isArray(place) || place.length !== forms.length) throw cursorNotValid()
  if (!place.every((part, at) => typeof part === 'string' && forms[at]!.test(part))) throw cursorNotValid()
  return place as string[]
}
