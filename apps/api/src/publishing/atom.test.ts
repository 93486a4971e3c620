import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { DemoContent } from '@flora/demo-shop/shape.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { smallShop } from '../../test/small-shop.ts'
import { type Element, readXml } from '../../test/read-xml.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { fillWithDemo } from '../demo/index.ts'
import { pageRoutes } from './index.ts'

const origin = 'https://flora.example'
const evil = '</title>]]><script>alert(1)</script>&"\''

const piece = (slug: string, publishedDaysAgo: number, more: Partial<DemoContent> = {}): DemoContent => ({
  slug,
  kind: 'journal',
  title: `About ${slug}`,
  summary: 'In short.',
  markdown: 'See [roses](/p/rose).\n\n![Roses](/pictures/abcdef0123-800.webp)',
  tint: 'sage',
  publishedDaysAgo,
  author: 'Ada Marsh',
  tags: [{ slug: 'peonies', label: 'Peonies' }],
  ...more,
})

async function openPages(t: TestContext, content: readonly DemoContent[]): Promise<TestShop> {
  const shop = await openShop({
    now: '2026-11-20T09:00:00+11:00',
    environment: { PUBLIC_URL: origin },
    routes: (app, world) =>
      pageRoutes(app, world, {
        assets: new Map(),
        render: async () => ({ status: 404, html: '', shared: true }),
      }),
  })
  t.after(shop.close)
  await fillWithDemo(shop, { ...smallShop, content })
  return shop
}

const named = (element: Element, name: string): Element[] => element.children.filter((child) => child.name === name)
const textOf = (element: Element, name: string): string => named(element, name)[0]?.text ?? ''

async function readFeed(shop: TestShop): Promise<Element> {
  const reply = await shop.app.inject('/journal/feed.xml')
  assert.equal(reply.headers['content-type'], 'application/atom+xml; charset=utf-8')
  return readXml(reply.body)
}

test('the feed is Atom with everything a reader needs, newest first, and every address in full', async (t) => {
  const shop = await openPages(t, [
    piece('old', 9, { changedDaysAgo: 2 }),
    piece('new', 1, { kind: 'care', author: '' }),
    piece('tomorrow', -1),
    piece('about', 3, { kind: 'page' }),
  ])
  const feed = await readFeed(shop)
  assert.deepEqual([feed.name, feed.attributes['xmlns']], ['feed', 'http://www.w3.org/2005/Atom'])
  assert.deepEqual(
    ['id', 'title', 'updated'].map((name) => textOf(feed, name)),
    [`${origin}/journal`, 'Flora: the journal', '2026-11-18T22:00:00Z'],
  )
  assert.deepEqual(
    named(feed, 'link').map(({ attributes: { rel, href } }) => `${rel} ${href}`),
    [`alternate ${origin}/journal`, `self ${origin}/journal/feed.xml`],
  )
  const entries = named(feed, 'entry')
  assert.deepEqual(
    entries.map((entry) => [
      textOf(entry, 'id'),
      textOf(entry, 'title'),
      named(entry, 'link')[0]?.attributes['href'],
      textOf(entry, 'published'),
      textOf(entry, 'updated'),
      named(entry, 'author').map((author) => textOf(author, 'name')),
    ]),
    [
      [
        'tag:flora.example,2026:cnt_new',
        'About new',
        `${origin}/journal/new`,
        '2026-11-18T22:00:00Z',
        '2026-11-18T22:00:00Z',
        [],
      ],
      [
        'tag:flora.example,2026:cnt_old',
        'About old',
        `${origin}/journal/old`,
        '2026-11-10T22:00:00Z',
        '2026-11-17T22:00:00Z',
        ['Ada Marsh'],
      ],
    ],
  )
  const html = textOf(entries[0]!, 'content')
  assert.equal(named(entries[0]!, 'content')[0]?.attributes['type'], 'html')
  const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address!)
  assert.deepEqual(addresses, [`${origin}/p/rose`, `${origin}/pictures/abcdef0123-800.webp`])
})

test('nothing that staff write ends an element of the feed, and what XML cannot say is left out', async (t) => {
  const shop = await openPages(t, [piece('evil', 1)])
  // Such a character passes no form of ours; a database filled by hand may hold it.
  const unspeakable = `${evil}\u0001\uFFFE`
  await rows(
    shop.db,
    sql`update content set title = ${unspeakable}, summary = ${unspeakable}, author = ${unspeakable}, markdown = ${unspeakable}, tags = array[${unspeakable}]::text[]`,
  )
  const [entry] = named(await readFeed(shop), 'entry')
  assert.deepEqual(
    [textOf(entry!, 'title'), textOf(entry!, 'summary'), textOf(named(entry!, 'author')[0]!, 'name')],
    [evil, evil, evil],
  )
  assert.equal(named(entry!, 'category')[0]?.attributes['term'], evil)
  assert.doesNotMatch(textOf(entry!, 'content'), /<script/)
})

test('a shop that has written nothing has a feed all the same', async (t) => {
  const feed = await readFeed(await openPages(t, []))
  assert.deepEqual([named(feed, 'entry').length, named(feed, 'updated').length], [0, 1])
})

test('the sitemap says when each piece last changed, and the journal with its latest', async (t) => {
  const shop = await openPages(t, [
    piece('old', 9, { changedDaysAgo: 2 }),
    piece('new', 3),
    piece('tomorrow', -1),
    piece('delivery-and-fees', 40, { kind: 'page' }),
  ])
  const map = readXml((await shop.app.inject('/sitemap.xml')).body)
  const known = new Map(named(map, 'url').map((url) => [textOf(url, 'loc'), textOf(url, 'lastmod')]))
  assert.equal(known.size, named(map, 'url').length, 'each address once')
  for (const [path, last] of [
    ['/journal/old', '2026-11-17T22:00:00Z'],
    ['/journal/new', '2026-11-16T22:00:00Z'],
    ['/journal', '2026-11-17T22:00:00Z'],
    ['/pages/delivery-and-fees', '2026-10-10T22:00:00Z'],
    ['/flowers', ''],
    ['/journal/tomorrow', undefined],
  ] as const)
    assert.equal(known.get(origin + path), last, path)
})
