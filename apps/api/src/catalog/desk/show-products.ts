import { instantText } from '@flora/calendar/instant.ts'
import { dayFromStored, instantFromStored } from '@flora/calendar/stored-time.ts'
import type { DeskProduct, DeskProductCard, DeskVariant } from '@flora/contract/catalog-desk.ts'
import type { ProductId } from '@flora/contract/ids.ts'
import { basisPointsOf, gstContained, money, subtract, times, total } from '@flora/money/money.ts'
import type { Db } from '../../platform/db.ts'
import { catalogCurrency } from '../product.ts'
import { productGone } from './errors.ts'
import { listPrices, listProductChanges, type PriceRecord } from './history-queries.ts'
import { findParts } from './parts-queries.ts'
import {
  mayArchive,
  mayEdit,
  mayPublish,
  missingFrom,
  type SavedProduct,
  type VariantParts,
  type Writer,
} from './product-parts.ts'
import { type CardRow, deskPageSize, findSurroundings, listCards, type Surroundings } from './product-queries.ts'

/** A page of all products. */
export async function listDeskProducts(
  db: Db,
  query: Parameters<typeof listCards>[1],
): Promise<{ items: DeskProductCard[]; total: number; page: number; pages: number }> {
  const found = await listCards(db, query)
  const total = found[0]?.total ?? 0
  return { items: found.map(toCard), total, page: query.page, pages: Math.ceil(total / deskPageSize) }
}

/** A product with everything that staff see and change of it. */
export async function showDeskProduct(db: Db, by: Writer, id: ProductId): Promise<DeskProduct> {
  const [product, around, prices, changes] = await Promise.all([
    findParts(db, id),
    findSurroundings(db, id),
    listPrices(db, id),
    listProductChanges(db, id, 0),
  ])
  if (!product || !around) throw productGone()
  const missing = missingFrom(product)
  const { visibleFrom, visibleUntil, seasonMonths, pictures, variants, description, care, facts, facets, ...rest } =
    product
  return {
    ...rest,
    description: [...description],
    care: [...care],
    facts: [...facts],
    facets: [...facets],
    ...shownDays({ visibleFrom, visibleUntil }),
    ...(seasonMonths && { seasonMonths: [...seasonMonths] }),
    changedAt: instantText(instantFromStored(around.changedAt)),
    collections: around.collections,
    addOns: around.addOns,
    pictures: pictures.map(({ id: pictureId, alt, photoId, focusX, focusY }) => ({
      id: pictureId,
      alt,
      ...(photoId !== null && { photoId, focus: { x: focusX ?? 50, y: focusY ?? 50 } }),
    })),
    variants: variants.map((variant) => toVariant(product, variant, around, prices)),
    oldSlugs: around.oldSlugs,
    missing,
    changes,
    can: {
      edit: mayEdit(product, by),
      publish: mayPublish(product, missing, by),
      archive: mayArchive(product, by),
    },
  }
}

function toCard(row: CardRow): DeskProductCard {
  const { pictureId, pictureAlt, fromMinor, visibleFrom, visibleUntil, changedAt, ...card } = row
  return {
    id: card.id,
    slug: card.slug,
    name: card.name,
    kind: card.kind,
    tint: card.tint,
    status: card.status,
    sizes: card.sizes,
    version: card.version,
    ...(pictureId !== null && { picture: { id: pictureId, alt: pictureAlt ?? '' } }),
    ...(fromMinor !== null && { from: money(fromMinor, catalogCurrency) }),
    ...shownDays({ visibleFrom, visibleUntil }),
    changedAt: instantText(instantFromStored(changedAt)),
  }
}

function shownDays({ visibleFrom, visibleUntil }: Pick<CardRow, 'visibleFrom' | 'visibleUntil'>) {
  return {
    ...(visibleFrom !== null && { visibleFrom: dayFromStored(visibleFrom) }),
    ...(visibleUntil !== null && { visibleUntil: dayFromStored(visibleUntil) }),
  }
}

function toVariant(
  { stockBy }: SavedProduct,
  variant: VariantParts,
  around: Surroundings,
  prices: readonly PriceRecord[],
): DeskVariant {
  const { left, stems } = around
  const margin = marginOf(variant, around)
  const { priceMinor, heightCm, widthCm, recipe, ...rest } = variant
  const pieces = piecesOf(stockBy, variant, left)
  return {
    ...rest,
    price: money(priceMinor, catalogCurrency),
    ...(heightCm !== null && { heightCm }),
    ...(widthCm !== null && { widthCm }),
    ...(pieces !== undefined && { pieces }),
    ...(margin && { margin }),
    recipe: recipe.map(({ stemId, quantity }) => {
      const onHand = left[stemId]
      return { stemId, name: stems[stemId] ?? '', quantity, ...(onHand !== undefined && { left: onHand }) }
    }),
    prices: prices
      .filter(({ variantId }) => variantId === variant.id)
      .map(({ id, priceMinor: minor, fromDay, who, at, state }) => ({
        id,
        price: money(minor, catalogCurrency),
        fromDay,
        who,
        at: instantText(instantFromStored(at)),
        state,
      })),
  }
}

/** What a size leaves of its price: bench minutes, ribbon and van are not counted. */
function marginOf(
  { priceMinor, recipe }: VariantParts,
  { costs, gstBasisPoints }: Surroundings,
): DeskVariant['margin'] {
  if (recipe.length === 0 || recipe.some(({ stemId }) => costs[stemId] === undefined)) return undefined
  const price = money(priceMinor, catalogCurrency)
  const stems = total(
    recipe.map(({ stemId, quantity }) => times(money(costs[stemId]!, catalogCurrency), quantity)),
    catalogCurrency,
  )
  const net = subtract(price, gstContained(price, gstBasisPoints))
  const left = subtract(net, stems)
  const basisPoints = basisPointsOf(left, net)
  return { stems, left, ...(basisPoints !== undefined && { basisPoints }) }
}

function piecesOf(
  stockBy: SavedProduct['stockBy'],
  { id, recipe }: VariantParts,
  left: Surroundings['left'],
): number | undefined {
  if (stockBy === 'variant') return Math.max(0, left[id] ?? 0)
  if (stockBy === 'nothing' || recipe.length === 0) return undefined
  return Math.max(0, Math.min(...recipe.map(({ stemId, quantity }) => Math.floor((left[stemId] ?? 0) / quantity))))
}
