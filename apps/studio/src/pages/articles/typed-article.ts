import type { ContentChange, Draft } from '@flora/contract/drafts.ts'
import { pictureBody, type TypedPicture, typedPicture } from '../product/typed-product.ts'

/** A piece as it stands in the fields. */
export interface TypedArticle {
  readonly kind: Draft['kind']
  readonly title: string
  readonly slug: string
  readonly summary: string
  readonly markdown: string
  readonly author: string
  readonly tint: Draft['tint']
  /** With commas between. */
  readonly tags: string
  /** Addresses of products, in order. */
  readonly products: readonly string[]
  readonly picture: TypedPicture | undefined
}

export const articleParts: Readonly<Record<keyof TypedArticle, string>> = {
  kind: 'kind',
  title: 'title',
  slug: 'address',
  summary: 'summary',
  markdown: 'text',
  author: 'author',
  tint: 'ground of its picture',
  tags: 'tags',
  products: 'products',
  picture: 'picture',
}
const parts = Object.keys(articleParts) as (keyof TypedArticle)[]

export function typedArticle(draft: Draft): TypedArticle {
  const { kind, title, slug, summary, markdown, author, tint, tags, products, picture } = draft
  return {
    kind,
    title,
    slug,
    summary,
    markdown,
    author,
    tint,
    tags: tags.map(({ label }) => label).join(', '),
    products,
    picture: picture && typedPicture(picture),
  }
}

/** Which parts are not as they are saved. */
export function changedArticleParts(typed: TypedArticle, saved: TypedArticle): (keyof TypedArticle)[] {
  return parts.filter((part) => JSON.stringify(typed[part]) !== JSON.stringify(saved[part]))
}

/** The changed parts as the shop takes them. */
export function articleBody(typed: TypedArticle, saved: TypedArticle): ContentChange {
  const whole: Record<keyof TypedArticle, unknown> = {
    ...typed,
    slug: typed.slug.trim() === '' ? null : typed.slug.trim(),
    tags: typed.tags
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    picture: typed.picture === undefined ? null : pictureBody(typed.picture, saved.picture ? [saved.picture] : []),
  }
  return Object.fromEntries(changedArticleParts(typed, saved).map((part) => [part, whole[part]])) as ContentChange
}
