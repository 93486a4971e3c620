import type { ProductId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, recordset, rows, type Tx } from '../../platform/db.ts'
import { type SQL, sql } from '../../platform/sql.ts'
import type { ProductParts, SavedProduct } from './product-parts.ts'

// A product with all its parts, as JSON; speaks of it as `p`.
const partsOf: SQL = sql`json_build_object(
  'id', p.id, 'status', p.status, 'version', p.version, 'name', p.name, 'slug', p.slug, 'latinName', p.latin_name, 'kind', p.kind, 'tint', p.tint,
  'summary', p.summary, 'description', p.description, 'care', p.care, 'facts', p.facts, 'seasonMonths', to_json(p.season_months), 'leadDays', p.lead_days,
  'stockBy', p.stock_by, 'visibleFrom', p.visible_from, 'visibleUntil', p.visible_until, 'position', p.position,
  'facets', (select coalesce(json_agg(json_build_object('facet', facet, 'value', value) order by facet, value), '[]') from product_facets where product_id = p.id),
  'collections', (select coalesce(json_agg(collection_id order by collection_id), '[]') from collection_products where product_id = p.id),
  'addOns', (select coalesce(json_agg(add_on_id order by position, add_on_id), '[]') from add_on_offers where product_id = p.id),
  'pictures', (select coalesce(json_agg(json_build_object('id', id, 'alt', alt, 'photoId', photo_id, 'focusX', focus_x, 'focusY', focus_y, 'drawing', drawing)
    order by position), '[]') from pictures where product_id = p.id),
  'variants', (select coalesce(json_agg(json_build_object('id', v.id, 'sku', v.sku, 'name', v.name, 'measure', v.measure, 'priceMinor', v.price_minor,
      'benchMinutes', v.bench_minutes, 'heightCm', v.height_cm, 'widthCm', v.width_cm, 'active', v.active,
      'recipe', (select coalesce(json_agg(json_build_object('stemId', stem_id, 'quantity', quantity) order by position, stem_id), '[]')
        from recipe_stems where variant_id = v.id)
    ) order by v.position, v.price_minor, v.id), '[]') from variants v where v.product_id = p.id)
)`

export async function findParts(db: Db, id: ProductId): Promise<SavedProduct | undefined> {
  return (
    await firstRow<{ parts: SavedProduct }>(db, sql`select ${partsOf} as parts from products p where p.id = ${id}`)
  )?.parts
}

/** A product while nobody else changes it. */
export async function lockParts(tx: Tx, id: ProductId): Promise<SavedProduct | undefined> {
  const there = await firstRow(tx, sql`select from products where id = ${id} for update`)
  return there ? findParts(tx, id) : undefined
}

/** Every product, in the order of the shelf. */
export async function listAllParts(db: Db): Promise<SavedProduct[]> {
  const found = await rows<{ parts: SavedProduct }>(
    db,
    sql`select ${partsOf} as parts from products p order by p.position, p.id limit 100000`,
  )
  return found.map(({ parts }) => parts)
}

/** Whoever imports has the catalogue to herself: none of its products changes meanwhile. */
export async function lockAllProducts(tx: Tx): Promise<void> {
  await rows(tx, sql`lock table products, variants in share row exclusive mode`)
}

export interface ProductToSave {
  readonly id: ProductId
  readonly parts: ProductParts
}

/** Writes products with all their parts, new and known ones; a statement a table, however many products. */
export async function saveProducts(tx: Tx, products: readonly ProductToSave[], at: Temporal.Instant): Promise<void> {
  if (products.length === 0) return
  await saveWords(tx, products, at)
  await saveVariants(tx, products)
  await saveRecipes(tx, products)
  await saveShelves(tx, products)
  await savePictures(tx, products)
  await saveSearchWords(tx, idsOf(products))
}

const idsOf = (products: readonly ProductToSave[]): ProductId[] => products.map(({ id }) => id)

async function saveWords(tx: Tx, products: readonly ProductToSave[], at: Temporal.Instant): Promise<void> {
  const records = products.map(({ id, parts }) => ({
    id,
    slug: parts.slug,
    name: parts.name,
    latin_name: parts.latinName,
    kind: parts.kind,
    tint: parts.tint,
    summary: parts.summary,
    description: parts.description,
    care: parts.care,
    facts: parts.facts,
    visible_from: parts.visibleFrom,
    visible_until: parts.visibleUntil,
    season_months: parts.seasonMonths,
    lead_days: parts.leadDays,
    stock_by: parts.stockBy,
    position: parts.position,
  }))
  const moment = sql`${at.toString()}::timestamptz`
  await rows(
    tx,
    sql`
      insert into products (id, slug, name, latin_name, kind, tint, status, summary, description, care, facts, visible_from, visible_until, season_months,
        lead_days, stock_by, position, created_at, changed_at)
      select id, slug, name, latin_name, kind, tint, 'draft', summary, description, care, facts, visible_from, visible_until, season_months, lead_days,
        stock_by, position, ${moment}, ${moment}
      from jsonb_to_recordset(${recordset(records)}) as r (id text, slug text, name text, latin_name text, kind text, tint text, summary text, description jsonb,
        care jsonb, facts jsonb, visible_from date, visible_until date, season_months smallint[], lead_days integer, stock_by text, position integer)
      on conflict (id) do update set slug = excluded.slug, name = excluded.name, latin_name = excluded.latin_name, kind = excluded.kind, tint = excluded.tint,
        summary = excluded.summary, description = excluded.description, care = excluded.care, facts = excluded.facts, visible_from = excluded.visible_from,
        visible_until = excluded.visible_until, season_months = excluded.season_months, lead_days = excluded.lead_days, stock_by = excluded.stock_by,
        position = excluded.position, changed_at = excluded.changed_at, version = products.version + 1`,
  )
}

async function saveVariants(tx: Tx, products: readonly ProductToSave[]): Promise<void> {
  const records = products.flatMap(({ id, parts }) =>
    parts.variants.map((variant, position) => ({
      id: variant.id,
      product_id: id,
      sku: variant.sku,
      name: variant.name,
      measure: variant.measure,
      position,
      price_minor: variant.priceMinor,
      bench_minutes: variant.benchMinutes,
      height_cm: variant.heightCm,
      width_cm: variant.widthCm,
      active: variant.active,
    })),
  )
  await rows(
    tx,
    sql`
      insert into variants (id, product_id, sku, name, measure, position, price_minor, bench_minutes, height_cm, width_cm, active)
      select id, product_id, sku, name, measure, position, price_minor, bench_minutes, height_cm, width_cm, active
      from jsonb_to_recordset(${recordset(records)}) as r (id text, product_id text, sku text, name text, measure text, position integer, price_minor bigint,
        bench_minutes integer, height_cm integer, width_cm integer, active boolean)
      on conflict (id) do update set sku = excluded.sku, name = excluded.name, measure = excluded.measure, position = excluded.position,
        price_minor = excluded.price_minor, bench_minutes = excluded.bench_minutes, height_cm = excluded.height_cm, width_cm = excluded.width_cm,
        active = excluded.active`,
  )
  // What is counted by its pieces has a row to count them in, from the beginning with none.
  await rows(
    tx,
    sql`
      insert into stock_items (item_id, on_hand)
      select v.id, 0 from variants v join products p on p.id = v.product_id
      where p.id = any(${list(idsOf(products), 'text')}) and p.stock_by = 'variant' order by v.id
      on conflict do nothing`,
  )
}

async function saveRecipes(tx: Tx, products: readonly ProductToSave[]): Promise<void> {
  const variants = products.flatMap(({ parts }) => parts.variants)
  const ids = list(
    variants.map(({ id }) => id),
    'text',
  )
  const records = variants.flatMap(({ id, recipe }) =>
    recipe.map(({ stemId, quantity }, position) => ({ variant_id: id, stem_id: stemId, position, quantity })),
  )
  const given = sql`jsonb_to_recordset(${recordset(records)}) as r (variant_id text, stem_id text, position integer, quantity integer)`
  await rows(
    tx,
    sql`delete from recipe_stems kept where variant_id = any(${ids})
          and not exists (select from ${given} where r.variant_id = kept.variant_id and r.stem_id = kept.stem_id)`,
  )
  await rows(
    tx,
    sql`insert into recipe_stems (variant_id, stem_id, position, quantity) select variant_id, stem_id, position, quantity from ${given}
        on conflict (variant_id, stem_id) do update set position = excluded.position, quantity = excluded.quantity`,
  )
}

async function saveShelves(tx: Tx, products: readonly ProductToSave[]): Promise<void> {
  const ids = list(idsOf(products), 'text')
  const facets = products.flatMap(({ id, parts }) => parts.facets.map((one) => ({ product_id: id, ...one })))
  const facetRows = sql`jsonb_to_recordset(${recordset(facets)}) as r (product_id text, facet text, value text)`
  await rows(
    tx,
    sql`delete from product_facets kept where product_id = any(${ids})
          and not exists (select from ${facetRows} where r.product_id = kept.product_id and r.facet = kept.facet and r.value = kept.value)`,
  )
  await rows(
    tx,
    sql`insert into product_facets (product_id, facet, value) select product_id, facet, value from ${facetRows} on conflict do nothing`,
  )

  const shelves = products.flatMap(({ id, parts }) =>
    parts.collections.map((collection_id) => ({ product_id: id, collection_id })),
  )
  const shelfRows = sql`jsonb_to_recordset(${recordset(shelves)}) as r (product_id text, collection_id text)`
  await rows(
    tx,
    sql`delete from collection_products kept where product_id = any(${ids})
          and not exists (select from ${shelfRows} where r.product_id = kept.product_id and r.collection_id = kept.collection_id)`,
  )
  // Who comes to a shelf comes to its end; where somebody stands already she stays.
  await rows(
    tx,
    sql`
      insert into collection_products (collection_id, product_id, position)
      select collection_id, product_id, (select coalesce(max(position), -1) from collection_products c where c.collection_id = r.collection_id)
        + row_number() over (partition by collection_id order by product_id)
      from ${shelfRows} on conflict do nothing`,
  )

  const offers = products.flatMap(({ id, parts }) =>
    parts.addOns.map((add_on_id, position) => ({ product_id: id, add_on_id, position })),
  )
  await rows(tx, sql`delete from add_on_offers where product_id = any(${ids})`)
  await rows(
    tx,
    sql`insert into add_on_offers (product_id, add_on_id, position)
        select product_id, add_on_id, position from jsonb_to_recordset(${recordset(offers)}) as r (product_id text, add_on_id text, position integer)`,
  )
}

async function savePictures(tx: Tx, products: readonly ProductToSave[]): Promise<void> {
  const records = products.flatMap(({ id, parts }) =>
    parts.pictures.map(({ photoId, focusX, focusY, ...picture }, position) => ({
      product_id: id,
      position,
      photo_id: photoId,
      focus_x: focusX,
      focus_y: focusY,
      ...picture,
    })),
  )
  await rows(tx, sql`delete from pictures where product_id = any(${list(idsOf(products), 'text')})`)
  await rows(
    tx,
    sql`
      insert into pictures (product_id, position, id, alt, drawing, photo_id, focus_x, focus_y)
      select product_id, position, id, alt, drawing, photo_id, focus_x, focus_y
      from jsonb_to_recordset(${recordset(records)}) as r (product_id text, position integer, id text, alt text, drawing jsonb, photo_id text,
        focus_x smallint, focus_y smallint)`,
  )
}

/** What products are found by besides their names: the words of their kind, facets, stems and collections, each once. */
export async function saveSearchWords(tx: Tx, ids: readonly ProductId[]): Promise<void> {
  await rows(
    tx,
    sql`
      update products p set search_words = coalesce(found.words, '')
      from unnest(${list(ids, 'text')}) as asked (id)
      cross join lateral (
        select string_agg(word, ' ' order by nth, word) as words from (
          select word, min(nth) as nth from (
            select case (select kind from products where id = asked.id) when 'bouquet' then 'Bouquets Flowers' when 'arrangement' then 'Arrangements Flowers Vase'
              when 'plant' then 'Plants Pot' when 'dried' then 'Dried flowers' else 'Add-ons Gifts' end as word, 0 as nth
            union all
            select fv.label, 1 from product_facets pf join facet_values fv using (facet, value) where pf.product_id = asked.id
            union all
            select s.name, 2 from variants v join recipe_stems r on r.variant_id = v.id join stems s on s.id = r.stem_id where v.product_id = asked.id
            union all
            select c.name, 3 from collection_products cp join collections c on c.id = cp.collection_id where cp.product_id = asked.id
          ) every group by word
        ) once
      ) found
      where p.id = asked.id and p.search_words is distinct from coalesce(found.words, '')`,
  )
}
