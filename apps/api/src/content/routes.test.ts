import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Content, ContentCard } from '@flora/contract/content.ts'
import type { DemoContent } from '@flora/demo-shop/shape.ts'
import { openShop } from '../../test/open-shop.ts'
import { smallShop } from '../../test/small-shop.ts'
import { fillWithDemo } from '../demo/index.ts'
import { contentRoutes } from './routes.ts'

const piece = (slug: string, publishedDaysAgo: number, kind: DemoContent['kind'] = 'journal'): DemoContent => ({
  slug,
  kind,
  title: slug,
  summary: 'About it.',
  markdown: '# Cut\n\nCut **low**.',
  tint: 'sage',
  publishedDaysAgo,
  products: ['peace-lily', 'gone'],
  drawing: { recipe: [{ stem: 'rose', count: 3 }] },
  alt: 'Three roses.',
})

test('shows what is published, newest first, and nothing before its day', async (t) => {
  const shop = await openShop({ now: '2026-11-20T09:00:00+11:00', routes: contentRoutes })
  t.after(shop.close)
  await fillWithDemo(shop, {
    ...smallShop,
    content: [piece('old', 30), piece('new', 1), piece('tomorrow', -1), piece('about', 5, 'page')],
  })
  const list = async (query = ''): Promise<string[]> => {
    const reply = await shop.app.inject(`/api/content${query}`)
    return reply.json<unknown[]>().map((card) => ContentCard.parse(card).slug)
  }
  assert.deepEqual(await list(), ['new', 'about', 'old'])
  assert.deepEqual(await list('?kind=page'), ['about'])

  const shown = Content.parse((await shop.app.inject('/api/content/new')).json())
  assert.deepEqual(
    [shown.publishedDay, shown.minutes, shown.html, shown.products],
    ['2026-11-19', 1, '<h2>Cut</h2>\n<p>Cut <strong>low</strong>.</p>\n', [{ slug: 'peace-lily', name: 'Peace lily' }]],
  )
  assert.equal(shown.picture?.alt, 'Three roses.')
  for (const slug of ['tomorrow', 'never']) {
    const reply = await shop.app.inject(`/api/content/${slug}`)
    assert.deepEqual([reply.statusCode, reply.json<{ code: string }>().code], [404, 'content-not-found'])
  }
})
