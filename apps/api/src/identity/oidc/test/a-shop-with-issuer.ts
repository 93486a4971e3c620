import {
  type Client,
  type IssuerOptions,
  type OidcIssuer,
  startOidcIssuer,
} from '@flora/sandbox/oidc/start-oidc-issuer.ts'
import { aBrowser, type Browser, type Carrier, type Page } from '@flora/sandbox/oidc/test/a-browser.ts'
import type { FastifyInstance } from 'fastify'
import { aSmallShop } from '../../../../test/builders.ts'
import { openShop, type ShopOptions, type TestShop } from '../../../../test/open-shop.ts'
import { rows } from '../../../platform/db.ts'
import { sql } from '../../../platform/sql.ts'
import { identityRoutes } from '../../index.ts'

export const home = 'http://127.0.0.1:3000'
export const audience = 'https://api.flora.example'

export const client: Client = {
  clientId: 'flora',
  clientSecret: 'a-secret-of-the-shop',
  name: 'Flora',
  redirectUris: [`${home}/api/auth/oidc/callback`, 'http://localhost:3000/api/auth/oidc/callback'],
}

export interface ShopWithIssuer {
  readonly shop: TestShop
  readonly issuer: OidcIssuer
  /** A fresh browser, to which the shop is at its public address. */
  readonly browser: () => Browser
}

export interface Options {
  readonly issuer?: Partial<IssuerOptions>
  readonly client?: Partial<Client>
  readonly on?: ShopOptions['on']
  readonly environment?: Record<string, string>
}

/** What closes things when a test, or a file of them, ends. */
export interface Ending {
  readonly after: (close: () => Promise<void>) => void
}

/** A shop with a real provider beside it, both closed at the end. */
export async function aShopWithIssuer(t: Ending, options: Options = {}): Promise<ShopWithIssuer> {
  const issuer = await startOidcIssuer({ clients: [{ ...client, ...options.client }], ...options.issuer })
  t.after(() => issuer.close())
  const shop = await openShop({
    // The provider's clock is the world's, and the shop's must agree with it.
    now: Temporal.Now.instant().toString(),
    on: options.on ?? 'embedded',
    routes: identityRoutes,
    environment: {
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      OIDC_NAME: 'Test issuer',
      OIDC_AUDIENCE: audience,
      ...options.environment,
    },
  })
  t.after(() => shop.close())
  await aSmallShop(shop)
  return { shop, issuer, browser: () => aBrowser({ [home]: to(shop.app), 'http://localhost:3000': to(shop.app) }) }
}

function to(app: FastifyInstance): Carrier {
  return async (url, { method, headers, body }) => {
    const reply = await app.inject({
      method,
      url: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.host },
      ...(body !== undefined && { payload: body }),
    })
    return {
      status: reply.statusCode,
      location: reply.headers.location,
      setCookies: [reply.headers['set-cookie'] ?? []].flat(),
      body: reply.body,
    }
  }
}

export const start = (to = '/account') => `${home}/api/auth/oidc/start?${new URLSearchParams({ to })}`

/** Where the provider sends her back to, before the shop has looked at it. */
export const isCallback = ({ pathname }: URL): boolean => pathname === '/api/auth/oidc/callback'

/** A page of the shop that is none of the API's: the end of the way. */
export const isPage = ({ origin, pathname }: URL): boolean =>
  ['127.0.0.1:3000', 'localhost:3000'].includes(new URL(origin).host) && !pathname.startsWith('/api/')

/** Goes from the shop to the provider, is somebody there, and allows what is asked. Stops at the callback, not yet asked. */
export async function toCallback(browser: Browser, fields: Record<string, string>, address = start()): Promise<URL> {
  const who = await browser.open(address, isPage)
  const next = await browser.submit(who, fields, isCallback)
  return isCallback(next.url) ? next.url : (await browser.submit(next, { allow: 'yes' }, isCallback)).url
}

/** The whole way, to the page of the shop that it ends at. */
export async function signInAs(browser: Browser, fields: Record<string, string>, address = start()): Promise<Page> {
  return browser.open(await toCallback(browser, fields, address), isPage)
}

export const ines = { person: 'demo|ines' }
export const anybody = (email: string) => ({ email, verified: 'on' })

interface Me {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly hasPassword: boolean
  readonly providers: string[]
}

/** Whom the shop takes this browser for. */
export async function me({ shop }: ShopWithIssuer, browser: Browser): Promise<Me | undefined> {
  const cookie = [...browser.cookiesFor(`${home}/api/auth/me`)].map(([name, value]) => `${name}=${value}`).join('; ')
  const reply = await shop.app.inject({ url: '/api/auth/me', headers: { cookie } })
  return reply.statusCode === 200 ? (reply.json() as Me) : undefined
}

/** Nobody is here any more, and nothing is on its way. */
export async function clearPeople({ shop }: ShopWithIssuer): Promise<void> {
  await rows(shop.db, sql`truncate accounts, account_tokens, audit_log, emails cascade`)
}

/** Rows of the tables that a sign-in writes to. */
export async function counted({
  shop,
}: ShopWithIssuer): Promise<{ accounts: number; identities: number; sessions: number }> {
  const [found] = await rows<{ accounts: number; identities: number; sessions: number }>(
    shop.db,
    sql`select (select count(*)::int from accounts) as accounts, (select count(*)::int from identities) as identities,
               (select count(*)::int from sessions) as sessions`,
  )
  return found!
}

/** Why the sign-in page says that nobody is signed in. */
export const problemOf = ({ url }: Page): string | null =>
  url.pathname === '/sign-in' ? url.searchParams.get('problem') : null
