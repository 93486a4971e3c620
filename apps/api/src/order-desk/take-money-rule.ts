import type { Permission } from '@flora/contract/text.ts'
import type { OrderRecord } from '../orders/index.ts'

type Books = Pick<OrderRecord, 'status' | 'places' | 'toPayMinor' | 'dueMinor' | 'occurrenceId' | 'begins'>

/** Whether money may be recorded as taken in the shop: all of an order that is held for it, or a difference that is due. */
export function mayTakeMoney({ status, places, toPayMinor, dueMinor, occurrenceId, begins }: Books): Permission {
  if (dueMinor > 0) return { ok: true }
  if (status !== 'PENDING') return { ok: false, because: 'There is nothing to be paid.' }
  if (occurrenceId) return { ok: false, because: 'It is a delivery of a subscription; its card is charged by itself.' }
  if (begins) return { ok: false, because: 'It begins a subscription, whose card has to pay.' }
  if (places !== 'held' || toPayMinor === 0) return { ok: false, because: 'Its places are not held any more.' }
  return { ok: true }
}
