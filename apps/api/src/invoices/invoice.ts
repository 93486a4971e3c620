import { dateInWords } from '@flora/calendar/in-words.ts'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { inSum } from '@flora/money/in-words.ts'
import {
  gstContained,
  isLess,
  isSame,
  isZero,
  least,
  type Money,
  negative,
  subtract,
  total,
} from '@flora/money/money.ts'
import { invariant } from '../platform/refusal.ts'

/** The shop as its invoices name it. */
export interface Seller {
  readonly name: string
  readonly tagline: string
  readonly abn: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly zone: string
  readonly gstBasisPoints: number
}

/** An Australian tax invoice, ready to be drawn. Its rows add up to its total, and all sums include GST. */
export interface Invoice {
  /** The order's. */
  readonly number: string
  readonly seller: Seller
  readonly buyer: { readonly name: string; readonly email: string }
  readonly paidAt: Temporal.Instant
  /** '20 November 2026' */
  readonly paidOn: string
  readonly rows: readonly InvoiceRow[]
  readonly total: Money
  readonly gst: Money
  /** How it was paid, and what went back: 'Visa ending 4242', 'Gift card ending 0001', 'Refunded to Visa ending 4242'. */
  readonly settlement: readonly { readonly label: string; readonly amount: Money }[]
  /** What became of the sale afterwards. */
  readonly adjustment: { readonly title: string; readonly words: string } | undefined
}

export interface InvoiceRow {
  readonly label: string
  readonly detail?: string
  readonly quantity: number
  /** Absent for money off, which has no price a piece. */
  readonly unitPrice?: Money
  readonly amount: Money
}

/** The invoice of an order that was paid. Recipients and cards are not the taxman's business, so they are not on it. */
export function toInvoice(order: OrderView, seller: Seller): Invoice {
  const rows = [...order.lines.map(lineRow), ...order.sum.flatMap(sumRow)]
  const sumOfRows = total(
    rows.map(({ amount }) => amount),
    order.total.currency,
  )
  invariant(
    isSame(sumOfRows, order.total),
    `the rows of invoice ${order.number} add up to ${sumOfRows.minor} and not to ${order.total.minor}`,
  )
  const paidAt = paidInstant(order)
  return {
    number: order.number,
    seller,
    buyer: { name: order.buyer.name, email: order.buyer.email },
    paidAt,
    paidOn: dayWithYear(paidAt, seller.zone),
    rows,
    total: order.total,
    gst: order.gst,
    settlement: settlementOf(order),
    adjustment: adjustmentOf(order, seller),
  }
}

function lineRow({ name, variantName, quantity, unitPrice, total: amount }: OrderView['lines'][number]): InvoiceRow {
  // A product of one size says nothing by its size.
  const hasSizes = variantName !== '' && variantName.toLowerCase() !== 'one size'
  return { label: name, ...(hasSizes && { detail: variantName }), quantity, unitPrice, amount }
}

// The lines stand for goods and add-ons one by one; a gift card is a way of paying and no part of the price.
function sumRow({ kind, label, detail, amount }: OrderView['sum'][number]): InvoiceRow[] {
  switch (kind) {
    case 'goods':
    case 'add-ons':
    case 'gift-card':
      return []
    case 'delivery':
    case 'surge':
      return [{ label, quantity: 1, unitPrice: amount, amount }]
    case 'promotion':
      return [{ label: `Money off, ${label}`, ...(detail && { detail }), quantity: 1, amount }]
  }
}

function paidInstant({ events, placedAt }: OrderView): Temporal.Instant {
  const paid = events.find(({ kind }) => kind === 'confirmed' || kind === 'paid-in-vain')
  // An order that a gift card paid whole is confirmed as it is placed.
  return Temporal.Instant.from(paid?.at ?? placedAt)
}

function dayWithYear(instant: Temporal.Instant, zone: string): string {
  const day = shopDayAt(instant, zone)
  return `${dateInWords(day)} ${Number(day.slice(0, 4))}`
}

function settlementOf({ sum, payment }: OrderView): Invoice['settlement'] {
  const giftCards = sum.flatMap(({ kind, label, amount }) =>
    kind === 'gift-card' ? [{ label: `Paid by ${lowerFirst(label)}`, amount: negative(amount) }] : [],
  )
  const method = payment.method ?? 'card'
  return [
    ...giftCards,
    ...(isZero(payment.paid) ? [] : [{ label: `Paid by ${method}`, amount: payment.paid }]),
    ...(isZero(payment.refunded) ? [] : [{ label: `Refunded to ${method}`, amount: negative(payment.refunded) }]),
  ]
}

function adjustmentOf(
  { status, payment, total: sale, gst }: OrderView,
  { gstBasisPoints }: Seller,
): Invoice['adjustment'] {
  if (status === 'CANCELLED' || status === 'REFUNDED') {
    const open = isLess(payment.refunded, payment.paid)
      ? ` ${inSum(subtract(payment.paid, payment.refunded))} is still to be refunded.`
      : ''
    return {
      title: 'Cancelled – adjustment',
      words: `This order was cancelled. The sale of ${inSum(sale)} and the ${inSum(gst)} GST in it are reversed.${open}`,
    }
  }
  if (isZero(payment.refunded)) return undefined
  const gstBack = isSame(payment.refunded, sale) ? gst : least(gst, gstContained(payment.refunded, gstBasisPoints))
  return {
    title: 'Adjustment',
    words: `${inSum(payment.refunded)} was refunded, with ${inSum(gstBack)} GST in it. The sale is now ${inSum(subtract(sale, payment.refunded))}, with ${inSum(subtract(gst, gstBack))} GST in it.`,
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
