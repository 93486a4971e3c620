import type { Books } from '@flora/sandbox/stripe/books.ts'
import { sql } from '../src/platform/sql.ts'
import { type Db, rows } from '../src/platform/db.ts'
import { brokenInOurBooks } from './own-books.ts'

/** What is looked at when everything is at rest: our tables, the bank's own books, and what the mail server took. */
export interface Evidence {
  readonly db: Db
  readonly books: Books
  /** Every letter that was handed over; absent where nobody counts them. */
  readonly letters?: readonly { readonly messageId: string }[]
  /** How often a process died: each death may double one letter, under one message id. */
  readonly crashes?: number
}

/**
 * Every promise about money and places that does not hold, in sentences; none when all is well. To be asked when no work is
 * waiting: between two steps of an action the books may differ.
 */
export async function brokenPromises(evidence: Evidence): Promise<string[]> {
  return [
    ...(await brokenInOurBooks(evidence.db)),
    ...(await brokenByBank(evidence)),
    ...(await brokenByMail(evidence)),
  ]
}

interface OwnBook {
  readonly id: string
  readonly status: string
  readonly toPay: number
  readonly paid: number
  readonly refunded: number
  readonly intentId: string | null
}

/** The bank's books against ours, intent by intent and cent by cent. */
async function brokenByBank({ db, books }: Evidence): Promise<string[]> {
  const own = await rows<OwnBook>(
    db,
    sql`select o.id, o.status, o.to_pay_minor::int as "toPay", (o.paid_minor - o.in_shop_minor)::int as paid,
          (o.refunded_minor - o.in_shop_refunded_minor)::int as refunded, p.intent_id as "intentId"
        from orders o left join payments p on p.order_id = o.id`,
  )
  const intentsOf = Map.groupBy(
    books.intents.filter(({ metadata }) => metadata['order']),
    ({ metadata }) => metadata['order']!,
  )
  const found: string[] = []
  const paidFor = Map.groupBy(
    books.intents.filter(({ metadata, amountSucceeded }) => metadata['paidFor'] && amountSucceeded > 0),
    ({ metadata }) => metadata['paidFor']!,
  )
  for (const [delivery, intents] of paidFor)
    if (intents.length > 1) found.push(`${delivery} was paid ${intents.length} times`)
  for (const order of own) {
    const intents = intentsOf.get(order.id) ?? []
    const paying = intents.filter(({ amountSucceeded }) => amountSucceeded > 0)
    const received = paying.reduce((sum, { amountSucceeded }) => sum + amountSucceeded, 0)
    const returned = paying.reduce((sum, { amountRefunded }) => sum + amountRefunded, 0)
    const isOver = order.status === 'CANCELLED' || order.status === 'REFUNDED'
    if (paying.length > 1) found.push(`${order.id} was paid ${paying.length} times`)
    if (received !== order.paid || returned !== order.refunded) {
      found.push(
        `${order.id} (${order.status}) has ${order.paid} less ${order.refunded} in our books, and ${received} less ${returned} at the bank`,
      )
    }
    if (received > 0 && order.status === 'PENDING') found.push(`${order.id} is paid and not confirmed`)
    if (received > 0 && isOver && received !== returned)
      found.push(`${order.id} is over and ${received - returned} were not given back`)
    if (returned > received) found.push(`${order.id} was given back more than it paid`)
    const open = intents.filter(
      ({ id, status }) => id === order.intentId && status !== 'canceled' && status !== 'succeeded',
    )
    if (isOver && open.length > 0) found.push(`${order.id} is over and can still be paid`)
  }
  const known = new Set(own.map(({ id }) => id))
  for (const [orderId, intents] of intentsOf) {
    if (
      !known.has(orderId) &&
      intents.some(({ amountSucceeded, amountRefunded }) => amountSucceeded !== amountRefunded)
    )
      found.push(`${orderId} was paid and is no order`)
  }
  return found
}

/** Every letter that we call sent was handed over, and handed over again only where a process died. */
async function brokenByMail({ db, letters, crashes = 0 }: Evidence): Promise<string[]> {
  if (!letters) return []
  const taken = Map.groupBy(letters, ({ messageId }) => /eml_[0-9a-z]+/.exec(messageId)?.[0] ?? messageId)
  const settled = await rows<{ id: string; once: string; isSent: boolean }>(
    db,
    sql`select id, once, sent_at is not null as "isSent" from emails where sent_at is not null or not_needed_at is not null`,
  )
  const missing = settled
    .filter(({ id, isSent }) => isSent && !taken.has(id))
    .map(({ once }) => `${once} is called sent and was not`)
  const known = new Set(settled.map(({ id }) => id))
  const unknown = [...taken.keys()].filter((id) => !known.has(id)).map((id) => `${id} was sent and is not called so`)
  // Who dies after the mail server's yes leaves a letter that is sent again, or by then is not needed any more.
  const unnoted = settled.filter(({ id, isSent }) => !isSent && taken.has(id)).length
  const doubled = [...taken.values()].reduce((more, copies) => more + copies.length - 1, unnoted)
  return [
    ...missing,
    ...unknown,
    ...(doubled > crashes ? [`${doubled} letters were sent too often for ${crashes} deaths of a process`] : []),
  ]
}
