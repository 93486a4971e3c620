import { z } from 'zod'
import { DeskPicture, Focus } from './catalog-desk.ts'
import { Tint } from './catalog.ts'
import { ContentKind, Tag } from './content-kinds.ts'
import { ContentId, PhotoId } from './ids.ts'
import { Instant, Permission, Slug, typed, typedLines } from './text.ts'

/** `scheduled` is published from an instant that has not come. */
export const ContentState = z.enum(['draft', 'scheduled', 'published', 'archived'])
export type ContentState = z.output<typeof ContentState>

export const ContentPermissions = z.strictObject({
  edit: Permission,
  publish: Permission,
  archive: Permission,
  delete: Permission,
})
export type ContentPermissions = z.output<typeof ContentPermissions>

/** A piece as staff list it, whatever its state. */
export const DraftCard = z.strictObject({
  id: ContentId,
  kind: ContentKind,
  state: ContentState,
  slug: Slug,
  title: z.string(),
  summary: z.string(),
  author: z.string(),
  tags: z.array(Tag),
  createdAt: Instant,
  changedAt: Instant,
  /** Absent for a draft; still to come for a scheduled one. */
  publishedAt: Instant.optional(),
  /** Counts up at each change; a change names the one it was made from. */
  version: z.int(),
  can: ContentPermissions,
})
export type DraftCard = z.output<typeof DraftCard>

export const DraftList = z.strictObject({
  items: z.array(DraftCard),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
})
export type DraftList = z.output<typeof DraftList>

export const contentEventKinds = [
  'created',
  'edited',
  'scheduled',
  'published',
  'appeared',
  'withdrawn',
  'archived',
  'deleted',
] as const

/** A piece as staff edit it. */
export const Draft = DraftCard.extend({
  markdown: z.string(),
  /** How the page will show it. */
  html: z.string(),
  minutes: z.int(),
  tint: Tint,
  picture: DeskPicture.optional(),
  /** Slugs of the products it speaks of. */
  products: z.array(Slug),
  /** Addresses it once had, which lead to it still. */
  oldSlugs: z.array(Slug),
  /** Latest first. */
  events: z.array(
    z.strictObject({
      at: Instant,
      kind: z.enum(contentEventKinds),
      who: z.string(),
      /** Which parts an edit changed. */
      parts: z.array(z.string()).optional(),
    }),
  ),
})
export type Draft = z.output<typeof Draft>

const tabbed = z.string().transform((text) => text.replaceAll('\t', '  '))

const alt = typed(200).pipe(z.string().min(1, 'Please say what the picture shows.'))

// Each sentence says what is wrong with a part that was sent, so none is needed for a part that was not.
const parts = {
  title: typed(120).pipe(z.string().min(1, 'Please give it a title.')),
  summary: typed(240),
  // Some five thousand words; with every other part it stays below the largest body the API takes.
  markdown: tabbed.pipe(typedLines(30_000)),
  tint: Tint,
  tags: z
    .array(typed(30).pipe(z.string().regex(/[a-z0-9]/i, 'A tag needs a letter or a digit.')))
    .max(8, 'Eight tags are enough.'),
  author: typed(80),
  products: z.array(Slug).max(12, 'Twelve products are enough.'),
  picture: z
    .union([
      z.strictObject({ id: z.string().regex(/^[0-9a-z-]{8,64}$/, 'Please choose one of the shop’s pictures.'), alt }),
      /** A photo that was uploaded, cropped about a point. */
      z.strictObject({ photoId: PhotoId, focus: Focus, alt }),
    ])
    .nullable(),
}
const ownSlug = Slug.min(2)

export const NewDraft = z.strictObject({
  kind: ContentKind,
  title: parts.title,
  /** Made from the title when absent. */
  slug: ownSlug.optional(),
  summary: parts.summary.optional(),
  markdown: parts.markdown.optional(),
  tint: parts.tint.optional(),
  tags: parts.tags.optional(),
  /** Whoever writes it, when absent. */
  author: parts.author.optional(),
  products: parts.products.optional(),
  picture: parts.picture.optional(),
})
export type NewDraft = z.output<typeof NewDraft>

/** What is left out stays as it is. */
export const ContentChange = NewDraft.partial().extend({
  /** null makes it from the title again. */
  slug: ownSlug.nullable().optional(),
})
export type ContentChange = z.output<typeof ContentChange>
