import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { CardLayout, DayPrint, PackPart } from '@flora/contract/fulfilment.ts'
import { type DeliveryId, newId } from '@flora/contract/ids.ts'
import type { Caller } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { cardTooLong, keyUsed, nothingToPrint } from './errors.ts'
import { listPackCards } from './pack-queries.ts'
import { findPrintByKey, insertPrint, lockOrders, markCardsPrinted } from './print-queries.ts'
import { toPrint } from './show-pack.ts'

export interface Printing {
  readonly key: string
  readonly day: ShopDay
  readonly part: PackPart
  readonly cards: CardLayout
  readonly deliveryIds?: readonly DeliveryId[] | undefined
  readonly caller: Pick<Caller, 'accountId' | 'name' | 'role'>
}

/**
 * Decides what is printed: freezes the cards that are among it, and writes down who, when and which orders, once for the page's key.
 * The paper itself is drawn afterwards, from words that cannot change any more; if that fails it is drawn again from the same print.
 */
export function printPack(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  printing: Printing,
): Promise<DayPrint> {
  const { key, day, part, deliveryIds } = printing
  const at = clock.now()
  return inTransaction(async (tx) => {
    const before = await printOf(tx, printing)
    if (before) return before
    const wanted = await listPackCards(tx, { day, deliveryIds })
    // Who changes a card holds its order's lock: either that came before and is printed, or it finds the card frozen.
    await lockOrders(tx, [...new Set(wanted.map(({ orderId }) => orderId))])
    const found = await listPackCards(tx, { day, deliveryIds: wanted.map(({ deliveryId }) => deliveryId) })
    if (found.length === 0) throw nothingToPrint()
    const withCards = part === 'cards' || part === 'whole'
    const frozen = withCards ? await freeze(tx, found, at) : 0
    const isNew = await insertPrint(tx, {
      ...printing,
      id: newId('prt'),
      at,
      key,
      accountId: printing.caller.accountId,
      who: `${printing.caller.name}, ${printing.caller.role}`,
      frozen,
      deliveryIds: found.map(({ deliveryId }) => deliveryId),
    })
    const print = await printOf(tx, printing)
    if (!print) throw new Error(`invariant broken: the print ${key} was ${isNew ? '' : 'not '}written and is not there`)
    return print
  })
}

async function printOf(tx: Tx, { key, day, part }: Printing): Promise<DayPrint | undefined> {
  const print = await findPrintByKey(tx, key)
  if (print && (print.day !== day || print.part !== part)) throw keyUsed()
  return print && toPrint(print)
}

type Card = Awaited<ReturnType<typeof listPackCards>>[number]

async function freeze(tx: Tx, cards: readonly Card[], at: Temporal.Instant): Promise<number> {
  const tooLong = cards.filter(({ cardMessage }) => !fitCard(cardMessage).fits)
  if (tooLong.length > 0) throw cardTooLong(tooLong.map(({ number }) => number))
  return markCardsPrinted(
    tx,
    cards.map(({ deliveryId }) => deliveryId),
    at,
  )
}
