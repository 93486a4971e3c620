import { clockTimeAt } from '@flora/calendar/clock-time.ts'
import { timeInWords } from '@flora/calendar/in-words.ts'
import type { DeliveryOutcome, OrderView } from '@flora/contract/orders.ts'
import { orderAddress, orderFootnote, whenOf, whereTo, whoseFlowers } from './order-words.ts'
import { type Letterhead, type Part, typeset, type WrittenLetter } from './sheet.ts'

type Delivery = OrderView['deliveries'][number]

/** The van has left with it. */
export function onItsWay(order: OrderView, delivery: Delivery, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: `${whoseFlowers(order, delivery)} in the van.`,
      parts: [
        { kind: 'words', text: `It comes ${whenOf(delivery)}. This is order ${order.number}.` },
        { kind: 'rows', rows: whereTo(delivery, shop) },
        { kind: 'button', label: 'See the order', address: orderAddress(order, shop) },
        { kind: 'note', text: `If something has to be changed now, ring us: ${shop.phone}.` },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}

/** It was handed over, or a neighbour has it. */
export function delivered(
  order: OrderView,
  { delivery, outcome }: { delivery: Delivery; outcome: DeliveryOutcome | undefined },
  shop: Letterhead,
): WrittenLetter {
  const withNeighbour = outcome?.kind === 'with-neighbour'
  return typeset(
    {
      sentence: `${whoseFlowers(order, delivery)} ${withNeighbour ? 'with a neighbour' : 'at the door'}.`,
      parts: [
        ...(outcome ? [{ kind: 'words', text: `${wordOf(outcome)}, at ${timeOf(outcome, shop)}.` } as const] : []),
        { kind: 'rows', rows: whereTo(delivery, shop) },
        {
          kind: 'button',
          label: hasPhoto(outcome) ? 'See the photo' : 'See the order',
          address: orderAddress(order, shop),
        },
        // The photograph shows somebody's door: it stays behind the order's link, and is no part of a letter that is forwarded.
        ...(hasPhoto(outcome) ? [photoNote] : []),
        { kind: 'note', text: `If something isn’t right, ring us: ${shop.phone}.` },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}

/** Nobody opened. What happens now, and whom to ring. */
export function nobodyHome(
  order: OrderView,
  { delivery, outcome }: { delivery: Delivery; outcome: DeliveryOutcome },
  shop: Letterhead,
): WrittenLetter {
  return typeset(
    {
      sentence: 'Nobody was home.',
      parts: [
        {
          kind: 'words',
          text: `We rang at ${timeOf(outcome, shop)} with order ${order.number}. ${then[outcome.next ?? 'back-to-shop']}`,
        },
        { kind: 'rows', rows: whereTo(delivery, shop) },
        { kind: 'button', label: 'See the order', address: orderAddress(order, shop) },
        { kind: 'note', text: `If you know a better hour or door, ring us: ${shop.phone}.` },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}

const photoNote: Part = { kind: 'note', text: 'There is a photo of where it stands on the order’s page.' }

const then: Record<NonNullable<DeliveryOutcome['next']>, string> = {
  'later-today': 'Our driver tries once more today.',
  tomorrow: 'We come again tomorrow, and ring before.',
  'back-to-shop': 'It’s back at the shop, in water; we ring you about when to come again.',
}

function wordOf({ kind, where }: DeliveryOutcome): string {
  if (kind === 'with-neighbour') return `Left with ${where}`
  return where ? `Delivered: ${where}` : 'Delivered'
}

function timeOf({ at }: DeliveryOutcome, { zone }: Letterhead): string {
  return timeInWords(clockTimeAt(Temporal.Instant.from(at), zone))
}

function hasPhoto(outcome: DeliveryOutcome | undefined): boolean {
  return (outcome?.photos.length ?? 0) > 0
}
