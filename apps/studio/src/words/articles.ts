import type { ContentKind, ContentState } from '@flora/contract/content.ts'

export const articleKinds: Readonly<Record<ContentKind, string>> = {
  journal: 'Journal',
  care: 'Care guide',
  page: 'Page',
}

export const articleStates: Readonly<Record<ContentState, { readonly mark: string; readonly word: string }>> = {
  draft: { mark: 'pending', word: 'Draft' },
  scheduled: { mark: 'confirmed', word: 'Scheduled' },
  published: { mark: 'delivered', word: 'Published' },
  archived: { mark: 'refunded', word: 'Archived' },
}

/** Where shoppers read it. */
export function articleAddress({ kind, slug }: { kind: ContentKind; slug: string }): string {
  return kind === 'page' ? `/pages/${slug}` : `/journal/${slug}`
}
