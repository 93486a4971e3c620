import type { Content, ContentCard } from '@flora/contract/content.ts'

const entry = (
  slug: string,
  title: string,
  summary: string,
  publishedDay: `${number}-${number}-${number}`,
  minutes: number,
): Content => ({
  slug,
  kind: 'journal',
  title,
  summary,
  publishedDay,
  minutes,
  tint: 'blush',
  picture: { id: 'fitzroy-blush', alt: 'A bouquet, close' },
  html: '<p>A peony is cut in bud because an open one bruises on the way to market.</p><h2>Squeeze it first</h2><p>Hold the bud between finger and thumb.</p><ol><li>Wipe the bud.</li><li>Cut two centimetres off the stem.</li></ol><blockquote><p>Don’t peel the petals.</p></blockquote>',
  products: [{ slug: 'fitzroy-blush', name: 'Fitzroy Blush' }],
})

const page = (slug: string, title: string): Content => ({
  slug,
  kind: 'page',
  title,
  summary: 'In short.',
  publishedDay: '2026-09-01',
  minutes: 2,
  tint: 'sage',
  html: '<p>We write plainly.</p>',
  products: [],
})

export const contents: readonly Content[] = [
  entry(
    'open-a-peony',
    'How to open a peony that won’t',
    'Warm water, a clean cut and a bit of nerve.',
    '2026-11-12',
    5,
  ),
  entry(
    'someone-grieving',
    'Flowers for someone grieving',
    'What to send, when to send it, and what to leave off the card.',
    '2026-11-04',
    3,
  ),
  entry(
    'cats-and-lilies',
    'Cats and lilies: the short version',
    'Don’t. Here is what to send instead.',
    '2026-10-27',
    4,
  ),
  entry('a-morning-in-monbulk', 'A morning in Monbulk', 'Three rows of peonies and one very wet dog.', '2026-10-19', 6),
  page('about', 'Who we are'),
  page('terms', 'Terms'),
  page('privacy', 'Privacy'),
  page('delivery-and-fees', 'Delivery and fees'),
  page('something-not-right', 'If something isn’t right'),
  { ...page('caring-for-cut-flowers', 'Caring for cut flowers'), kind: 'care' },
]

export function cardsFor(kind: string | null): ContentCard[] {
  return contents
    .filter((one) => kind === null || one.kind === kind)
    .map(({ html: _html, products: _products, ...card }) => card)
}
