import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { DeskLetter } from '@flora/contract/desk-order.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { OrderLetter } from '../jobs.ts'
import type { OrderRecord } from '../orders/index.ts'
import type { DeskLetterRecord } from './order-queries.ts'

const labels: Record<string, string> = {
  confirmed: 'Receipt',
  'payment-failed': 'Payment failed',
  'hold-expired': 'Hold over',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  'on-its-way': 'On its way',
  delivered: 'Delivered',
  'nobody-home': 'Nobody home',
  ready: 'Ready to be picked up',
  changed: 'Changed',
  'pay-link': 'Link to pay',
}

/** A letter of an order as the desk lists it. */
export function toDeskLetter(letter: DeskLetterRecord, order: Pick<OrderRecord, 'status'>): DeskLetter {
  const state = letter.sentAt ? 'sent' : letter.notNeededAt ? 'not-needed' : 'waiting'
  return {
    once: letter.once,
    kind: letter.kind,
    label: labels[letter.kind] ?? letter.kind,
    recipient: letter.recipient,
    subject: letter.subject,
    at: instantFromStored(letter.sentAt ?? letter.createdAt).toString(),
    state,
    can: { resend: mayResend(letter, order) },
  }
}

/** Whether a letter may go again: one that went, that is still so, and that is about the order. */
export function mayResend(letter: DeskLetterRecord, { status }: Pick<OrderRecord, 'status'>): Permission {
  const no = (because: string): Permission => ({ ok: false, because })
  if (!isOrderLetter(letter.kind)) return no('This letter is not written by the order desk.')
  if (!letter.sentAt)
    return no(letter.notNeededAt ? 'It was not needed any more.' : 'It is on its way to the mail server.')
  const isOver = status === 'CANCELLED' || status === 'REFUNDED'
  switch (letter.kind) {
    case 'confirmed':
    case 'changed':
      return isOver ? no('The order is cancelled; the receipt is not so any more.') : { ok: true }
    case 'payment-failed':
    case 'pay-link':
      return status === 'PENDING' ? { ok: true } : no('There is nothing to pay any more.')
    case 'on-its-way':
      return status === 'OUT_FOR_DELIVERY' ? { ok: true } : no('It is not on its way.')
    case 'ready':
      return status === 'READY' ? { ok: true } : no('It does not wait here.')
    case 'delivered':
      return status === 'DELIVERED' ? { ok: true } : no('It is not delivered.')
    case 'nobody-home':
      return no('A new try has a letter of its own.')
    case 'cancelled':
    case 'hold-expired':
    case 'refunded':
      return { ok: true }
  }
}

export function isOrderLetter(kind: string): kind is OrderLetter {
  return kind in labels
}

/** What a letter is about, beside its order: what stands in its key after the order, and before "again". */
export function aboutOf(once: string, orderId: string): string | undefined {
  const [, rest = ''] = once.split(`:${orderId}:`)
  const about = rest.replace(/(^|:)again-\d+$/, '')
  return about === '' ? undefined : about
}
