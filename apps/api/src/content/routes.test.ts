import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { Content, ContentList } from '@flora/contract/content.ts'
import type { DemoContent } from '@flora/demo-shop/shape.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { smallShop } from '../../test/small-shop.ts'
import { fillWithDemo } from '../demo/index.ts'
import { contentRoutes } from './routes.ts'

type Parts = Partial<DemoContent> & { readonly words?: readonly string[] }

const piece = (slug: string, publishedDaysAgo: number, { words = [], ...more }: Parts = {}): DemoContent => ({
  slug,
  kind: 'journal',
  title: slug,
  summary: 'About it.',
  markdown: '# Cut\n\nCut **low**.',
  tint: 'sage',
  publishedDaysAgo,
  products: ['peace-lily', 'gone', 'coral-charm'],
  drawing: { recipe: [{ stem: 'rose', count: 3 }] },
  alt: 'Three roses.',
  tags: words.map((label) => ({ slug: label.toLowerCase(), label })),
  author: 'Ada Marsh',
  ...more,
})

async function openJournal(t: TestContext, content: readonly DemoContent[]): Promise<TestShop> {
  const shop = await openShop({ now: '2026-11-20T09:00:00+11:00', routes: contentRoutes })
  t.after(shop.close)
  await fillWithDemo(shop, { ...smallShop, content })
  return shop
}

const list = async (shop: TestShop, query = ''): Promise<ContentList> =>
  ContentList.parse((await shop.app.inject(`/api/content${query}`)).json())
const slugsOf = ({ items }: Pick<ContentList, 'items'>): string[] => items.map(({ slug }) => slug)

test('shows what is published, newest first, and nothing before its instant', async (t) => {
  const shop = await openJournal(t, [
    piece('old', 30),
    piece('new', 1, { changedDaysAgo: 0 }),
    piece('tomorrow', -1),
    piece('about', 5, { kind: 'page' }),
    piece('feeding', 3, { kind: 'care' }),
  ])
  assert.deepEqual(slugsOf(await list(shop)), ['new', 'feeding', 'about', 'old'])
  assert.deepEqual(slugsOf(await list(shop, '?kind=page')), ['about'])
  assert.deepEqual(slugsOf(await list(shop, '?kind=journal,care')), ['new', 'feeding', 'old'])

  const shown = Content.parse((await shop.app.inject('/api/content/new')).json())
  assert.deepEqual(
    [shown.publishedDay, shown.changedDay, shown.minutes, shown.author, shown.html],
    ['2026-11-19', '2026-11-20', 1, 'Ada Marsh', '<h2>Cut</h2>\n<p>Cut <strong>low</strong>.</p>\n'],
  )
  assert.equal(shown.picture?.alt, 'Three roses.')
  for (const slug of ['tomorrow', 'never']) {
    const reply = await shop.app.inject(`/api/content/${slug}`)
    assert.deepEqual([reply.statusCode, reply.json<{ code: string }>().code], [404, 'content-not-found'])
  }
})

test('speaks of products as they are sold today, in the author’s order, each with its price', async (t) => {
  const shop = await openJournal(t, [piece('one', 1)])
  const { products } = Content.parse((await shop.app.inject('/api/content/one')).json())
  assert.deepEqual(
    products.map(({ slug, from, hasSizes, soldOut }) => [slug, from.minor, hasSizes, soldOut]),
    [
      ['peace-lily', 4_800, false, false],
      ['coral-charm', 6_500, true, false],
    ],
  )
})

test('a tag leads to its pieces, and every tag is counted', async (t) => {
  const shop = await openJournal(t, [
    piece('a', 1, { words: ['Peonies', 'Spring'] }),
    piece('b', 2, { words: ['Peonies'] }),
    piece('c', 3, { kind: 'care', words: ['Plants'] }),
    piece('d', -3, { words: ['Secret'] }),
    piece('e', 4, { kind: 'page', words: ['Peonies'] }),
  ])
  assert.deepEqual(slugsOf(await list(shop, '?tag=peonies&kind=journal,care')), ['a', 'b'])
  const { tags } = await list(shop, '?kind=journal,care&tag=plants')
  assert.deepEqual(
    tags.map(({ slug, label, count }) => `${slug} ${label} ${count}`),
    ['peonies Peonies 2', 'plants Plants 1', 'spring Spring 1'],
  )
  const none = await list(shop, '?tag=secret')
  assert.deepEqual([none.items, none.total, none.pages], [[], 0, 0])
})

test('a long journal comes a page at a time, and each piece stands on one page', async (t) => {
  const shop = await openJournal(
    t,
    Array.from({ length: 26 }, (_, nth) => piece(`piece-${String(nth).padStart(2, '0')}`, nth < 20 ? 1 : nth)),
  )
  const pages = await Promise.all([1, 2, 3, 4].map((page) => list(shop, `?page=${page}`)))
  assert.deepEqual(
    pages.map(({ items, total, page, pages: all }) => [items.length, total, page, all]),
    [
      [12, 26, 1, 3],
      [12, 26, 2, 3],
      [2, 26, 3, 3],
      [0, 26, 4, 3],
    ],
  )
  assert.equal(new Set(pages.flatMap(slugsOf)).size, 26)
  for (const query of ['?page=0', '?page=x', '?kind=letters', '?tag=A_b'])
    assert.equal((await shop.app.inject(`/api/content${query}`)).statusCode, 422, query)
})

test('what to read next shares most tags, then its own kind, then is newest; pages stand apart', async (t) => {
  const shop = await openJournal(t, [
    piece('read', 10, { words: ['Peonies', 'Spring'] }),
    piece('both', 40, { words: ['Spring', 'Peonies'] }),
    piece('one', 30, { words: ['Peonies'] }),
    piece('guide', 1, { kind: 'care' }),
    piece('newest', 2),
    piece('about', 3, { kind: 'page', words: ['Peonies', 'Spring'] }),
  ])
  const related = async (slug: string) =>
    slugsOf({ items: Content.parse((await shop.app.inject(`/api/content/${slug}`)).json()).related })
  assert.deepEqual(await related('read'), ['both', 'one', 'newest', 'guide'])
  assert.deepEqual(await related('guide'), ['newest', 'read', 'one', 'both'])
  assert.deepEqual(await related('about'), [])
})
