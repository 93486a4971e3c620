import type { ContentCard } from '@flora/contract/content.ts'

/** The one address of a piece, as a path. */
export function pieceAddress({ kind, slug }: Pick<ContentCard, 'kind' | 'slug'>): string {
  return kind === 'page' ? `/pages/${slug}` : `/journal/${slug}`
}
