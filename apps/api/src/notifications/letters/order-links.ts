import { dayInWords } from '@flora/calendar/in-words.ts'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { countInWords } from './typed-words.ts'
import { orderAddress } from './order-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'

export interface OrderLink {
  readonly number: string
  readonly link: string
  readonly placedAt: string
  readonly status: string
}

/** The links of an address's orders, newest first. */
export function orderLinks(orders: readonly OrderLink[], shop: Letterhead): WrittenLetter {
  const isOne = orders.length === 1
  return typeset(
    {
      sentence: isOne
        ? 'Your order, and the way to it.'
        : `Your ${countInWords(orders.length)} latest orders, and the way to them.`,
      parts: [
        {
          kind: 'words',
          text: `You asked for the ${isOne ? 'link of the order' : 'links of the orders'} placed with this address.`,
        },
        {
          kind: 'links',
          links: orders.map((order) => ({
            label: `Order ${order.number}`,
            address: orderAddress(order, shop),
            detail: `placed ${dayInWords(shopDayAt(instantFromStored(order.placedAt), shop.zone))}, ${statusInWords[order.status] ?? 'under way'}`,
          })),
        },
        { kind: 'note', text: 'If somebody else asked, there is nothing to do: the links went to this address only.' },
      ],
      footnote: 'The links are private to you: whoever has one sees the price and may cancel.',
    },
    shop,
  )
}

const statusInWords: Record<string, string> = {
  CONFIRMED: 'confirmed',
  PREPARING: 'on the bench',
  OUT_FOR_DELIVERY: 'in the van',
  DELIVERED: 'delivered',
  CANCELLED: 'cancelled',
  REFUNDED: 'cancelled and refunded',
}
