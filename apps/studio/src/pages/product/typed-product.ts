import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { FacetName, ProductKind, Tint } from '@flora/contract/catalog.ts'
import type { DeskPicture, DeskProduct, DeskVariant, Focus, ProductChange } from '@flora/contract/catalog-desk.ts'
import type { CollectionId, PhotoId, ProductId, StemId, VariantId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'

/** A picture as it stands in the editor. */
export interface TypedPicture {
  /** What is shown of it until it is saved. */
  readonly id: string
  readonly photoId?: PhotoId
  readonly focus?: Focus
  readonly alt: string
}

export interface TypedRecipeStem {
  readonly stemId: StemId
  readonly name: string
  readonly quantity: number | undefined
}

export interface TypedVariant {
  /** Its id, or one of the page's own for a size that is new. */
  readonly key: string
  readonly id?: VariantId
  readonly sku: string
  readonly name: string
  readonly measure: string
  readonly price: Money | undefined
  readonly benchMinutes: number | undefined
  readonly heightCm: number | undefined
  readonly widthCm: number | undefined
  readonly active: boolean
  readonly recipe: readonly TypedRecipeStem[]
}

/** A product as it stands in the fields. */
export interface TypedProduct {
  readonly name: string
  readonly slug: string
  readonly latinName: string
  readonly kind: ProductKind
  readonly tint: Tint
  readonly summary: string
  /** Paragraphs with an empty line between. */
  readonly description: string
  readonly care: readonly { readonly heading: string; readonly text: string }[]
  readonly facts: readonly { readonly term: string; readonly text: string }[]
  readonly seasonMonths: readonly number[]
  readonly leadDays: number | undefined
  readonly stockBy: DeskProduct['stockBy']
  readonly visibleFrom: ShopDay | undefined
  readonly visibleUntil: ShopDay | undefined
  readonly position: number | undefined
  readonly facets: readonly { readonly facet: FacetName; readonly value: string }[]
  readonly collections: readonly CollectionId[]
  readonly addOns: readonly { readonly id: ProductId; readonly name: string }[]
  readonly pictures: readonly TypedPicture[]
  readonly variants: readonly TypedVariant[]
}

export const partNames: Readonly<Record<keyof TypedProduct, string>> = {
  name: 'name',
  slug: 'address',
  latinName: 'Latin name',
  kind: 'kind',
  tint: 'tint',
  summary: 'summary',
  description: 'description',
  care: 'care',
  facts: 'facts',
  seasonMonths: 'season',
  leadDays: 'lead time',
  stockBy: 'how it is counted',
  visibleFrom: 'first day',
  visibleUntil: 'last day',
  position: 'place in the list',
  facets: 'filters',
  collections: 'collections',
  addOns: 'add-ons',
  pictures: 'pictures',
  variants: 'sizes',
}
const parts = Object.keys(partNames) as (keyof TypedProduct)[]

/** What is saved, as the fields show it. */
export function typedOf(product: DeskProduct): TypedProduct {
  return {
    name: product.name,
    slug: product.slug,
    latinName: product.latinName,
    kind: product.kind,
    tint: product.tint,
    summary: product.summary,
    description: product.description.join('\n\n'),
    care: product.care,
    facts: product.facts,
    seasonMonths: product.seasonMonths ?? [],
    leadDays: product.leadDays,
    stockBy: product.stockBy,
    visibleFrom: product.visibleFrom,
    visibleUntil: product.visibleUntil,
    position: product.position,
    facets: facetsInOrder(product.facets.map(({ facet, value }) => ({ facet, value }))),
    collections: product.collections.map(({ id }) => id).toSorted(),
    addOns: product.addOns.map(({ id, name }) => ({ id, name })),
    pictures: product.pictures.map(typedPicture),
    variants: product.variants.map(typedVariant),
  }
}

/** A saved picture, as the fields show it. */
export function typedPicture({ id, photoId, focus, alt }: DeskPicture): TypedPicture {
  return { id, ...(photoId && { photoId }), ...(focus && { focus }), alt }
}

/** Ticks in one order, so that a tick that is taken back leaves nothing changed. */
export function facetsInOrder(facets: TypedProduct['facets']): TypedProduct['facets'] {
  return facets.toSorted((a, b) => a.facet.localeCompare(b.facet) || a.value.localeCompare(b.value))
}

function typedVariant(variant: DeskVariant): TypedVariant {
  const { id, sku, name, measure, price, benchMinutes, heightCm, widthCm, active, recipe } = variant
  return {
    key: id,
    id,
    sku,
    name,
    measure,
    price,
    benchMinutes,
    heightCm,
    widthCm,
    active,
    recipe: recipe.map(({ stemId, name: stem, quantity }) => ({ stemId, name: stem, quantity })),
  }
}

/** Which parts are not as they are saved. */
export function changedParts(typed: TypedProduct, saved: TypedProduct): (keyof TypedProduct)[] {
  return parts.filter((part) => !isSame(typed[part], saved[part]))
}

/** What she changed, laid on what somebody else saved meanwhile: her parts stay hers, all others are theirs. */
export function laidOn(typed: TypedProduct, before: TypedProduct, theirs: TypedProduct): TypedProduct {
  return { ...theirs, ...Object.fromEntries(changedParts(typed, before).map((part) => [part, typed[part]])) }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** What keeps it from being sent at all: numbers that are none. The rest is the shop's to say. */
export function whyNotSave({ variants, leadDays, position }: TypedProduct): string | undefined {
  for (const { name, price, benchMinutes, recipe } of variants) {
    if (price === undefined) return `Give ${name || 'each size'} a price.`
    if (benchMinutes === undefined) return `Say how long ${name || 'each size'} takes at the bench.`
    if (recipe.some(({ quantity }) => quantity === undefined)) return `Say how many stems ${name || 'each size'} has.`
  }
  if (leadDays === undefined) return 'Say how many days ahead it must be ordered; 0 is none.'
  if (position === undefined) return 'Say where it stands in the list.'
  return undefined
}

type Body = Omit<ProductChange, 'version'>

/** The changed parts as the shop takes them. */
export function bodyOf(typed: TypedProduct, saved: TypedProduct): Body {
  const whole: Required<{ [Part in keyof TypedProduct]: Body[Part] }> = {
    name: typed.name,
    slug: typed.slug,
    latinName: typed.latinName,
    kind: typed.kind,
    tint: typed.tint,
    summary: typed.summary,
    description: paragraphsOf(typed.description),
    care: typed.care.map((line) => ({ ...line })),
    facts: typed.facts.map((line) => ({ ...line })),
    seasonMonths: typed.seasonMonths.length === 0 ? null : [...typed.seasonMonths],
    leadDays: typed.leadDays,
    stockBy: typed.stockBy,
    visibleFrom: typed.visibleFrom ?? null,
    visibleUntil: typed.visibleUntil ?? null,
    position: typed.position,
    facets: typed.facets.map((line) => ({ ...line })),
    collections: [...typed.collections],
    addOns: typed.addOns.map(({ id }) => id),
    pictures: typed.pictures.map((picture) => pictureBody(picture, saved.pictures)),
    variants: typed.variants.map(variantBody),
  }
  return Object.fromEntries(changedParts(typed, saved).map((part) => [part, whole[part]]))
}

/** A picture as the shop takes it. A photo that stands as it was saved is named by its picture, so that nothing is drawn anew. */
export function pictureBody(
  { id, photoId, focus, alt }: TypedPicture,
  saved: readonly TypedPicture[],
): NonNullable<Body['pictures']>[number] {
  const before = saved.find((one) => one.id === id)
  if (photoId === undefined || (before !== undefined && isSame(before.focus, focus))) return { id, alt }
  return { photoId, focus: focus ?? { x: 50, y: 50 }, alt }
}

function variantBody(variant: TypedVariant): NonNullable<Body['variants']>[number] {
  const { id, sku, name, measure, price, benchMinutes, heightCm, widthCm, active, recipe } = variant
  return {
    ...(id && { id }),
    sku,
    name,
    measure,
    priceMinor: price?.minor ?? 0,
    benchMinutes: benchMinutes ?? 0,
    heightCm: heightCm ?? null,
    widthCm: widthCm ?? null,
    active,
    recipe: recipe.map(({ stemId, quantity }) => ({ stemId, quantity: quantity ?? 1 })),
  }
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
}
