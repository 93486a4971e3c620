import { type Client, createClient } from '@flora/client/client.ts'
import { keepingCookies } from '@flora/client/keeping-cookies.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { CalendarWindow } from '@flora/contract/delivery.ts'
import type { VariantId } from '@flora/contract/ids.ts'
import type { Town } from './open-town.ts'

/** Somebody else who wants flowers: she uses the API alone and keeps her cookies. */
export function aNeighbour({ url }: Pick<Town, 'url'>): Client {
  return createClient(keepingCookies((path, init) => fetch(`${url}${path}`, init)))
}

export interface LastPlace {
  readonly variantId: VariantId
  readonly postcode: string
  readonly day: ShopDay
  readonly window: CalendarWindow
}

/** A window with one place left, on a day that has another open one; a few days ahead, so that no cut-off passes meanwhile. */
export async function findLastPlace(
  client: Client,
  { slug, postcode }: { slug: string; postcode: string },
): Promise<LastPlace> {
  const { variants } = await client.call('GET /products/:slug', { params: { slug } })
  const variantId = variants[0]!.id
  const { days } = await client.call('GET /delivery/calendar', {
    query: { postcode, lines: `${variantId}:1` as never, days: '28' as never },
  })
  for (const { day, windows } of days.filter(({ open }) => open).slice(3)) {
    const window = windows.find(({ open, placesLeft }) => open && placesLeft === 1)
    const other = windows.find(({ id, open, method }) => open && id !== window?.id && method === 'standard')
    if (window && other) return { variantId, postcode, day, window }
  }
  throw new Error(`No window to ${postcode} has one last place.`)
}

/** Places an order for that last place. */
export async function takeLastPlace(client: Client, { variantId, postcode, day, window }: LastPlace): Promise<void> {
  const { deliveries } = await client.call('POST /cart/lines', {
    body: { variantId, quantity: 1, postcode, day, windowId: window.id },
  })
  await client.call('PATCH /cart/deliveries/:deliveryId', {
    params: { deliveryId: deliveries[0]!.id },
    body: { suburb: deliveries[0]!.suburbs[0]!, recipient: { name: 'Ines Duarte', line1: '3 Toorak Road' } },
  })
  const { toPay } = await client.call('PUT /cart/buyer', {
    body: { name: 'Rui Duarte', email: 'rui@example.com', phone: '' },
  })
  await client.call('POST /checkout/orders', { headers: { 'idempotency-key': crypto.randomUUID() }, body: { toPay } })
}
