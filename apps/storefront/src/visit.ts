import type { Client } from '@flora/client/client.ts'
import { createContext, RouterContextProvider } from 'react-router'

/** What a page knows of the one who looks at it. Loaders read it; on the server it is made for one request only. */
export interface Visit {
  readonly client: Client
  /** Where flowers should go, as last typed in this browser. */
  readonly postcode?: string
  /** 'https://flora.example', when it is known: addresses for other sites are written with it. */
  readonly origin?: string
}

export const visitContext = createContext<Visit>()

/** The router's context for one visit. */
export function contextOf(visit: Visit): RouterContextProvider {
  const context = new RouterContextProvider()
  context.set(visitContext, visit)
  return context
}

const fourDigits = /^\d{4}$/

/** The postcode in a cookie header or document.cookie, if it is one. */
export function postcodeIn(cookies: string): string | undefined {
  const found = /(?:^|;\s*)postcode=(\d{4})(?:;|$)/.exec(cookies)?.[1]
  return found
}

/** Keeps a postcode in this browser for a year, so that the next page answers for it too. */
export function rememberPostcode(postcode: string): void {
  if (!fourDigits.test(postcode)) return
  document.cookie = `postcode=${postcode}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`
}

/** A postcode given in the address wins over the remembered one, so that a form works without script. */
export function postcodeFor(url: string, visit: Visit): string | undefined {
  const typed = new URL(url, 'http://flora').searchParams.get('postcode')
  return typed !== null && fourDigits.test(typed) ? typed : visit.postcode
}
