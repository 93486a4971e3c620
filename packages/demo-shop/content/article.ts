import type { Tint } from '@flora/contract/catalog.ts'
import { markdown, sentence } from '../prose.ts'
import type { Recipe } from '../product.ts'
import type { DemoContent, Drawing } from '../shape.ts'
import { stems } from '../stems.ts'

/** An article as its author writes it; its picture names the bench's stems, as products do. */
export interface ArticleDraft {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly tint: Tint
  readonly author?: string
  /** Words it has in common with others: 'Peonies'. */
  readonly tags?: readonly string[]
  readonly publishedDaysAgo: number
  readonly changedDaysAgo?: number
  readonly products?: readonly string[]
  readonly picture?: Drawing & { readonly recipe: Recipe }
  readonly alt?: string
  readonly text: string
}

export function articles(kind: DemoContent['kind'], drafts: readonly ArticleDraft[]): readonly DemoContent[] {
  return drafts.map(({ text, picture, tags = [], ...draft }) => ({
    ...draft,
    kind,
    summary: sentence(draft.summary),
    markdown: markdown(text),
    tags: tags.map((label) => ({ slug: label.toLowerCase().replaceAll(' ', '-'), label })),
    ...(picture ? { drawing: { ...picture, background: 'none', recipe: linesOf(picture.recipe) } } : {}),
  }))
}

const stemsByKey = new Map(stems.map((stem) => [stem.key, stem]))

/** Articles are not sold, so their pictures go to the illustrator as species and colours. */
function linesOf(recipe: Recipe): { stem: string; colour?: string; count: number }[] {
  return Object.entries(recipe).map(([key, count]) => {
    const stem = stemsByKey.get(key)
    if (!stem) throw new Error(`No stem is called ${key}.`)
    return { stem: stem.species, ...(stem.colour ? { colour: stem.colour } : {}), count }
  })
}
