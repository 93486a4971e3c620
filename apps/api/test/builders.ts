import type { ProductId, VariantId, WindowId, ZoneId } from '@flora/contract/ids.ts'
import type { ProductKind, Tint } from '@flora/contract/catalog.ts'
import { sql } from '../src/platform/sql.ts'
import { fillWithDemo } from '../src/demo/index.ts'
import { recordset, rows } from '../src/platform/db.ts'
import type { Shop } from '../src/shop.ts'
import { smallShop } from './small-shop.ts'

type Place = Pick<Shop, 'db' | 'inTransaction' | 'clock'>

/** Fills an empty shop with `smallShop`: zon_inner (3065, 3067), zon_pick-up, prd_coral-charm, prd_peace-lily, prd_beeswax-candle. */
export async function aSmallShop(shop: Place): Promise<void> {
  await fillWithDemo(shop, smallShop)
}

export interface ProductParts {
  readonly slug: string
  readonly name?: string
  readonly latinName?: string
  readonly kind?: ProductKind
  readonly tint?: Tint
  readonly status?: 'draft' | 'live' | 'archived'
  readonly visibleFrom?: string
  readonly visibleUntil?: string
  readonly seasonMonths?: readonly number[]
  readonly leadDays?: number
  readonly stockBy?: 'variant' | 'stems' | 'nothing'
  readonly position?: number
  readonly searchWords?: string
  readonly priceMinor?: number
  readonly benchMinutes?: number
  /** Pieces of each size on hand, when counted by variant. */
  readonly onHand?: number
  /** Each size's key and price; one size when absent. */
  readonly sizes?: Readonly<Record<string, number>>
  /** 'colour/pink', 'type/roses'; values the shop lacks are made. */
  readonly facets?: readonly string[]
  readonly collection?: string
}

/** A product with its variants, picture, stock and facets. Its sizes are var_<slug>-<key>, 'one' unless told. */
export async function aProduct(
  shop: Place,
  parts: ProductParts,
): Promise<{ productId: ProductId; variantIds: VariantId[] }> {
  const {
    slug,
    kind = 'bouquet',
    tint = 'blush',
    status = 'live',
    stockBy = 'variant',
    onHand = 10,
    facets = [],
  } = parts
  const productId: ProductId = `prd_${slug}`
  const sizes = Object.entries(parts.sizes ?? { one: parts.priceMinor ?? 5_000 })
  const variants = sizes.map(([key, priceMinor], position) => ({
    id: `var_${slug}-${key}` as VariantId,
    sku: `${slug}-${key}`,
    name: key,
    position,
    price_minor: priceMinor,
  }))
  const values = facets.map((text) => ({ facet: text.split('/')[0], value: text.split('/')[1] }))
  const name = parts.name ?? slug

  await shop.inTransaction(async (tx) => {
    await rows(
      tx,
      sql`
      insert into products (id, slug, name, latin_name, kind, tint, status, summary, visible_from, visible_until, season_months, lead_days, stock_by,
        position, created_at, search_words)
      values (${productId}, ${slug}, ${name}, ${parts.latinName ?? ''}, ${kind}, ${tint}, ${status}, 'A test product.', ${parts.visibleFrom ?? null},
        ${parts.visibleUntil ?? null}, ${parts.seasonMonths ? `{${parts.seasonMonths.join(',')}}` : null}, ${parts.leadDays ?? 0}, ${stockBy},
        ${parts.position ?? 100}, ${shop.clock.now().toString()}, ${parts.searchWords ?? ''})`,
    )
    await rows(
      tx,
      sql`
      insert into variants (id, product_id, sku, name, position, price_minor, bench_minutes)
      select id, ${productId}, sku, name, position, price_minor, ${parts.benchMinutes ?? 5}
      from jsonb_to_recordset(${recordset(variants)}) as r (id text, sku text, name text, position integer, price_minor bigint)`,
    )
    await rows(
      tx,
      sql`insert into pictures (product_id, position, id, alt) values (${productId}, 0, ${`picture-${slug}`}, ${name})`,
    )
    if (stockBy === 'variant')
      for (const { id } of variants)
        await rows(tx, sql`insert into stock_items (item_id, on_hand) values (${id}, ${onHand})`)
    await rows(
      tx,
      sql`
      insert into facet_values (facet, value, label)
      select facet, value, initcap(replace(value, '-', ' ')) from jsonb_to_recordset(${recordset(values)}) as r (facet text, value text)
      on conflict do nothing`,
    )
    await rows(
      tx,
      sql`
      insert into product_facets (product_id, facet, value)
      select ${productId}, facet, value from jsonb_to_recordset(${recordset(values)}) as r (facet text, value text)`,
    )
    if (parts.collection) {
      await rows(
        tx,
        sql`
        insert into collections (id, slug, name) values (${`col_${parts.collection}`}, ${parts.collection}, ${parts.collection}) on conflict do nothing`,
      )
      await rows(
        tx,
        sql`insert into collection_products (collection_id, product_id) values (${`col_${parts.collection}`}, ${productId})`,
      )
    }
  })
  return { productId, variantIds: variants.map(({ id }) => id) }
}

export interface WindowParts {
  readonly zoneId: ZoneId
  readonly key: string
  readonly method?: 'standard' | 'express' | 'pick-up'
  readonly starts?: string
  readonly ends?: string
  readonly weekdays?: readonly number[]
  readonly feeMinor?: number
  readonly capacity?: number
  readonly cutOff?: string
  readonly cutOffDaysBefore?: number
}

/** A window of a zone: every day 9 to 13, 20 places, closed at 17:00 the day before, unless told otherwise. */
export async function aWindow(shop: Place, parts: WindowParts): Promise<WindowId> {
  const id: WindowId = `win_${parts.zoneId.slice(4)}-${parts.key}`
  await rows(
    shop.db,
    sql`
    insert into windows (id, zone_id, method, name, starts, ends, weekdays, fee_minor, capacity, cut_off, cut_off_days_before)
    values (${id}, ${parts.zoneId}, ${parts.method ?? 'standard'}, ${parts.key}, ${parts.starts ?? '09:00'}, ${parts.ends ?? '13:00'},
      ${`{${(parts.weekdays ?? [1, 2, 3, 4, 5, 6, 7]).join(',')}}`}, ${parts.feeMinor ?? 1_000}, ${parts.capacity ?? 20}, ${parts.cutOff ?? '17:00'},
      ${parts.cutOffDaysBefore ?? 1})`,
  )
  return id
}
