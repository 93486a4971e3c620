import type Stripe from 'stripe'
import { parameterInvalid } from './stripe-errors.ts'
import type { Spec } from './params.ts'

/** Stripe's limits on metadata. */
const MAX_KEYS = 50
const MAX_KEY_LENGTH = 40
const MAX_VALUE_LENGTH = 500

/** A change of metadata: an empty value unsets its key; `null` (the whole parameter empty) unsets all of them. */
export type MetadataChange = Record<string, string> | null

export function metadata(): Spec<MetadataChange> {
  return {
    read(value, param) {
      if (value === '') return null
      if (typeof value === 'string') throw parameterInvalid(param, 'Invalid object')
      for (const [key, entry] of Object.entries(value)) {
        if (key.length > MAX_KEY_LENGTH || /[[\]]/.test(key)) {
          throw parameterInvalid(
            param,
            `Metadata keys can have up to ${MAX_KEY_LENGTH} characters and no square brackets.`,
          )
        }
        if (typeof entry !== 'string' || entry.length > MAX_VALUE_LENGTH) {
          throw parameterInvalid(`${param}[${key}]`, `Metadata values can have up to ${MAX_VALUE_LENGTH} characters.`)
        }
      }
      return { ...value } as Record<string, string>
    },
  }
}

export function changeMetadata(before: Stripe.Metadata | null, change: MetadataChange | undefined): Stripe.Metadata {
  if (change === null) return {}
  const after: Stripe.Metadata = { ...before }
  for (const [key, value] of Object.entries(change ?? {})) {
    if (value === '') delete after[key]
    else after[key] = value
  }
  const keys = Object.keys(after).length
  if (keys > MAX_KEYS) {
    throw parameterInvalid('metadata', `Metadata can have up to ${MAX_KEYS} keys, but you passed in ${keys} keys.`)
  }
  return after
}
