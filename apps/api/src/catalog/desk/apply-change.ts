import type { NewProduct, PictureInput, VariantInput } from '@flora/contract/catalog-desk.ts'
import { newId, type ProductId, type VariantId } from '@flora/contract/ids.ts'
import type { Tx } from '../../platform/db.ts'
import {
  collectionGone,
  daysNotValid,
  facetUnknown,
  photoUnknown,
  pictureUnknown,
  productUnknown,
  stemUnknown,
  variantNotFound,
} from './errors.ts'
import type { PictureParts, ProductParts, VariantParts } from './product-parts.ts'
import { findUnknown, listPhotos } from './product-queries.ts'

/** A product as it would be after a change. Refuses what points to something the shop does not have. */
export async function applyChange(
  tx: Tx,
  before: ProductParts,
  change: { [Part in keyof NewProduct]?: NewProduct[Part] | undefined },
  id: ProductId,
): Promise<ProductParts> {
  const { variants, pictures, collections, facets, addOns, slug: _, ...plain } = change
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  const after: ProductParts = {
    ...before,
    ...given,
    ...(collections && { collections: [...new Set(collections)].toSorted() }),
    ...(facets && { facets: unique(facets, ({ facet, value }) => `${facet}/${value}`) }),
    ...(addOns && { addOns: [...new Set(addOns)].filter((one) => one !== id) }),
    ...(variants && { variants: variantsAfter(before.variants, variants) }),
    ...(pictures && { pictures: await picturesAfter(tx, before.pictures, pictures) }),
  }
  if (after.visibleFrom !== null && after.visibleUntil !== null && after.visibleUntil < after.visibleFrom)
    throw daysNotValid()
  await refuseUnknown(tx, before, after)
  return after
}

// What is gone since it was named is no fault of this change: only what it adds is asked about.
async function refuseUnknown(tx: Tx, before: ProductParts, after: ProductParts): Promise<void> {
  const unknown = await findUnknown(tx, {
    facets: after.facets,
    collections: after.collections.filter((one) => !before.collections.includes(one)),
    products: after.addOns.filter((one) => !before.addOns.includes(one)),
    stems: [...new Set(after.variants.flatMap(({ recipe }) => recipe.map(({ stemId }) => stemId)))],
  })
  if (unknown.facets) throw facetUnknown()
  if (unknown.collections) throw collectionGone()
  if (unknown.products) throw productUnknown()
  if (unknown.stems) throw stemUnknown()
}

// A size that is left out was sold perhaps, and orders name it: it stays, behind the others, and is not sold any more.
function variantsAfter(before: readonly VariantParts[], given: readonly VariantInput[]): VariantParts[] {
  const known = new Map(before.map((variant) => [variant.id, variant]))
  const seen = new Set<VariantId>()
  const after = given.map(({ id, ...parts }) => {
    if (id !== undefined && (!known.has(id) || seen.has(id))) throw variantNotFound()
    const kept = id ?? newId('var')
    seen.add(kept)
    return { id: kept, ...parts }
  })
  const rest = before.filter(({ id }) => !seen.has(id)).map((variant) => ({ ...variant, active: false }))
  return [...after, ...rest]
}

async function picturesAfter(
  tx: Tx,
  before: readonly PictureParts[],
  given: readonly PictureInput[],
): Promise<PictureParts[]> {
  const known = new Map(before.map((picture) => [picture.id, picture]))
  const asked = given.flatMap((picture) => ('photoId' in picture ? [picture.photoId] : []))
  const photos = new Map(asked.length === 0 ? [] : (await listPhotos(tx, asked)).map((photo) => [photo.id, photo]))
  const after = given.map((picture): PictureParts => {
    if ('photoId' in picture) {
      const photo = photos.get(picture.photoId)
      if (!photo) throw photoUnknown()
      const { x, y } = picture.focus
      return {
        id: croppedId(photo.hash, picture.focus),
        alt: picture.alt,
        photoId: picture.photoId,
        focusX: x,
        focusY: y,
        drawing: null,
      }
    }
    const kept = known.get(picture.id)
    if (!kept) throw pictureUnknown()
    return { ...kept, alt: picture.alt }
  })
  return unique(after, ({ id }) => id)
}

/** The name of a picture that is cropped from a photo about a point: another point is another picture. */
export function croppedId(hash: string, { x, y }: { x: number; y: number }): string {
  return `photo-${hash.slice(0, 32)}-${x}-${y}`
}

function unique<T>(things: readonly T[], key: (thing: T) => string): T[] {
  const seen = new Set<string>()
  return things.filter((thing) => !seen.has(key(thing)) && seen.add(key(thing)))
}
