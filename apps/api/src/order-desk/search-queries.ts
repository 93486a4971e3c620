import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeliveryId } from '@flora/contract/ids.ts'
import { type Db, rows } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { cardColumns, type CardRow, withLines } from './card-queries.ts'
import type { Asked } from './search.ts'

export interface SearchPlace {
  readonly day: ShopDay
  readonly id: DeliveryId
}

interface Page {
  readonly after: SearchPlace | undefined
  readonly limit: number
}

/** Deliveries of all days, the latest day first. */
export function listLatest(db: Db, page: Page): Promise<CardRow[]> {
  return listChosen(
    db,
    sql`select d.id from order_deliveries d where true ${further(page)} order by d.day desc, d.id collate "C" desc limit ${page.limit}::int`,
  )
}

/** Those of a postcode, which a tree holds in this order. */
export function listOfPostcode(db: Db, postcode: string, page: Page): Promise<CardRow[]> {
  return listChosen(
    db,
    sql`select d.id from order_deliveries d where d.postcode = ${postcode} ${further(page)}
        order by d.day desc, d.id collate "C" desc limit ${page.limit}::int`,
  )
}

/** The delivery that a label belongs to. */
export function listOfLabel(db: Db, id: DeliveryId): Promise<CardRow[]> {
  return listChosen(db, sql`select d.id from order_deliveries d where d.id = ${id}`)
}

export interface FoundRow extends CardRow {
  readonly isTooMany: boolean
}

// Nobody reads further, and a name that half the town has must not be looked through to its end.
export const mostHits = 1_000

/**
 * Those whose buyer, recipient, number or phone has a part that was asked for. The hits are gathered before they are counted off: the
 * planner then takes the tree of letters whatever the part is, and the counting stops the reading.
 */
export function listAskedFor(db: Db, { part, phone }: Asked, page: Page): Promise<FoundRow[]> {
  const like = (expression: SQL) =>
    phone ? sql`(${expression} like ${part} or ${expression} like ${phone})` : sql`${expression} like ${part}`
  return rows(
    db,
    sql`with of_buyers as materialized (select id from orders where ${like(buyerWords)}),
          of_recipients as materialized (select order_id from order_deliveries where ${like(recipientWords)}),
          some_buyers as materialized (select id from of_buyers limit ${mostHits}::int),
          some_recipients as materialized (select order_id from of_recipients limit ${mostHits}::int),
          chosen as materialized (
            select d.id from order_deliveries d
            where d.order_id = any(array(select id from some_buyers union select order_id from some_recipients)) ${further(page)}
            order by d.day desc, d.id collate "C" desc limit ${page.limit}::int
          )
        select ${cardColumns},
          (select count(*) from some_buyers) = ${mostHits}::int or (select count(*) from some_recipients) = ${mostHits}::int as "isTooMany"
        from chosen join order_deliveries d on d.id = chosen.id join orders o on o.id = d.order_id ${withLines}
        order by d.day desc, d.id collate "C" desc`,
  )
}

// As in the indexes, letter for letter.
const buyerWords = sql`lower(number || ' ' || buyer_name || ' ' || right(regexp_replace(buyer_phone, '\\D', '', 'g'), 9))`
const recipientWords = sql`lower(recipient_name || ' ' || right(regexp_replace(recipient_phone, '\\D', '', 'g'), 9))`

function listChosen(db: Db, chosen: SQL): Promise<CardRow[]> {
  return rows(
    db,
    sql`with chosen as materialized (${chosen})
        select ${cardColumns}
        from chosen join order_deliveries d on d.id = chosen.id join orders o on o.id = d.order_id ${withLines}
        order by d.day desc, d.id collate "C" desc`,
  )
}

function further({ after }: Page): SQL {
  return after ? sql`and (d.day, d.id collate "C") < (${after.day}::date, ${after.id})` : sql``
}
