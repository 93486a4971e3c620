import { ApiProblem, type Client } from '@flora/client/client.ts'
import type { Cart, CartDelivery, CartLine, CartSubscription, DeliveryChange } from '@flora/contract/cart.ts'
import type { Placed } from '@flora/contract/checkout.ts'
import { anOrder, aud } from './fixture-order.ts'

/** A line of the design's cart: June's peonies. */
export function aLine(change: Partial<CartLine> = {}): CartLine {
  return {
    id: 'lin_peonies',
    deliveryId: 'dlv_june',
    variantId: 'var_peonies-medium',
    slug: 'saturday-peonies',
    name: 'Saturday Peonies',
    variantName: 'Medium',
    kind: 'bouquet',
    tint: 'blush',
    picture: { id: 'peonies', alt: 'A round bouquet of peonies' },
    quantity: 1,
    purchase: 'once',
    unitPrice: aud(12_800),
    total: aud(12_800),
    discount: aud(0),
    gst: aud(1_164),
    ...change,
  }
}

/** A delivery of the design's cart: Saturday morning to Abbotsford, with nothing typed yet. */
export function aTrip(change: Partial<CartDelivery> = {}): CartDelivery {
  return {
    id: 'dlv_june',
    method: 'standard',
    postcode: '3067',
    suburbs: ['Abbotsford'],
    zone: 'Inner North',
    day: '2026-11-21',
    window: { id: 'win_inner-north-morning', name: '8 am to 12 noon', starts: '08:00', ends: '12:00' },
    fee: aud(1_200),
    surge: aud(0),
    discount: aud(0),
    gst: aud(109),
    recipient: { name: '', phone: '', line1: '', line2: '', suburb: '', postcode: '3067' },
    instructions: '',
    cardMessage: '',
    cardFit: { lines: [], limit: 14, fits: true, unprintable: [] },
    anonymous: false,
    substitution: 'nearest-match',
    missing: ['recipient.name', 'recipient.line1', 'recipient.suburb'],
    ...change,
  }
}

/** A cart with one line to one door, unless said otherwise. */
export function aCart(change: Partial<Cart> = {}): Cart {
  return {
    version: 3,
    lines: [aLine()],
    deliveries: [aTrip()],
    buyer: { name: '', email: '', phone: '' },
    sum: [
      { kind: 'goods', label: 'Flowers and plants', amount: aud(12_800) },
      { kind: 'delivery', label: 'Delivery, Sat 21 Nov', amount: aud(1_200) },
    ],
    total: aud(14_000),
    toPay: aud(14_000),
    gst: aud(1_273),
    count: 1,
    can: { checkOut: { ok: true }, place: { ok: false, because: 'A few things are still to be filled in.' } },
    ...change,
  }
}

/** Three deliveries for June, as they lie in a cart. */
export const aGift: CartSubscription = {
  id: 'sub_gift',
  kind: 'recurring',
  frequency: 'monthly',
  variantId: 'var_peonies-medium',
  slug: 'saturday-peonies',
  name: 'Saturday Peonies',
  variantName: 'Medium',
  tint: 'blush',
  picture: { id: 'peonies', alt: 'Peonies' },
  quantity: 1,
  window: { id: 'win_morning', name: '8 am to 12 noon', starts: '08:00', ends: '12:00' },
  firstDay: '2026-12-03',
  plan: {
    recipient: {
      name: 'June Okafor',
      phone: '',
      line1: '12 Nicholson Street',
      line2: '',
      suburb: 'Abbotsford',
      postcode: '3067',
    },
    instructions: '',
    cardMessage: '',
    anonymous: false,
    substitution: 'nearest-match',
    excludedWeekdays: [],
    excludedDays: [],
  },
  gift: { deliveries: 3 },
  perDelivery: aud(12_720),
  dueNow: aud(38_160),
  sum: [{ kind: 'goods', label: 'Three deliveries', amount: aud(38_160) }],
}

export interface CartShop {
  readonly client: Client
  /** 'POST /cart/lines' and so on, in order. */
  readonly asked: string[]
  /** The keys of placements, in order. */
  readonly keys: string[]
  /** Whether each of them came with her yes to later charges. */
  readonly consents: unknown[]
  readonly cart: () => Cart
  /** The next call of this line fails with this code; 0 is a lost answer to a question that was understood. */
  readonly failNext: (line: string, status: number, code: string) => void
}

/** A shop in memory that keeps a cart and places it, as far as a browser can tell. It lays together what goes to one place at one time. */
export function cartShop(start: Cart = aCart()): CartShop {
  let cart = start
  let made = 0
  const asked: string[] = []
  const keys: string[] = []
  const consents: unknown[] = []
  const failures: { line: string; status: number; code: string }[] = []
  const orders = new Map<string, Placed>()
  const change = (next: Partial<Cart>): Cart => {
    const lines = next.lines ?? cart.lines
    const deliveries = (next.deliveries ?? cart.deliveries).filter(({ id }) =>
      lines.some(({ deliveryId }) => deliveryId === id),
    )
    return (cart = { ...cart, ...next, lines, deliveries, version: cart.version + 1 })
  }
  const fresh = (): number => (made += 1)

  interface Asked {
    readonly params?: Record<string, string>
    readonly headers?: Record<string, string>
    readonly body?: Record<string, unknown>
  }

  function answer(line: string, { params = {}, headers = {}, body = {} }: Asked): unknown {
    switch (line) {
      case 'GET /cart':
        return cart
      case 'POST /cart/lines':
        return addLine(body)
      case 'PATCH /cart/lines/:lineId': {
        const from = cart.deliveries.find(({ id }) =>
          cart.lines.some((one) => one.id === params['lineId'] && one.deliveryId === id),
        )!
        const own = { ...from, id: `dlv_new${fresh()}` as const }
        return change({
          deliveries: [...cart.deliveries, own],
          lines: cart.lines.map((one) => (one.id === params['lineId'] ? { ...one, deliveryId: own.id } : one)),
        })
      }
      case 'DELETE /cart/lines/:lineId':
        return change({
          lines: cart.lines.filter((one) => one.id !== params['lineId'] && one.goesWith !== params['lineId']),
        })
      case 'PATCH /cart/deliveries/:deliveryId':
        return change({
          deliveries: cart.deliveries.map((one) => (one.id === params['deliveryId'] ? typedInto(one, body) : one)),
        })
      case 'POST /cart/subscriptions':
        return change({ subscriptions: [...(cart.subscriptions ?? []), { ...aGift, ...body }] })
      case 'PUT /cart/code':
        return change({ promotion: { code: String(body['code']), label: 'Ten per cent off' } })
      case 'POST /checkout/orders':
        consents.push(body['mayCharge'])
        return place(String(headers['idempotency-key']))
      case 'GET /orders/:link':
        return [...orders.values()].find(({ order }) => order.link === params['link'])?.order
      case 'POST /orders/:link/cancellation':
        return anOrder({ status: 'CANCELLED' })
      default:
        throw new Error(`nobody answers ${line}`)
    }
  }

  function addLine({
    variantId,
    quantity,
    deliveryId,
    addOns = [],
    postcode,
    suburb,
    day,
    windowId,
  }: Record<string, unknown>): Cart {
    const known = cart.deliveries.find((one) =>
      deliveryId === undefined
        ? one.postcode === postcode && one.day === day && one.window?.id === windowId
        : one.id === deliveryId,
    )
    const { window: _, ...noWindow } = aTrip({ id: `dlv_new${fresh()}` })
    const delivery =
      known ??
      ({
        ...noWindow,
        postcode,
        suburb,
        day,
        ...(windowId !== undefined && { window: { id: windowId, name: '', starts: '08:00', ends: '12:00' } }),
      } as CartDelivery)
    const main = aLine({
      id: `lin_new${fresh()}`,
      deliveryId: delivery.id,
      variantId: variantId as CartLine['variantId'],
      quantity: Number(quantity),
    })
    const extras = (addOns as { variantId: CartLine['variantId']; quantity: number }[]).map((one) =>
      aLine({ ...one, id: `lin_new${fresh()}`, deliveryId: delivery.id, goesWith: main.id }),
    )
    return change({
      lines: [...cart.lines, main, ...extras],
      deliveries: known === undefined ? [...cart.deliveries, delivery] : cart.deliveries,
    })
  }

  function place(key: string): Placed {
    keys.push(key)
    const placed = orders.get(key) ?? {
      order: anOrder({ status: 'PENDING', link: String(keys.length).padStart(32, '0') }),
      payment: { clientSecret: 'pi_1_secret_2', amount: aud(14_000) },
    }
    orders.set(key, placed)
    change({ lines: [], deliveries: [], subscriptions: [] })
    return placed
  }

  const call = async (line: string, given: Asked): Promise<unknown> => {
    asked.push(line)
    const failure = failures.findIndex((one) => one.line === line)
    const { status, code } = failure === -1 ? { status: -1, code: '' } : failures.splice(failure, 1)[0]!
    // An answer that is lost was given: what was asked has happened.
    const said = status <= 0 ? answer(line, given) : undefined
    if (status >= 0) throw new ApiProblem({ type: 'about:blank', title: code, status, code, detail: code })
    return structuredClone(said)
  }
  return {
    client: { call } as unknown as Client,
    asked,
    keys,
    consents,
    cart: () => cart,
    failNext: (line, status, code) => void failures.push({ line, status, code }),
  }
}

function typedInto(
  delivery: CartDelivery,
  { recipient, suburb, ...rest }: DeliveryChange & Record<string, unknown>,
): CartDelivery {
  return {
    ...delivery,
    ...rest,
    ...(suburb !== undefined && { suburb }),
    recipient: { ...delivery.recipient, ...recipient },
  } as CartDelivery
}
