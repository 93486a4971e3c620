import type { Client } from '@flora/client/client.ts'
import type { DeliveryCalendar } from '@flora/contract/delivery.ts'

interface DemoOrder {
  readonly product: string
  /** Which open day of the calendar, from 0, and which of its open windows to a door. */
  readonly day: number
  readonly window: number
  readonly to: readonly [name: string, street: string, suburb: string, postcode: string]
  readonly from: string
  readonly card: string
  readonly note?: string
  /** Absent: a letter with a link went out, and nobody has paid yet. */
  readonly paid?: 'cash' | 'terminal'
}

// A florist's Saturday, more or less: two of everything that happens, so that every page of the Studio has something to show.
const orders: readonly DemoOrder[] = [
  o(
    'saturday-peonies',
    0,
    0,
    ['June Okafor', '12 Nicholson Street', 'Abbotsford', '3067'],
    'Mercy Okafor',
    'Happy birthday, Mum.\nSee you at lunch.\nMercy',
    'terminal',
  ),
  o(
    'rose-street-bunch',
    0,
    0,
    ['Tom Lindqvist', '8 Chapel Street', 'South Yarra', '3141'],
    'Ella Park',
    'You did it.\nE.',
    'terminal',
  ),
  o(
    'gerbera-parade',
    0,
    1,
    ['Ward 5, Nina Rossi', '41 Victoria Parade', 'Fitzroy', '3065'],
    'The night shift',
    'Get well soon.\nThe night shift',
    'cash',
    'Leave at the ward desk.',
  ),
  o(
    'snapdragon-nothing-else',
    0,
    1,
    ['Ivy Chen', '220 Gertrude Street', 'Fitzroy', '3065'],
    'Leo Chen',
    'For no reason at all.',
    'terminal',
  ),
  o(
    'iceland-poppies-opening',
    0,
    1,
    ['Sam Doyle', '77 Lygon Street', 'Carlton', '3053'],
    'Alex Doyle',
    'Sorry about the fence.',
    undefined,
  ),
  o(
    'three-peonies',
    0,
    0,
    ['Greta Muir', '15 Rae Street', 'Fitzroy North', '3068'],
    'Paul Muir',
    'Forty years.\nStill you.\nP.',
    'terminal',
    'Gate on the left. The dog is friendly.',
  ),
  o('a-dozen-red', 0, 1, ['Hugo Baptiste', '3 Bridge Road', 'Richmond', '3121'], 'Somebody', 'Dinner?', 'terminal'),
  o(
    'rose-street-bunch',
    0,
    2,
    ['Ama Boateng', '94 Smith Street', 'Collingwood', '3066'],
    'Kofi Boateng',
    'Welcome home.',
    'cash',
  ),
  o(
    'sunflowers-face-up',
    1,
    0,
    ['Miles and Jo', '10 High Street', 'Northcote', '3070'],
    'Everyone at number 12',
    'Welcome to the street.',
    'terminal',
  ),
  o(
    'saturday-peonies',
    1,
    0,
    ['Dr Helen Frost', '1 Swanston Street', 'Carlton', '3053'],
    'Class of 2026',
    'Thank you for everything.',
    'terminal',
  ),
  o(
    'carnations-reconsidered',
    1,
    1,
    ['Bea Walsh', '56 Johnston Street', 'Fitzroy', '3065'],
    'Aunt Ro',
    'Eighteen! Use it well.',
    'terminal',
  ),
  o(
    'gerbera-parade',
    1,
    1,
    ['Oscar Novak', '300 Brunswick Street', 'Fitzroy', '3065'],
    'Your team',
    'New baby, new job title.',
    undefined,
  ),
  o(
    'rose-street-bunch',
    2,
    0,
    ['Zara Haddad', '22 Sydney Road', 'Brunswick', '3056'],
    'Mum and Dad',
    'So proud of you.',
    'terminal',
  ),
  o(
    'iceland-poppies-opening',
    3,
    0,
    ['Fern Taylor', '9 Scotchmer Street', 'Fitzroy North', '3068'],
    'Book club',
    'Chapter one of many.',
    'cash',
  ),
]

function o(
  product: string,
  day: number,
  window: number,
  to: DemoOrder['to'],
  from: string,
  card: string,
  paid: DemoOrder['paid'] | undefined,
  note?: string,
): DemoOrder {
  return { product, day, window, to, from, card, ...(paid && { paid }), ...(note && { note }) }
}

/**
 * Gives a demo shop that was just planted its first orders, as a florist writes them down at the telephone: by the shop's own API, so
 * that prices, places and letters are those of any order. Says how many there were. What is not to be had at this time of the year is
 * left out; any other no is a fault of the list above, and thrown.
 */
export async function placeDemoOrders(florist: Client): Promise<number> {
  let placed = 0
  for (const order of orders) if (await place(florist, order)) placed += 1
  return placed
}

async function place(shop: Client, { product, day, window, to, from, card, note, paid }: DemoOrder): Promise<boolean> {
  const [name, line1, suburb, postcode] = to
  const { variants } = await shop.call('GET /products/:slug', { params: { slug: product } })
  const variantId = variants[Math.floor(variants.length / 2)]!.id
  const calendar = await shop.call('GET /delivery/calendar', { query: { postcode, lines: `${variantId}:1` } })
  const when = whenIn(calendar, day, window)
  if (!when) return false
  const { id } = await shop.call('POST /desk/drafts', { body: {} })
  const params = { draftId: id }
  const line = { what: 'add-line' as const, variantId, quantity: 1, postcode, suburb, ...when }
  const { cart } = await shop.call('POST /desk/drafts/:draftId/changes', { params, body: line })
  const change = { recipient: { name, line1, suburb }, cardMessage: card, ...(note && { instructions: note }) }
  const deliveryId = cart.deliveries[0]!.id
  await shop.call('POST /desk/drafts/:draftId/changes', { params, body: { what: 'delivery', deliveryId, change } })
  const buyer = {
    name: from,
    email: `${from
      .toLowerCase()
      .match(/[a-z]+/g)!
      .join('.')}@example.com`,
    phone: '0491 570 156',
  }
  const priced = await shop.call('POST /desk/drafts/:draftId/changes', { params, body: { what: 'buyer', buyer } })
  await shop.call('POST /desk/drafts/:draftId/order', {
    params,
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { toPay: priced.cart.toPay, pay: paid ?? 'link' },
  })
  return true
}

function whenIn(calendar: DeliveryCalendar, day: number, window: number) {
  const open = calendar.days.filter((one) => one.windows.some(isToADoor))
  const chosen = open[day]
  const windows = chosen?.windows.filter(isToADoor) ?? []
  const at = windows[Math.min(window, windows.length - 1)]
  return chosen && at && { day: chosen.day, windowId: at.id }
}

/** Whether a van goes to any door in that window, as against a bicycle, or a pick-up. */
export const isToADoor = ({ open, method }: DeliveryCalendar['days'][number]['windows'][number]): boolean =>
  open && method === 'standard'
