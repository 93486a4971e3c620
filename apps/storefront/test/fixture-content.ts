import { type Content, type ContentCard, type ContentList, contentPageSize } from '@flora/contract/content.ts'
import { tiles } from './fixture-catalog.ts'

const tag = (label: string) => ({ slug: label.toLowerCase().replaceAll(' ', '-'), label })

type EntryParts = readonly [slug: string, title: string, summary: string, day: Content['publishedDay'], minutes: number]

const entry = ([slug, title, summary, publishedDay, minutes]: EntryParts, ...tags: readonly string[]): Content => ({
  slug,
  kind: 'journal',
  title,
  summary,
  author: 'Ada Marsh',
  publishedDay,
  publishedAt: `${publishedDay}T00:00:00Z`,
  changedDay: publishedDay,
  changedAt: `${publishedDay}T00:00:00Z`,
  minutes,
  tint: 'blush',
  picture: { id: 'fitzroy-blush', alt: 'A bouquet, close' },
  tags: tags.map(tag),
  html: '<p>A peony is cut in bud because an open one bruises on the way to market.</p><h2>Squeeze it first</h2><p>Hold the bud between finger and thumb.</p><ol><li>Wipe the bud.</li><li>Cut two centimetres off the stem.</li></ol><blockquote><p>Don’t peel the petals.</p></blockquote>',
  products: tiles.filter(({ slug }) => slug === 'fitzroy-blush' || slug === 'dozen-red'),
  related: [],
})

const page = (slug: string, title: string): Content => ({
  ...entry([slug, title, 'In short.', '2026-09-01', 2]),
  kind: 'page',
  author: '',
  tint: 'sage',
  changedDay: '2026-10-05',
  changedAt: '2026-10-04T22:00:00Z',
  html: '<p>We write plainly.</p>',
  products: [],
})

const { picture: _picture, ...plain } = page('terms', 'Terms')

const written: readonly Content[] = [
  entry(
    ['open-a-peony', 'How to open a peony that won’t', 'Warm water, a clean cut and a bit of nerve.', '2026-11-12', 5],
    'Peonies',
    'At home',
  ),
  entry(
    ['someone-grieving', 'Flowers for someone grieving', 'What to send, and what to leave off.', '2026-11-04', 3],
    'Cards',
  ),
  entry(['cats-and-lilies', 'Cats and lilies: the short version', 'Don’t. Send these.', '2026-10-27', 4], 'Pets'),
  entry(['a-morning-in-monbulk', 'A morning in Monbulk', 'Three rows of peonies.', '2026-10-19', 6], 'Peonies'),
  // Enough for a second page.
  ...Array.from({ length: 10 }, (_, nth) =>
    entry([`week-${nth + 1}`, `Week ${nth + 1} at the bench`, 'What came in.', `2026-08-${10 + nth}`, 2], 'The bench'),
  ).toReversed(),
  page('about', 'Who we are'),
  plain,
  page('privacy', 'Privacy'),
  page('delivery-and-fees', 'Delivery and fees'),
  page('something-not-right', 'If something isn’t right'),
  {
    ...page('caring-for-cut-flowers', 'Caring for cut flowers'),
    kind: 'care',
    author: 'Tess Vale',
    tags: [tag('At home')],
  },
]

export const contents: readonly Content[] = written.map((one) =>
  one.kind === 'page' ? one : { ...one, related: readAfter(one) },
)

/** Where pieces once were. */
const oldSlugs: Readonly<Record<string, string>> = { 'opening-peonies': 'open-a-peony', 'who-we-are': 'about' }

export function pieceFor(slug: string): Content | undefined {
  return contents.find((one) => one.slug === (oldSlugs[slug] ?? slug))
}

export function listContents(search: URLSearchParams): ContentList {
  const kinds = search.get('kind')?.split(',')
  const number = Number(search.get('page') ?? 1)
  const all = contents.filter((one) => !kinds || kinds.includes(one.kind))
  const wanted = search.get('tag')
  const found = all.filter((one) => wanted === null || one.tags.some(({ slug }) => slug === wanted))
  const counts = new Map<string, number>()
  for (const { slug } of all.flatMap(({ tags }) => tags)) counts.set(slug, (counts.get(slug) ?? 0) + 1)
  const labels = new Map(all.flatMap(({ tags }) => tags.map(({ slug, label }) => [slug, label])))
  return {
    items: found.slice((number - 1) * contentPageSize, number * contentPageSize).map(toCard),
    total: found.length,
    page: number,
    pages: Math.ceil(found.length / contentPageSize),
    tags: Array.from(counts, ([slug, count]) => ({ slug, label: labels.get(slug)!, count })),
  }
}

function readAfter(piece: Content): ContentCard[] {
  return written
    .filter((one) => one.kind !== 'page' && one !== piece)
    .slice(0, 4)
    .map(toCard)
}

function toCard(content: Content): ContentCard {
  const { html: _h, products: _p, related: _r, publishedAt: _a, changedAt: _c, changedDay: _d, ...card } = content
  return card
}
