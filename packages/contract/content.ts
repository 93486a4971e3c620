import { z } from 'zod'
import { Picture, Tint } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { ShopDay, Slug } from './text.ts'

export const ContentKind = z.enum(['journal', 'care', 'page'])
export type ContentKind = z.output<typeof ContentKind>

export const ContentCard = z.strictObject({
  slug: Slug,
  kind: ContentKind,
  title: z.string(),
  summary: z.string(),
  publishedDay: ShopDay,
  minutes: z.int(),
  tint: Tint,
  picture: Picture.optional(),
})
export type ContentCard = z.output<typeof ContentCard>

export const Content = ContentCard.extend({
  /** Safe HTML, made from Markdown by the server. */
  html: z.string(),
  products: z.array(z.strictObject({ slug: Slug, name: z.string() })),
})
export type Content = z.output<typeof Content>

export const content = {
  listContent: endpoint({
    method: 'GET',
    path: '/content',
    summary: 'What the shop has published, newest first.',
    query: z.strictObject({ kind: ContentKind.optional() }),
    reply: z.array(ContentCard),
    limit: 'reads',
  }),
  showContent: endpoint({
    method: 'GET',
    path: '/content/:slug',
    summary: 'One article, care guide or page.',
    params: z.strictObject({ slug: Slug }),
    reply: Content,
    limit: 'reads',
    refusals: ['content-not-found'],
  }),
}
