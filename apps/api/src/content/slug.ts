// A part of the address space that means something else.
const reserved = new Set(['drafts'])
// Leaves room for a number behind it within a slug's 80.
const longest = 72

/** Words as a part of an address: 'Mother’s Day & after' is 'mothers-day-and-after'. May be empty. */
export function slugOf(words: string): string {
  const letters = words
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’‘]/g, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
  const slug = letters.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  if (slug.length <= longest) return slug
  const cut = slug.slice(0, longest + 1)
  // Not in the middle of a word, unless that is all there is.
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, longest)
}

/** The slug of a piece's title; a title without a letter of ours gets a plain one. */
export function slugOfTitle(title: string): string {
  return slugOf(title) || 'piece'
}

/** The first of 'peonies', 'peonies-2', 'peonies-3' … that is not taken. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  for (let nth = 1; ; nth += 1) {
    const slug = nth === 1 ? wanted : `${wanted}-${nth}`
    if (!taken.has(slug) && !isReserved(slug)) return slug
  }
}

export function isReserved(slug: string): boolean {
  return reserved.has(slug)
}

/** Tags with their slugs, each once: of two that share a slug the first stays. */
export function tagsOf(labels: readonly string[]): { slug: string; label: string }[] {
  const bySlug = new Map<string, string>()
  for (const label of labels) {
    const slug = slugOf(label)
    if (!bySlug.has(slug)) bySlug.set(slug, label)
  }
  return Array.from(bySlug, ([slug, label]) => ({ slug, label }))
}
