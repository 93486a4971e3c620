import { sql } from '../platform/sql.ts'
import { type Db, firstRow, recordset, rows, type Tx } from '../platform/db.ts'
import type { ShelfRows } from './shelf-rows.ts'
import type { ShopRows } from './shop-rows.ts'

/** The name of the shop this database already holds, if it holds one; two loaders at once take turns. */
export async function findShopName(tx: Tx): Promise<string | undefined> {
  await rows(tx, sql`lock table shop in exclusive mode`)
  return (await firstRow<{ name: string }>(tx, sql`select name from shop`))?.name
}

/** Whether this database holds a shop already. */
export async function hasShop(db: Db): Promise<boolean> {
  return (await firstRow(db, sql`select 1 as one from shop`)) !== undefined
}

export async function insertShop(tx: Tx, shop: ShopRows['shop']): Promise<void> {
  await rows(
    tx,
    sql`
    insert into shop (name, tagline, time_zone, currency, gst_basis_points, phone, email, address, abn, hours, bench_minutes)
    select name, tagline, time_zone, currency, gst_basis_points, phone, email, address, abn, hours, bench_minutes
    from jsonb_to_recordset(${recordset([shop])}) as r (name text, tagline text, time_zone text, currency text, gst_basis_points integer,
      phone text, email text, address text, abn text, hours jsonb, bench_minutes integer[])`,
  )
}

export async function insertProducts(
  tx: Tx,
  { products, variants }: Pick<ShelfRows, 'products' | 'variants'>,
): Promise<void> {
  await rows(
    tx,
    sql`
    insert into products (id, slug, name, latin_name, kind, tint, status, summary, description, care, facts, season_months, lead_days, stock_by,
      drawing, position, created_at, search_words)
    select id, slug, name, latin_name, kind, tint, 'live', summary, description, care, facts, season_months, lead_days, stock_by,
      drawing, position, created_at, search_words
    from jsonb_to_recordset(${recordset(products)}) as r (id text, slug text, name text, latin_name text, kind text, tint text, summary text,
      description jsonb, care jsonb, facts jsonb, season_months smallint[], lead_days integer, stock_by text, drawing jsonb, position integer,
      created_at timestamptz, search_words text)`,
  )
  await rows(
    tx,
    sql`
    insert into variants (id, product_id, sku, name, measure, position, price_minor, bench_minutes, height_cm, width_cm)
    select id, product_id, sku, name, measure, position, price_minor, bench_minutes, height_cm, width_cm
    from jsonb_to_recordset(${recordset(variants)}) as r (id text, product_id text, sku text, name text, measure text, position integer,
      price_minor bigint, bench_minutes integer, height_cm integer, width_cm integer)`,
  )
}

export async function insertRecipes(
  tx: Tx,
  { stems, recipes, stock, lots }: Pick<ShelfRows, 'stems' | 'recipes' | 'stock' | 'lots'>,
): Promise<void> {
  await rows(
    tx,
    sql`
    insert into stems (id, name, species, colour, bunch, grower, vase_days, cost_minor)
    select id, name, species, colour, bunch, grower, vase_days, cost_minor from jsonb_to_recordset(${recordset(stems)})
      as r (id text, name text, species text, colour text, bunch integer, grower text, vase_days integer, cost_minor bigint)`,
  )
  await rows(
    tx,
    sql`
    insert into recipe_stems (variant_id, stem_id, position, quantity)
    select variant_id, stem_id, position, quantity
    from jsonb_to_recordset(${recordset(recipes)}) as r (variant_id text, stem_id text, position integer, quantity integer)`,
  )
  await rows(
    tx,
    sql`
    insert into stock_items (item_id, on_hand)
    select item_id, on_hand from jsonb_to_recordset(${recordset(stock)}) as r (item_id text, on_hand integer)`,
  )
  await rows(
    tx,
    sql`
    with lots as (
      insert into stock_lots (id, item_id, arrived_day, usable_until, arrived, remaining)
      select id, item_id, arrived_day, usable_until, pieces, pieces
      from jsonb_to_recordset(${recordset(lots)}) as r (id text, item_id text, arrived_day date, usable_until date, pieces integer)
    )
    insert into stock_moves (item_id, lot_id, at, kind, change, who)
    select item_id, id, at, 'arrived', pieces, 'shop' from jsonb_to_recordset(${recordset(lots)}) as r (id text, item_id text, at timestamptz, pieces integer)`,
  )
}

export async function insertFacets(
  tx: Tx,
  { facetValues, productFacets }: Pick<ShelfRows, 'facetValues' | 'productFacets'>,
): Promise<void> {
  await rows(
    tx,
    sql`
    insert into facet_values (facet, value, label, position)
    select facet, value, label, position
    from jsonb_to_recordset(${recordset(facetValues)}) as r (facet text, value text, label text, position integer)`,
  )
  await rows(
    tx,
    sql`
    insert into product_facets (product_id, facet, value)
    select product_id, facet, value from jsonb_to_recordset(${recordset(productFacets)}) as r (product_id text, facet text, value text)`,
  )
}

export async function insertShelves(
  tx: Tx,
  {
    collections,
    collectionProducts,
    addOnOffers,
    pictures,
  }: Pick<ShelfRows, 'collections' | 'collectionProducts' | 'addOnOffers' | 'pictures'>,
): Promise<void> {
  await rows(
    tx,
    sql`
    insert into collections (id, slug, name, description, position)
    select id, slug, name, description, position
    from jsonb_to_recordset(${recordset(collections)}) as r (id text, slug text, name text, description text, position integer)`,
  )
  await rows(
    tx,
    sql`
    insert into collection_products (collection_id, product_id, position)
    select collection_id, product_id, position
    from jsonb_to_recordset(${recordset(collectionProducts)}) as r (collection_id text, product_id text, position integer)`,
  )
  await rows(
    tx,
    sql`
    insert into add_on_offers (product_id, add_on_id, position)
    select product_id, add_on_id, position
    from jsonb_to_recordset(${recordset(addOnOffers)}) as r (product_id text, add_on_id text, position integer)`,
  )
  await rows(
    tx,
    sql`
    insert into pictures (product_id, position, id, alt, drawing)
    select product_id, position, id, alt, drawing
    from jsonb_to_recordset(${recordset(pictures)}) as r (product_id text, position integer, id text, alt text, drawing jsonb)`,
  )
}

export async function insertDelivery(
  tx: Tx,
  {
    zones,
    postcodes,
    windows,
    closures,
    surges,
  }: Pick<ShopRows, 'zones' | 'postcodes' | 'windows' | 'closures' | 'surges'>,
): Promise<void> {
  await rows(
    tx,
    sql`
    insert into zones (id, name, position, pick_up)
    select id, name, position, pick_up
    from jsonb_to_recordset(${recordset(zones)}) as r (id text, name text, position integer, pick_up boolean)`,
  )
  await rows(
    tx,
    sql`
    insert into postcodes (postcode, suburb, zone_id)
    select postcode, suburb, zone_id from jsonb_to_recordset(${recordset(postcodes)}) as r (postcode text, suburb text, zone_id text)`,
  )
  await rows(
    tx,
    sql`
    insert into windows (id, zone_id, method, name, starts, ends, weekdays, fee_minor, capacity, cut_off, cut_off_days_before)
    select id, zone_id, method, name, starts, ends, weekdays, fee_minor, capacity, cut_off, cut_off_days_before
    from jsonb_to_recordset(${recordset(windows)}) as r (id text, zone_id text, method text, name text, starts time, ends time,
      weekdays smallint[], fee_minor bigint, capacity integer, cut_off time, cut_off_days_before integer)`,
  )
  await rows(
    tx,
    sql`
    insert into closures (day, zone_id, reason)
    select day, zone_id, reason from jsonb_to_recordset(${recordset(closures)}) as r (day date, zone_id text, reason text)`,
  )
  await rows(
    tx,
    sql`
    insert into surges (id, name, from_day, until_day, fee_minor)
    select id, name, from_day, until_day, fee_minor
    from jsonb_to_recordset(${recordset(surges)}) as r (id text, name text, from_day date, until_day date, fee_minor bigint)`,
  )
}

export async function insertOffers(
  tx: Tx,
  { promotions, giftCards, giftCardEntries }: Pick<ShopRows, 'promotions' | 'giftCards' | 'giftCardEntries'>,
): Promise<void> {
  await rows(
    tx,
    sql`
    insert into promotions (id, code, label, kind, basis_points, amount_minor, minimum_goods_minor, from_day, until_day, use_limit, first_order_only)
    select id, code, label, kind, basis_points, amount_minor, minimum_goods_minor, from_day, until_day, use_limit, first_order_only
    from jsonb_to_recordset(${recordset(promotions)}) as r (id text, code text, label text, kind text, basis_points integer, amount_minor bigint,
      minimum_goods_minor bigint, from_day date, until_day date, use_limit integer, first_order_only boolean)`,
  )
  await rows(
    tx,
    sql`
    insert into gift_cards (id, code_hash, ending, balance_minor, expires_day)
    select id, code_hash, ending, balance_minor, expires_day
    from jsonb_to_recordset(${recordset(giftCards)}) as r (id text, code_hash text, ending text, balance_minor bigint, expires_day date)`,
  )
  await rows(
    tx,
    sql`
    insert into gift_card_entries (gift_card_id, amount_minor, reason, at)
    select gift_card_id, amount_minor, 'issued', at
    from jsonb_to_recordset(${recordset(giftCardEntries)}) as r (gift_card_id text, amount_minor bigint, at timestamptz)`,
  )
}

export async function insertContent(tx: Tx, content: ShopRows['content']): Promise<void> {
  await rows(
    tx,
    sql`
    with given as (
      select * from jsonb_to_recordset(${recordset(content)}) as r (id text, slug text, kind text, title text, summary text, markdown text, tint text,
        picture jsonb, drawing jsonb, product_slugs text[], tags text[], tag_slugs text[], author text, published_at timestamptz, appeared_at timestamptz,
        changed_at timestamptz)
    ),
    addresses as (insert into content_slugs (slug, content_id, since) select slug, id, published_at from given)
    insert into content (id, slug, kind, status, title, summary, markdown, tint, picture, drawing, product_slugs, tags, tag_slugs, author, published_at,
      appeared_at, created_at, changed_at)
    select id, slug, kind, 'published', title, summary, markdown, tint, picture, drawing, product_slugs, tags, tag_slugs, author, published_at,
      appeared_at, published_at, changed_at
    from given`,
  )
}

/** What the loader put in, so that the planner knows at once how large the tables are. */
export async function analyzeTables(tx: Tx): Promise<void> {
  await rows(
    tx,
    sql`analyze products, variants, recipe_stems, product_facets, collection_products, pictures, postcodes, windows, stock_items`,
  )
}
