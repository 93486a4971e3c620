import { type SQL, sql } from '../platform/sql.ts'
import { type Db, list, rows, type Tx } from '../platform/db.ts'
import { undoneBy } from '../platform/sent-at-once.ts'
import { invariant } from '../platform/refusal.ts'

/** How much of a counted thing a cart or an order is about: a variant's pieces, or a stem. */
export interface StockNeed {
  /** 'var_…' or 'stm_…' */
  readonly itemId: string
  readonly quantity: number
}

export type StockTaken = { readonly kind: 'taken' } | { readonly kind: 'short'; readonly itemIds: string[] }

/**
 * Takes all of what is needed or nothing, and says what there was too little of; an item nobody counts is short. Rows
 * are locked in the order of their ids, so that two carts that want the same stems in another order take turns.
 *
 * Everything is read from the locked rows and nothing from the updated table: a lock gives the newest row, however long
 * it was waited for, and nobody changes it afterwards. The update itself still scans the statement's older snapshot,
 * and a condition, a sum or a CHECK over that row would not see the pieces given back while we waited; so it writes
 * all counters as they were locked.
 */
export async function takeStock(tx: Tx, needs: readonly StockNeed[]): Promise<StockTaken> {
  if (needs.length === 0) return { kind: 'taken' }
  const short = await rows<{ item_id: string }>(
    tx,
    sql`
      with needs as (${summed(needs)}), locked as materialized (
        select item.item_id, item.on_hand, item.taken, item.owed
        from stock_items item join needs using (item_id)
        order by item.item_id
        for update of item
      ), short as materialized (
        select needs.item_id
        from needs left join locked using (item_id)
        where locked.item_id is null or locked.taken + needs.quantity > locked.on_hand
      ), taken as (
        update stock_items item set taken = locked.taken + needs.quantity, on_hand = locked.on_hand, owed = locked.owed
        from needs join locked using (item_id)
        where item.item_id = needs.item_id and not exists (select from short)
        returning item.item_id
      )
      select item_id${undoneBy(tx)} from needs
      where case when exists (select from short) then item_id in (select item_id from short)
                 else item_id not in (select item_id from taken) end
      order by item_id
    `,
  )
  return short.length === 0 ? { kind: 'taken' } : { kind: 'short', itemIds: short.map((row) => row.item_id) }
}

/**
 * Gives back what an order had taken. What was owed to it and is not in the shop is owed to nobody any more, and comes back to no
 * shelf. Rows are locked in the order of their ids, as when taking.
 */
export async function giveBackStock(tx: Tx, items: readonly StockNeed[]): Promise<void> {
  if (items.length === 0) return
  await rows(
    tx,
    sql`
      with back as (${summed(items)}), locked as materialized (
        select item.item_id, item.on_hand, item.taken, item.owed from stock_items item join back using (item_id)
        order by item.item_id
        for update of item
      )
      update stock_items item set taken = locked.taken - back.quantity,
        on_hand = locked.on_hand - least(locked.owed, back.quantity), owed = locked.owed - least(locked.owed, back.quantity)
      from back join locked using (item_id)
      where item.item_id = back.item_id
    `,
  )
}

/** What is left of counted things, by id; what nobody counts is absent. Only a page may believe it: placing takes. */
export async function listStockLeft(db: Db, itemIds: readonly string[]): Promise<Map<string, number>> {
  if (itemIds.length === 0) return new Map()
  const found = await rows<{ item_id: string; left_over: number }>(
    db,
    sql`select item_id, on_hand - taken as left_over from stock_items where item_id = any(${list(itemIds, 'text')})`,
  )
  return new Map(found.map((row) => [row.item_id, row.left_over]))
}

// Arrays and not JSON rows: of arrays the planner expects about ten rows and goes by the index, of JSON a hundred and
// reads the whole table.
function summed(needs: readonly StockNeed[]): SQL {
  for (const { itemId, quantity } of needs) {
    invariant(
      Number.isSafeInteger(quantity) && quantity > 0,
      `stock moves by whole pieces, not by ${quantity} of ${itemId}`,
    )
  }
  const itemIds = list(
    needs.map(({ itemId }) => itemId),
    'text',
  )
  const quantities = list(
    needs.map(({ quantity }) => quantity),
    'int',
  )
  return sql`
        select item_id, sum(quantity)::int as quantity
        from unnest(${itemIds}, ${quantities}) as need (item_id, quantity)
        group by item_id
      `
}
