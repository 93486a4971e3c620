import { type Db, rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { Period } from './period.ts'

/** What the pieces of a product that were sold in a period are tied from, at what stems cost today. */
export interface TiedFrom {
  readonly productId: string
  /** In minor units: of all pieces, or of those of which it is known. */
  readonly cost: number
  /** Sizes that were sold and have no recipe, and all sizes that were sold. */
  readonly withoutRecipe: number
  readonly sizes: number
  /** Names of stems of which nobody has said what they cost, size by size. */
  readonly uncosted: readonly (readonly string[])[]
}

/**
 * Reads the stems of what was sold, product by product. The orders are those of the period alone, found as the report finds them, and are
 * summed by size before any recipe is looked up: a recipe is read once, however often its size was sold. What a gift has paid ahead is
 * tied from nothing yet.
 */
export function listTiedFrom(db: Db, { begins, ends }: Period): Promise<TiedFrom[]> {
  return rows(
    db,
    sql`with made as materialized (
          select l.variant_id, sum(l.quantity)::bigint as quantity
          from orders o join order_lines l on l.order_id = o.id
          where o.confirmed_at >= ${begins.toString()}::timestamptz and o.confirmed_at < ${ends.toString()}::timestamptz and l.purchase <> 'prepaid'
          group by l.variant_id)
        select x.product_id as "productId", coalesce(sum(m.quantity * r.cost), 0)::bigint as cost,
          count(*) filter (where r.stems = 0)::int as "withoutRecipe", count(*)::int as sizes,
          coalesce(jsonb_agg(r.uncosted order by x.position, x.id) filter (where r.uncosted is not null), '[]') as uncosted
        from made m join variants x on x.id = m.variant_id
          cross join lateral (
            select count(*) as stems, sum(s.cost_minor * t.quantity) as cost,
              jsonb_agg(s.name order by t.position) filter (where s.cost_minor is null) as uncosted
            from recipe_stems t join stems s on s.id = t.stem_id where t.variant_id = m.variant_id) r
        group by x.product_id`,
  )
}
