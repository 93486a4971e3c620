import type { FacetName } from '@flora/contract/catalog.ts'
import type { catalogDesk } from '@flora/contract/catalog-desk-lines.ts'
import type { Answer } from '@flora/contract/endpoint.ts'
import type { ProductId, StemId } from '@flora/contract/ids.ts'
import { type Db, firstRow, rows, type Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export type DeskFacetValues = Answer<typeof catalogDesk.listFacetValues>
export type DeskStems = Answer<typeof catalogDesk.listStems>

export function listDeskFacetValues(db: Db): Promise<DeskFacetValues> {
  return rows(
    db,
    sql`select fv.facet, fv.value, fv.label, fv.position, count(pf.product_id)::int as products
        from facet_values fv left join product_facets pf using (facet, value)
        group by fv.facet, fv.value order by fv.facet, fv.position, fv.value limit 2000`,
  )
}

/** Writes a value of a facet; without a position it stays where it is, or comes last. */
export async function saveFacetValue(
  tx: Tx,
  { facet, value, label, position }: { facet: FacetName; value: string; label: string; position: number | undefined },
): Promise<void> {
  await rows(
    tx,
    sql`
      insert into facet_values (facet, value, label, position)
      values (${facet}, ${value}, ${label}, coalesce(${position ?? null}::int, (select coalesce(max(position), -1) + 1 from facet_values)))
      on conflict (facet, value) do update set label = excluded.label, position = coalesce(${position ?? null}::int, facet_values.position)`,
  )
}

export async function listProductsOfValue(
  tx: Tx,
  { facet, value }: { facet: FacetName; value: string },
): Promise<ProductId[]> {
  const found = await rows<{ id: ProductId }>(
    tx,
    sql`select product_id as id from product_facets where facet = ${facet} and value = ${value} order by product_id`,
  )
  return found.map(({ id }) => id)
}

/** Nobody gives this value to a product until the transaction ends. */
export async function lockFacetValue(tx: Tx, { facet, value }: { facet: FacetName; value: string }): Promise<boolean> {
  const there = await firstRow(tx, sql`select from facet_values where facet = ${facet} and value = ${value} for update`)
  return there !== undefined
}

export async function deleteFacetValue(tx: Tx, { facet, value }: { facet: FacetName; value: string }): Promise<void> {
  await rows(tx, sql`delete from facet_values where facet = ${facet} and value = ${value}`)
}

export async function listDeskStems(db: Db): Promise<DeskStems> {
  const found = await rows<{
    id: StemId
    name: string
    species: string
    colour: string | null
    recipes: number
    left: number | null
  }>(
    db,
    sql`select s.id, s.name, s.species, s.colour, (select count(*)::int from recipe_stems r where r.stem_id = s.id) as recipes,
          i.on_hand - i.taken as left
        from stems s left join stock_items i on i.item_id = s.id order by lower(s.name), s.id limit 5000`,
  )
  return found.map(({ colour, left, ...stem }) => ({
    ...stem,
    ...(colour !== null && { colour }),
    ...(left !== null && { left }),
  }))
}

/** A stem, and a row to count it in, with none of it yet. */
export async function insertStem(
  tx: Tx,
  { id, name, species, colour }: { id: StemId; name: string; species: string; colour: string | undefined },
): Promise<void> {
  await rows(
    tx,
    sql`
      with stem as (insert into stems (id, name, species, colour) values (${id}, ${name}, ${species}, ${colour ?? null}) returning id)
      insert into stock_items (item_id, on_hand) select id, 0 from stem`,
  )
}
