import { couldBeSlug } from '../../words/could-be-slug.ts'

/** Everything the journal's address may say. */
export interface JournalQuery {
  readonly tag?: string
  readonly page: number
}

/** Reads an address generously: people edit by hand. */
export function readJournalQuery(search: URLSearchParams): JournalQuery {
  const tag = search.get('tag')?.trim().toLowerCase()
  const page = search.get('page')?.trim() ?? ''
  return {
    ...(tag && couldBeSlug(tag) && { tag }),
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  }
}

/** The one address of a part of the journal. */
export function journalAddress({ tag, page = 1 }: { readonly tag?: string; readonly page?: number }): string {
  const parts = [...(tag === undefined ? [] : [`tag=${tag}`]), ...(page > 1 ? [`page=${page}`] : [])]
  return parts.length === 0 ? '/journal' : `/journal?${parts.join('&')}`
}

interface CountedTag {
  readonly slug: string
  readonly label: string
  readonly count: number
}

/** Tags of several lists as one, the most used first. */
export function allTags(...lists: readonly (readonly CountedTag[])[]): CountedTag[] {
  const bySlug = new Map<string, CountedTag>()
  for (const tag of lists.flat()) {
    const before = bySlug.get(tag.slug)
    bySlug.set(tag.slug, before ? { ...before, count: before.count + tag.count } : tag)
  }
  return [...bySlug.values()].toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}
