import { z } from 'zod'
import { Picture, Tile, Tint } from './catalog.ts'
import { ContentKind, Tag } from './content-kinds.ts'
import { ContentChange, ContentState, Draft, DraftList, NewDraft } from './drafts.ts'
import { endpoint } from './endpoint.ts'
import { ContentId } from './ids.ts'
import { ClockTime, Instant, ShopDay, Slug, typed } from './text.ts'

export { ContentKind, Tag } from './content-kinds.ts'
export {
  ContentChange,
  type ContentPermissions,
  ContentState,
  Draft,
  DraftCard,
  DraftList,
  NewDraft,
} from './drafts.ts'

export const ContentCard = z.strictObject({
  slug: Slug,
  kind: ContentKind,
  title: z.string(),
  summary: z.string(),
  author: z.string(),
  publishedDay: ShopDay,
  minutes: z.int(),
  tint: Tint,
  picture: Picture.optional(),
  tags: z.array(Tag),
})
export type ContentCard = z.output<typeof ContentCard>

export const Content = ContentCard.extend({
  publishedAt: Instant,
  /** When its words last changed after they were published. */
  changedAt: Instant,
  changedDay: ShopDay,
  /** Safe HTML, made from Markdown by the server. */
  html: z.string(),
  /** What it speaks of and is sold today. */
  products: z.array(Tile),
  /** What to read next; a page has none. */
  related: z.array(ContentCard),
})
export type Content = z.output<typeof Content>

/** Pieces on one page of a list. */
export const contentPageSize = 12

export const ContentList = z.strictObject({
  items: z.array(ContentCard),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  /** Every tag of these kinds with the number of its pieces, the most used first. */
  tags: z.array(Tag.extend({ count: z.int() })),
})
export type ContentList = z.output<typeof ContentList>

const pageNumber = z
  .string()
  .regex(/^\d{1,4}$/, 'Please give a whole number of at most four digits.')
  .transform(Number)
  .pipe(z.int().min(1))

const kinds = z
  .string()
  .max(40)
  .transform((text) => [...new Set(text.split(','))].toSorted())
  .pipe(z.array(ContentKind))

const version = z.int().min(1).max(1_000_000)
const byId = z.strictObject({ id: ContentId })
// One address has one name for its part: read it is a slug, changed it is an id.
const pieceById = z.strictObject({ piece: ContentId })
const byWriters = { who: { may: 'content/write' } } as const
const byPublishers = { who: { may: 'content/publish' }, limit: 'writes' } as const

export const content = {
  listContent: endpoint({
    method: 'GET',
    path: '/content',
    summary: 'What the shop has published, newest first, a page at a time.',
    query: z.strictObject({
      /** Several with commas between them; all when absent. */
      kind: kinds.optional(),
      tag: Slug.optional(),
      page: pageNumber.optional(),
    }),
    reply: ContentList,
    who: 'anyone',
    limit: 'reads',
  }),
  listDrafts: endpoint({
    ...byWriters,
    method: 'GET',
    path: '/content/drafts',
    summary: 'Every piece in every state, the last changed first, a page at a time.',
    query: z.strictObject({
      q: typed(80).optional(),
      state: ContentState.optional(),
      kind: ContentKind.optional(),
      by: z.literal('me').optional(),
      page: pageNumber.optional(),
    }),
    reply: DraftList,
    limit: 'reads',
  }),
  showDraft: endpoint({
    ...byWriters,
    method: 'GET',
    path: '/content/drafts/:id',
    summary: 'One piece with its Markdown, its history and what the caller may do with it.',
    params: byId,
    reply: Draft,
    limit: 'reads',
    refusals: ['content-not-found'],
  }),
  showContent: endpoint({
    method: 'GET',
    path: '/content/:piece',
    summary: 'One article, care guide or page by its slug. One it once had answers too; `slug` is the one it has now.',
    params: z.strictObject({ piece: Slug }),
    reply: Content,
    who: 'anyone',
    limit: 'reads',
    refusals: ['content-not-found'],
  }),
  previewContent: endpoint({
    ...byWriters,
    method: 'POST',
    path: '/content/preview',
    summary: 'How Markdown will look, as safe HTML. Keeps nothing.',
    body: z.strictObject({ markdown: NewDraft.shape.markdown.unwrap() }),
    reply: Draft.pick({ html: true, minutes: true }),
    limit: 'reads',
  }),
  createDraft: endpoint({
    ...byWriters,
    method: 'POST',
    path: '/content',
    summary: 'Begins a draft, which nobody but staff sees.',
    body: NewDraft,
    reply: Draft,
    status: 201,
    limit: 'writes',
    refusals: ['slug-taken', 'picture-unknown', 'product-unknown'],
  }),
  editContent: endpoint({
    ...byWriters,
    method: 'PATCH',
    path: '/content/:piece',
    summary: 'Changes parts of a piece. Refuses with both versions when somebody else changed it meanwhile.',
    params: pieceById,
    body: ContentChange.extend({ version }),
    reply: Draft,
    limit: 'writes',
    refusals: [
      'content-not-found',
      'changed-meanwhile',
      'content-not-complete',
      'slug-taken',
      'picture-unknown',
      'product-unknown',
    ],
  }),
  publishContent: endpoint({
    ...byPublishers,
    method: 'POST',
    path: '/content/:id/publish',
    summary: 'Publishes a piece now, or from a time on the shop’s clock.',
    params: byId,
    body: z.strictObject({ version, at: z.strictObject({ day: ShopDay, time: ClockTime }).optional() }),
    reply: Draft,
    refusals: ['content-not-found', 'changed-meanwhile', 'content-not-complete', 'content-not-publishable'],
  }),
  archiveContent: endpoint({
    ...byPublishers,
    method: 'POST',
    path: '/content/:id/archive',
    summary: 'Takes a piece off the site. One that nobody has seen yet becomes a draft again.',
    params: byId,
    reply: Draft,
    refusals: ['content-not-found', 'content-not-archivable'],
  }),
  deleteContent: endpoint({
    ...byWriters,
    method: 'DELETE',
    path: '/content/:piece',
    summary: 'Deletes a draft or an archived piece; its addresses are free again.',
    params: pieceById,
    reply: z.strictObject({ message: z.string() }),
    limit: 'writes',
    refusals: ['content-not-found', 'content-not-deletable'],
  }),
}
