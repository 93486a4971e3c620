import type { BuyingList, CardLayout } from '@flora/contract/fulfilment.ts'
import type { PackDelivery, PackLine } from '../pack-queries.ts'

/** What stands on every paper. */
export interface PaperHead {
  readonly title: string
  readonly shop: { readonly name: string; readonly address: string; readonly phone: string }
  /** "Fri 20 Nov" */
  readonly day: string
  /** "Printed Fri 20 Nov, 6.05 am" */
  readonly printed: string
  readonly printedAt: string
  /** How many work sheets there are in all. */
  readonly sheets: number
  /** Where the code on a label leads to, but for the delivery's id. */
  readonly stopAddress: string
  readonly cards: CardLayout
}

export interface BouquetSheet extends PackLine {
  /** In which orders, with what to do if a stem is short. */
  readonly orders: readonly { number: string; window: string; quantity: number; substitution: string }[]
  /** The picture as WebP, when there is one. */
  readonly image: Uint8Array | undefined
}

/** What the paper press is given, one after the other; it asks for each. */
export type PaperWork =
  | { readonly kind: 'head'; readonly head: PaperHead }
  | { readonly kind: 'bouquet'; readonly sheet: BouquetSheet }
  | { readonly kind: 'work-sheets' | 'cards' | 'labels'; readonly deliveries: readonly PackDelivery[] }
  | { readonly kind: 'run-sheet'; readonly stops: readonly PackDelivery[]; readonly isFirst: boolean }
  | { readonly kind: 'buying-list'; readonly list: BuyingList; readonly days: string }
  | { readonly kind: 'end' }

/** What the press says: that it wants more, or why it can make nothing of it. */
export type PaperWord = { readonly kind: 'more' } | { readonly kind: 'failure'; readonly failure: string }
