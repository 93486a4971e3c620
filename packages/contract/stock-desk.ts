import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { LotId, OrderId, ProductId, StemId, VariantId } from './ids.ts'
import { Money } from './money.ts'
import { Instant, ShopDay, typed } from './text.ts'

/** A counted thing: a variant's pieces, or a stem. */
export const StockItemId = z.union([VariantId, StemId])
export type StockItemId = z.output<typeof StockItemId>

/** What is counted when a product is sold: its own pieces, the stems of its recipe, or nothing. */
export const StockBy = z.enum(['variant', 'stems', 'nothing'])
export type StockBy = z.output<typeof StockBy>

export const StockItem = z.strictObject({
  id: StockItemId,
  kind: z.enum(['variant', 'stem']),
  /** "Saturday Peonies, large", "Waratah" */
  name: z.string(),
  /** Usable pieces in the shop, those of orders included. */
  onHand: z.int(),
  /** Of those, promised to orders. */
  promised: z.int(),
  /** What can still be sold. Never below zero. */
  left: z.int(),
  /** Promised to orders and not in the shop: wilted, broken or miscounted since. To be bought. */
  short: z.int(),
  lowAt: z.int().nullable(),
  isLow: z.boolean(),
  soldToday: z.int(),
  /** The next day on which a lot is no longer good, and how much of it that is. */
  nextExpiry: z.strictObject({ usableUntil: ShopDay, quantity: z.int() }).optional(),
  /** For stems: how many the grower ties together, who he is, and how long they are good after they came. */
  bunch: z.int(),
  grower: z.string(),
  vaseDays: z.int().nullable(),
  /** What the shop pays for one stem; null while nobody has said. */
  cost: Money.nullable(),
})
export type StockItem = z.output<typeof StockItem>

export const StockLot = z.strictObject({
  id: LotId,
  arrivedDay: ShopDay,
  /** The last day on which it may be sold; absent: it keeps. */
  usableUntil: ShopDay.nullable(),
  arrived: z.int(),
  left: z.int(),
  note: z.string(),
  state: z.enum(['usable', 'expired', 'used-up']),
})
export type StockLot = z.output<typeof StockLot>

/** Why somebody changes a count. `counted`: the shelf was counted and it is another number. */
export const AdjustmentReason = z.enum(['wilted', 'broken', 'sold-over-counter', 'given-away', 'returned', 'counted'])
export type AdjustmentReason = z.output<typeof AdjustmentReason>

export const StockMove = z.strictObject({
  /** Counts up. */
  id: z.int(),
  at: Instant,
  kind: z.enum(['arrived', 'expired', 'handed-over', ...AdjustmentReason.options]),
  /** What it did to what is in the shop. */
  change: z.int(),
  lotId: LotId.nullable(),
  orderId: OrderId.nullable(),
  who: z.string(),
  note: z.string(),
})
export type StockMove = z.output<typeof StockMove>

export const StockItemPage = z.strictObject({
  item: StockItem,
  /** Usable ones, those that expire first before; then the latest ten that are over. */
  lots: z.array(StockLot),
  /** Newest first, at most 50. */
  moves: z.array(StockMove),
  /** What is tied from it, or is it. */
  usedBy: z.array(
    z.strictObject({ productId: ProductId, name: z.string(), variantName: z.string(), each: z.int(), by: StockBy }),
  ),
})
export type StockItemPage = z.output<typeof StockItemPage>

export const CountedProduct = z.strictObject({
  id: ProductId,
  name: z.string(),
  by: StockBy,
  hasRecipe: z.boolean(),
  status: z.enum(['draft', 'live', 'archived']),
})

const reads = { who: { may: 'stock/read' }, limit: 'reads' } as const
const writes = { who: { may: 'stock/write' }, limit: 'writes' } as const
const params = z.strictObject({ itemId: StockItemId })
/** Chosen by the page: sending the same twice counts once. */
const key = z.uuid()
const pieces = z.int().min(1).max(100_000)

export const stockDesk = {
  listStock: endpoint({
    ...reads,
    method: 'GET',
    path: '/stock/items',
    summary: 'Counted things by name, with what is left, low or short, and what was sold today.',
    query: z.strictObject({
      search: typed(60).optional(),
      kind: z.enum(['variant', 'stem']).optional(),
      only: z.enum(['low', 'short', 'expiring']).optional(),
      /** The page after this one: `next` of the page before. */
      after: typed(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    reply: z.strictObject({
      day: ShopDay,
      items: z.array(StockItem),
      next: z.string().nullable(),
      low: z.int(),
      short: z.int(),
    }),
  }),
  showStockItem: endpoint({
    ...reads,
    method: 'GET',
    path: '/stock/items/:itemId',
    summary: 'A counted thing with its lots and its ledger.',
    params,
    reply: StockItemPage,
    refusals: ['stock-item-not-found'],
  }),
  receiveLot: endpoint({
    ...writes,
    method: 'POST',
    path: '/stock/items/:itemId/lots',
    summary: 'Something arrived. What was promised and not there is covered first; the rest can be sold at once.',
    params,
    body: z.strictObject({
      key,
      quantity: pieces,
      /** Today, unless said. */
      arrivedDay: ShopDay.optional(),
      /** Days after its arrival on which it is still good; null: it keeps. Absent: as the stem's own. */
      vaseDays: z.int().min(0).max(365).nullable().optional(),
      note: typed(200).default(''),
    }),
    reply: StockItemPage,
    status: 201,
    refusals: ['stock-item-not-found', 'lot-not-good', 'key-used'],
  }),
  adjustStock: endpoint({
    ...writes,
    method: 'POST',
    path: '/stock/items/:itemId/adjustments',
    summary:
      'Takes pieces away or adds some, with a reason. Of what is promised to orders, what is then missing is called short.',
    params,
    body: z.strictObject({
      key,
      change: z
        .int()
        .min(-100_000)
        .max(100_000)
        .refine((change) => change !== 0, 'Please say how many.'),
      reason: AdjustmentReason,
      /** From which lot; absent: from those that expire first. */
      lotId: LotId.optional(),
      note: typed(200).default(''),
    }),
    reply: StockItemPage,
    refusals: ['stock-item-not-found', 'lot-not-found', 'not-that-many', 'wrong-direction', 'key-used'],
  }),
  changeStockItem: endpoint({
    ...writes,
    method: 'PATCH',
    path: '/stock/items/:itemId',
    summary: 'When to be told that little is left; and of a stem its bunch, grower, vase life and what it costs.',
    params,
    body: z.strictObject({
      lowAt: z.int().min(0).max(100_000).nullable().optional(),
      bunch: z.int().min(1).max(500).optional(),
      grower: typed(80).optional(),
      vaseDays: z.int().min(0).max(365).nullable().optional(),
      costMinor: z.int().min(0).max(100_000).nullable().optional(),
    }),
    reply: StockItemPage,
    refusals: ['stock-item-not-found', 'only-for-stems'],
  }),
  listCountedProducts: endpoint({
    ...reads,
    method: 'GET',
    path: '/stock/products',
    summary: 'How each product is counted, by name.',
    query: z.strictObject({ search: typed(60).optional(), after: typed(200).optional() }),
    reply: z.strictObject({ products: z.array(CountedProduct), next: z.string().nullable() }),
  }),
  countProduct: endpoint({
    ...writes,
    method: 'PUT',
    path: '/stock/products/:productId/counting',
    summary:
      'Counts a product by its own pieces, by the stems of its recipe, or not at all. What was not counted before begins at zero.',
    params: z.strictObject({ productId: ProductId }),
    body: z.strictObject({ by: StockBy }),
    reply: CountedProduct,
    refusals: ['product-not-found', 'no-recipe'],
  }),
}
