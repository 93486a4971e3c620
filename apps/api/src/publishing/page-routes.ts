import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readFeed } from '../content/index.ts'
import type { Made } from '../platform/hot-reads.ts'
import type { Shop } from '../shop.ts'
import { sendAsset } from './assets.ts'
import { toAtom } from './atom.ts'
import { carrierFor, everybody } from './carrier.ts'
import { pageHeaders } from './page-headers.ts'
import { plainPage } from './plain-page.ts'
import { carryPreview, previewOf } from './preview.ts'
import { findMovedTo } from './queries.ts'
import { robots, sitemap } from './sitemap.ts'
import { loadStorefront, type PageRendered, type Storefront } from './storefront.ts'

type Publishes = Pick<Shop, 'db' | 'clock' | 'hotReads' | 'config' | 'log'>

// Pages of the visitor's own: made for each request, kept nowhere.
const privatePages =
  /^\/(cart|checkout|order|find-order|account|sign-in|register|forgotten|reset-password|verify|confirm-email|link-sign-in|accept-invitation|newsletter|mute-reminder)(\/|$)/
// Campaign marks name the sender, not the page.
const campaignMarks = /^(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id)$/

/** What every page is made with. */
interface Making {
  readonly app: FastifyInstance
  readonly shop: Publishes
  readonly headers: Readonly<Record<string, string>>
  readonly storefront: Storefront
}

/** Every address that is no API and no picture: the storefront's pages and files, robots.txt, the sitemap, the feed and the mark. */
export async function pageRoutes(app: FastifyInstance, shop: Publishes, given?: Storefront): Promise<void> {
  const storefront = given ?? (await loadStorefront())
  const headers = pageHeaders(shop.config)
  const isSecure = shop.config.publicUrl.startsWith('https:')

  fixedFiles(app, shop)
  app.get('/assets/*', (request, reply) => {
    const asset = storefront?.assets.get(pathOf(request))
    return asset ? sendAsset(request, reply, asset) : reply.callNotFound()
  })

  const errorHandler = (err: PageError, _: FastifyRequest, reply: FastifyReply): void =>
    void sendTrouble(err, reply.headers(headers), shop.log)
  app.get('/*', { config: { limit: 'reads' }, errorHandler }, async (request, reply) => {
    const path = pathOf(request)
    if (/^\/(api|pictures)(\/|$)/.test(path)) return reply.callNotFound()
    if (!storefront)
      return sendPlain(
        reply.headers(headers),
        503,
        'The shop’s pages are not built yet',
        'Run npm run build, then start the shop again.',
      )
    rememberPostcode(request, reply, isSecure)
    const isPrivate = privatePages.test(asRouted(path)) || previewOf(request) !== undefined
    const send = isPrivate ? sendPrivate : sendShared
    return send(request, reply, { app, shop, headers, storefront })
  })
}

// What the shop itself writes at addresses that machines look for.
function fixedFiles(app: FastifyInstance, shop: Publishes): void {
  const { hotReads, config } = shop
  app.get('/robots.txt', (request, reply) =>
    hotReads.answer(request, reply, '/robots.txt', async () => ({
      body: robots(config.publicUrl),
      contentType: 'text/plain; charset=utf-8',
      edgeSeconds: 3_600,
    })),
  )
  app.get('/sitemap.xml', (request, reply) =>
    hotReads.answer(request, reply, '/sitemap.xml', async () => ({
      body: await sitemap(shop),
      contentType: 'application/xml; charset=utf-8',
      edgeSeconds: 3_600,
    })),
  )
  app.get('/journal/feed.xml', (request, reply) =>
    hotReads.answer(request, reply, '/journal/feed.xml', async () => ({
      body: toAtom(await readFeed(shop, config.publicUrl), config.publicUrl),
      contentType: 'application/atom+xml; charset=utf-8',
      edgeSeconds: 300,
    })),
  )
  app.get('/favicon.svg', (request, reply) =>
    hotReads.answer(request, reply, '/favicon.svg', async () => {
      const { drawMark } = await import('@flora/illustration')
      return { body: drawMark(), contentType: 'image/svg+xml', edgeSeconds: 86_400 }
    }),
  )
  // Browsers that ask for it of their own accord are told briefly.
  app.get('/favicon.ico', (_, reply) => reply.redirect('/favicon.svg', 301))
}

type PageError = Error & { statusCode?: number }

function sendTrouble(err: PageError, reply: FastifyReply, log: Publishes['log']): FastifyReply {
  if (err.statusCode === 429)
    return sendPlain(reply, 429, 'That was a lot at once', 'Please wait a minute and try again.')
  log.error({ err }, 'a page could not be made')
  return sendPlain(reply, 500, 'Something broke on our side', 'Your cart is safe. Please try again in a minute.')
}

async function sendPrivate(
  request: FastifyRequest,
  reply: FastifyReply,
  { app, shop, headers, storefront: { render } }: Making,
): Promise<FastifyReply> {
  const { postcode, theme } = chosenBy(request)
  const carry = carrierFor(app, {
    ip: request.ip,
    cookie: request.headers.cookie,
    onCookie: (cookie) => void reply.header('set-cookie', cookie),
  })
  const preview = previewOf(request)
  const page = await render({
    url: pageAddress(request),
    carry: preview === undefined ? carry : carryPreview(carry, preview),
    origin: shop.config.publicUrl,
    ...(postcode && { postcode }),
    ...(theme && { theme }),
  })
  tellError(page, shop.log)
  reply.headers(headers).header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex')
  // An order's address is its key: no other site, nor the next page, may read it off a referrer.
  if (pathOf(request).startsWith('/order/') || preview !== undefined) reply.header('referrer-policy', 'no-referrer')
  if (page.redirect) return reply.redirect(page.redirect, page.status)
  return reply.code(page.status).type('text/html; charset=utf-8').send(page.html)
}

async function sendShared(
  request: FastifyRequest,
  reply: FastifyReply,
  { app, shop, headers, storefront: { render } }: Making,
): Promise<FastifyReply> {
  const url = pageAddress(request)
  const { postcode, theme } = chosenBy(request)
  return shop.hotReads.answer(request, reply, `page ${url} ${postcode ?? ''} ${theme ?? ''}`, async () => {
    const moved = await movedTo(shop.db, url)
    if (moved !== undefined) return made({ status: 301, html: '', redirect: moved, shared: true }, headers, false)
    // No cookie goes along: what is kept for all must not know one. Nor does it count against whoever happened to ask first.
    const page = await render({
      url,
      carry: carrierFor(app, { ip: everybody }),
      origin: shop.config.publicUrl,
      ...(postcode && { postcode }),
      ...(theme && { theme }),
    })
    if (!page.shared && page.status < 400)
      throw new Error(`${url.split('?')[0]} says that it is a visitor's own, and is not among the private pages.`)
    tellError(page, shop.log)
    return made(page, headers, postcode === undefined && theme === undefined && !setsPostcode(request))
  })
}

function tellError({ status, error }: PageRendered, log: Publishes['log']): void {
  if (status >= 500) log.error({ err: error, status }, 'a page could not be made')
}

function made(page: PageRendered, headers: Making['headers'], sameForAll: boolean): Made {
  const edgeSeconds = sameForAll && page.status === 200 ? (page.maxAgeSeconds ?? 30) : 0
  const vary = { vary: 'accept-encoding, cookie' }
  if (page.redirect)
    return {
      status: page.status,
      body: '',
      contentType: 'text/html; charset=utf-8',
      edgeSeconds: 0,
      headers: { ...headers, location: page.redirect },
    }
  return {
    status: page.status,
    body: page.html,
    contentType: 'text/html; charset=utf-8',
    edgeSeconds,
    headers: { ...headers, ...vary },
  }
}

// An address that a product or a collection once had; whatever else was asked goes along.
async function movedTo(db: Publishes['db'], url: string): Promise<string | undefined> {
  const [, shelf, slug, rest = ''] = /^\/(p|collections)\/([a-z0-9-]{1,80})(\?.*)?$/.exec(url) ?? []
  if (slug === undefined) return undefined
  const moved = await findMovedTo(db, { shelf: shelf === 'p' ? 'p' : 'collections', slug })
  return moved && `${moved}${rest}`
}

// The storefront's router tells neither capitals nor escapes apart.
function asRouted(path: string): string {
  try {
    return decodeURIComponent(path).toLowerCase()
  } catch {
    return path
  }
}

function pathOf(request: FastifyRequest): string {
  return (request.raw.url ?? '/').split('?')[0]!
}

// Written behind a host: an address that begins with two slashes would name one of its own.
function addressOf(request: FastifyRequest): URL {
  return new URL(`http://shop${(request.raw.url ?? '/').replace(/^\/+/, '/')}`)
}

function pageAddress(request: FastifyRequest): string {
  const url = addressOf(request)
  for (const name of Array.from(url.searchParams.keys())) if (campaignMarks.test(name)) url.searchParams.delete(name)
  return url.pathname + url.search
}

/** What a visitor chose that a shared page may show: where flowers should go, and day or night. */
function chosenBy(request: FastifyRequest): { postcode?: string; theme?: 'light' | 'dark' } {
  const { postcode, theme } = request.cookies
  return {
    ...(postcode && /^\d{4}$/.test(postcode) && { postcode }),
    ...((theme === 'light' || theme === 'dark') && { theme }),
  }
}

function setsPostcode(request: FastifyRequest): boolean {
  return /^\d{4}$/.test(addressOf(request).searchParams.get('postcode') ?? '')
}

// A form without script puts the postcode into the address; the next page should know it too. Scripts read this cookie.
function rememberPostcode(request: FastifyRequest, reply: FastifyReply, isSecure: boolean): void {
  const typed = addressOf(request).searchParams.get('postcode')
  if (setsPostcode(request))
    void reply.header(
      'set-cookie',
      `postcode=${typed}; Path=/; Max-Age=31536000; SameSite=Lax${isSecure ? '; Secure' : ''}`,
    )
}

function sendPlain(reply: FastifyReply, status: number, title: string, sentence: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(plainPage(title, sentence))
}
