import type { Carrier } from '@flora/client/client.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { accountAnswer, type AccountCase, providers } from './fixture-account.ts'
import { openCart } from './fixture-cart.ts'
import { frontPage, listFor, productFor, suggestionsFor } from './fixture-catalog.ts'
import { listContents, pieceFor } from './fixture-content.ts'
import { calendarFor, facts, type CalendarCase } from './fixture-shop.ts'
import { kitchenTable, offers } from './fixture-subscriptions.ts'

export interface FixtureOptions extends CalendarCase {
  /** Paths that answer with 500, as a broken shop would. */
  readonly broken?: readonly string[]
  /** Somebody is signed in; nobody unless said. */
  readonly customer?: AccountCase
}

/** A shop in memory that answers like the API, for pages under test and under construction. */
export function fixtureApi(options: FixtureOptions = {}): Carrier {
  const cart = openCart()
  return async (path, init) => {
    const url = new URL(path, 'http://flora')
    const [, , first, second] = url.pathname.split('/')
    if (options.broken?.includes(url.pathname)) {
      return problem(500, 'unexpected', 'Something broke on our side.', { reference: 'R-7F3A' })
    }
    switch (`${init.method} /${first}${second === undefined ? '' : '/…'}`) {
      case 'GET /shop':
        return json(facts)
      case 'GET /front-page':
        return json(frontPage)
      case 'GET /products':
        return json(listFor(url.searchParams))
      case 'GET /products/…':
        return found(productFor(second!), 'product-not-found', 'We don’t have this one any more.')
      case 'GET /suggestions':
        return json(suggestionsFor(url.searchParams.get('q') ?? ''))
      case 'GET /content':
        return json(listContents(url.searchParams))
      case 'GET /content/…':
        return found(pieceFor(second!), 'content-not-found', 'Nothing is published here.')
      case 'GET /delivery/…':
        return json(
          calendarFor(url.searchParams.get('postcode') ?? '', Number(url.searchParams.get('days') ?? 90), options),
        )
      case 'GET /subscriptions/…':
        return json(offers)
      case 'GET /orders/…':
        return url.pathname.includes('/gifts/')
          ? json({ ...kitchenTable, gift: gift(second!) })
          : problem(404, 'order-not-found', 'There is no such order.')
      case 'GET /cart':
        return json(cart.show())
      case 'POST /cart/…':
        return json(cart.add(JSON.parse(init.body ?? '{}') as { variantId: string; quantity: number }))
      case 'GET /auth/…':
      case 'GET /account/…': {
        if (url.pathname === '/api/auth/providers') return json(providers)
        if (options.customer === undefined) return problem(401, 'sign-in-needed', 'Please sign in first.')
        return found(accountAnswer(url.pathname, options.customer), 'not-found', 'There is nothing here.')
      }
      default:
        return problem(404, 'not-found', 'There is nothing here.')
    }
  }
}

function gift(orderLink: string) {
  return { deliveries: 4, left: 3, refundable: { minor: 28_440, currency: 'AUD' }, orderLink }
}

function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })
}

function found(value: unknown, code: string, detail: string): Response {
  return value === undefined ? problem(404, code, detail) : json(value)
}

function problem(status: number, code: string, detail: string, more: Partial<Problem> = {}): Response {
  return json({ type: 'about:blank', title: detail, status, code, detail, ...more } satisfies Problem, status)
}
