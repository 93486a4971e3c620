import type { DeliveryId } from '@flora/contract/ids.ts'

/** What somebody typed into the search, as the tables are asked for it. */
export interface Asked {
  /** A pattern of LIKE, in lower case. */
  readonly part: string
  /** The same for digits of a phone number without its beginning. */
  readonly phone: string | undefined
}

export type Search =
  | { readonly kind: 'latest' }
  | { readonly kind: 'postcode'; readonly postcode: string }
  | { readonly kind: 'delivery'; readonly deliveryId: DeliveryId }
  | { readonly kind: 'asked'; readonly asked: Asked }
  | { readonly kind: 'too-short' }

// The letters' tree knows groups of three.
const fewest = 3

/** Understands what was typed: a postcode, a label's delivery, part of a name or number, a telephone number however it is written. */
export function understand(typed: string | undefined): Search {
  const text = (typed ?? '').trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (text === '') return { kind: 'latest' }
  if (/^\d{4}$/.test(text)) return { kind: 'postcode', postcode: text }
  // The code on a label leads here.
  if (/^dlv_[0-9a-z]{10,40}$/.test(text)) return { kind: 'delivery', deliveryId: text as DeliveryId }
  if (text.length < fewest) return { kind: 'too-short' }
  // "+61 491 570 156", "0491 570 156" and "491570156" are one number.
  const digits = /^[\d\s()+-]+$/.test(text) ? text.replaceAll(/\D/g, '').replace(/^(61|0)/, '') : ''
  return {
    kind: 'asked',
    asked: { part: `%${escaped(text)}%`, phone: digits.length >= 4 ? `%${digits.slice(-9)}%` : undefined },
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
