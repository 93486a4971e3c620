import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { catalogRoutes } from '../catalog/index.ts'
import { pageRoutes, type Storefront } from './index.ts'

// A storefront that says what it was asked, so that what reaches it can be seen.
function fakeStorefront(): Storefront & { rendered: string[] } {
  const rendered: string[] = []
  return {
    rendered,
    assets: new Map([
      [
        '/assets/app-1.js',
        { type: 'text/javascript; charset=utf-8', plain: Buffer.from('plain'), br: Buffer.from('br'), gzip: undefined },
      ],
    ]),
    render: async ({ url, carry, postcode, theme }) => {
      rendered.push(url)
      const echo = await (await carry('/api/echo', { method: 'GET', headers: {} })).json()
      const html = JSON.stringify({ url, postcode, theme, echo })
      if (url === '/old') return { status: 301, html: '', redirect: '/new', shared: true }
      if (url === '/lost') return { status: 404, html, shared: true }
      if (url === '/throws') throw new Error('a bug with a secret in its message')
      return { status: 200, html, shared: !/^\/(cart|order|mine)/.test(url), maxAgeSeconds: 30 }
    },
  }
}

async function openPages(
  t: TestContext,
  environment: Record<string, string> = {},
): Promise<{ shop: TestShop; storefront: ReturnType<typeof fakeStorefront> }> {
  const storefront = fakeStorefront()
  const shop = await openShop({
    now: '2026-11-20T09:00:00+11:00',
    environment,
    routes: async (app, world) => {
      catalogRoutes(app, world)
      app.get('/api/echo', (request, reply) =>
        reply.header('set-cookie', 'cart=new; Path=/').send({ cookie: request.headers.cookie ?? null }),
      )
      await pageRoutes(app, world, storefront)
    },
  })
  t.after(shop.close)
  await aSmallShop(shop)
  return { shop, storefront }
}

test('a shared page is rendered once for all, knows no cookie, and differs by postcode and theme only', async (t) => {
  const { shop, storefront } = await openPages(t)
  const get = (url: string, cookie?: string) => shop.app.inject({ url, headers: cookie ? { cookie } : {} })
  const first = await get('/flowers?page=2&utm_source=mail', 'cart=mine; session=secret')
  const second = await get('/flowers?page=2')
  assert.deepEqual(first.json(), { url: '/flowers?page=2', echo: { cookie: null } })
  assert.equal(second.body, first.body)
  assert.equal(first.headers['set-cookie'], undefined)
  assert.deepEqual(storefront.rendered, ['/flowers?page=2'])
  assert.match(String(first.headers['cache-control']), /^public, max-age=0, s-maxage=30/)

  const mine = await get('/flowers?page=2', 'postcode=3065; theme=dark')
  assert.deepEqual(
    [mine.json<{ postcode: string }>().postcode, mine.headers['cache-control']],
    ['3065', 'private, no-store'],
  )
  await get('/flowers?page=2', 'postcode=evil; theme=<script>')
  assert.equal(storefront.rendered.length, 2)
})

test('a private page is rendered for each request with the visitor’s cookies, and kept nowhere', async (t) => {
  const { shop, storefront } = await openPages(t)
  for (const cookie of ['cart=a', 'cart=b']) {
    const reply = await shop.app.inject({ url: '/cart', headers: { cookie } })
    assert.deepEqual(
      [reply.json<{ echo: unknown }>().echo, reply.headers['cache-control'], reply.headers['set-cookie']],
      [{ cookie }, 'private, no-store', 'cart=new; Path=/'],
    )
  }
  assert.equal(storefront.rendered.length, 2)
  assert.equal((await shop.app.inject('/order/abc')).headers['referrer-policy'], 'no-referrer')
  assert.equal((await shop.app.inject('/cart')).headers['referrer-policy'], 'same-origin')
})

test('a page that calls itself private is never served as a shared one', async (t) => {
  const { shop } = await openPages(t)
  assert.equal((await shop.app.inject('/mine')).statusCode, 500)
})

test('pages carry a policy without inline scripts, and HSTS where it is true', async (t) => {
  const { shop } = await openPages(t)
  const policy = String((await shop.app.inject('/')).headers['content-security-policy'])
  assert.match(
    policy,
    /default-src 'none'; script-src 'self' https:\/\/js\.stripe\.com https:\/\/\*\.js\.stripe\.com; style-src 'self';/,
  )
  assert.match(policy, /connect-src 'self' https:\/\/api\.stripe\.com http:\/\/127\.0\.0\.1:3010;/)
  assert.doesNotMatch(policy, /unsafe| \*[ ;]/)
  assert.equal((await shop.app.inject('/')).headers['strict-transport-security'], undefined)
})

test('redirects, lost pages and bugs are answered as such, and a bug keeps its secret', async (t) => {
  const { shop } = await openPages(t)
  const old = await shop.app.inject('/old')
  assert.deepEqual([old.statusCode, old.headers.location], [301, '/new'])
  assert.equal((await shop.app.inject('/lost')).statusCode, 404)
  const broken = await shop.app.inject('/throws')
  assert.deepEqual(
    [broken.statusCode, broken.body.includes('secret'), broken.headers['content-type']],
    [500, false, 'text/html; charset=utf-8'],
  )
  assert.equal((await shop.app.inject('/api/nothing')).json<{ code: string }>().code, 'no-such-address')
})

test('the storefront’s files may be kept for ever, and come compressed', async (t) => {
  const { shop } = await openPages(t)
  const reply = await shop.app.inject({ url: '/assets/app-1.js', headers: { 'accept-encoding': 'gzip, br' } })
  assert.deepEqual(
    [reply.body, reply.headers['content-encoding'], reply.headers['cache-control']],
    ['br', 'br', 'public, max-age=31536000, immutable'],
  )
  assert.equal((await shop.app.inject('/assets/app-1.js')).body, 'plain')
  assert.equal(
    (await shop.app.inject('/assets/../server/entry-server.js')).statusCode,
    200,
    'normalised to a page before it is looked up',
  )
  assert.equal((await shop.app.inject('/assets/none.js')).statusCode, 404)
})

test('a postcode in the address is remembered for browsers without script', async (t) => {
  const { shop } = await openPages(t)
  const reply = await shop.app.inject('/p/coral-charm?postcode=3067')
  assert.equal(reply.headers['set-cookie'], 'postcode=3067; Path=/; Max-Age=31536000; SameSite=Lax')
  assert.equal((await shop.app.inject('/p/coral-charm?postcode=30%0d67')).headers['set-cookie'], undefined)
})

test('robots, sitemap and the mark', async (t) => {
  const { shop } = await openPages(t, { PUBLIC_URL: 'https://flora.example' })
  const robots = (await shop.app.inject('/robots.txt')).body
  for (const line of [
    'Disallow: /cart',
    'Disallow: /checkout',
    'Disallow: /order',
    'Disallow: /api',
    'Sitemap: https://flora.example/sitemap.xml',
  ])
    assert.ok(robots.includes(line), line)
  const sitemap = (await shop.app.inject('/sitemap.xml')).body
  for (const path of ['/', '/p/coral-charm', '/collections/spring-list', '/occasions/birthday'])
    assert.ok(sitemap.includes(`<loc>https://flora.example${path}</loc>`), path)
  const mark = await shop.app.inject('/favicon.svg')
  assert.deepEqual([mark.headers['content-type'], mark.body.startsWith('<svg')], ['image/svg+xml', true])
})
