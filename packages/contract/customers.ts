import { z } from 'zod'
import { Cart, Phone, Recipient } from './cart.ts'
import { Picture, Tile, Tint } from './catalog.ts'
import { DeliveryMethod, ShopFacts } from './delivery.ts'
import { endpoint } from './endpoint.ts'
import { AddressId, DeliveryId, OrderId } from './ids.ts'
import { Money } from './money.ts'
import { OrderLink, OrderStatus } from './orders.ts'
import { Instant, Obstacle, Postcode, ShopDay, Slug, typed } from './text.ts'

/** What an account can hold of each; told when met. */
export const customerLimits = { addresses: 50, favourites: 12, cards: 20 } as const

/** Orders on one page of the history, suggestions in one answer. */
export const historyPageSize = 20
export const suggestionCount = 24

/** The facets she may have favourites in: a part of the catalogue's own. */
export const preferenceNames = ['occasion', 'colour', 'mood'] as const
export const PreferenceName = z.enum(preferenceNames)
export type PreferenceName = z.output<typeof PreferenceName>

const Favourites = z
  .array(Slug)
  .max(customerLimits.favourites, `Please choose at most ${customerLimits.favourites}.`)
  .transform((values) => [...new Set(values)])

/** Favourite values of the catalogue's facets, as they stand in its filters. */
export const Preferences = z.strictObject({ occasion: Favourites, colour: Favourites, mood: Favourites })
export type Preferences = z.output<typeof Preferences>

export const Profile = z.strictObject({
  name: z.string(),
  /** Changed by identity only, since it must be proved. */
  email: z.string(),
  phone: z.string(),
  /** Everything that may be a favourite, and whether it is: all a form needs. */
  preferences: z.array(
    z.strictObject({
      name: PreferenceName,
      label: z.string(),
      values: z.array(z.strictObject({ value: Slug, label: z.string(), chosen: z.boolean() })),
    }),
  ),
})
export type Profile = z.output<typeof Profile>

/** Absent keys stay as they are. */
export const ProfileChange = z.strictObject({
  name: typed(80).pipe(z.string().min(1, 'Please give your name.')).optional(),
  phone: Phone.or(z.literal('')).optional(),
  preferences: Preferences.partial().optional(),
})
export type ProfileChange = z.output<typeof ProfileChange>

const needed = (max: number, sentence: string) => typed(max).pipe(z.string().min(1, sentence))

/** A delivery's recipient, with all that placing would ask for, and what she calls the place: 'Mum', 'Work'. */
export const NewAddress = z.strictObject({
  label: typed(40),
  name: needed(80, 'Please say who gets the flowers there.'),
  phone: Recipient.shape.phone,
  line1: needed(100, 'Please give street and number.'),
  line2: Recipient.shape.line2,
  suburb: needed(60, 'Please give the suburb.'),
  postcode: Postcode,
})
export type NewAddress = z.output<typeof NewAddress>

export const Address = z.strictObject({
  id: AddressId,
  label: z.string(),
  name: z.string(),
  phone: z.string(),
  line1: z.string(),
  line2: z.string(),
  suburb: z.string(),
  postcode: z.string(),
  isDefault: z.boolean(),
  /** Codes: suburb-postcode, address-not-served. The address is kept all the same. */
  warning: Obstacle.optional(),
})
export type Address = z.output<typeof Address>

/** An order as a line of the history. Its page is opened by its link. */
export const OrderSummary = z.strictObject({
  id: OrderId,
  number: z.string(),
  link: OrderLink,
  status: OrderStatus,
  placedAt: Instant,
  total: Money,
  /** Pieces, add-ons included. */
  count: z.int(),
  /** Of its first three products. */
  pictures: z.array(z.strictObject({ picture: Picture, tint: Tint, name: z.string() })),
  deliveries: z.array(
    z.strictObject({
      id: DeliveryId,
      status: OrderStatus,
      method: DeliveryMethod,
      day: ShopDay,
      recipient: z.string(),
      suburb: z.string(),
    }),
  ),
})
export type OrderSummary = z.output<typeof OrderSummary>

export const OrderHistory = z.strictObject({
  items: z.array(OrderSummary),
  /** Give it as `after` for the next page; absent on the last one. */
  next: OrderId.optional(),
})
export type OrderHistory = z.output<typeof OrderHistory>

/** The cart after a re-order, and what could not be put in. */
export const Reordered = z.strictObject({
  cart: Cart,
  leftOut: z.array(
    z.strictObject({ name: z.string(), variantName: z.string(), quantity: z.int(), because: z.string() }),
  ),
})
export type Reordered = z.output<typeof Reordered>

/** Stripe's id of a kept card. */
export const CardId = z.string().regex(/^pm_[A-Za-z0-9_]{1,80}$/, 'This is not the id of a card.')

export const SavedCard = z.strictObject({
  id: CardId,
  /** 'Visa', 'Mastercard': as it is read. */
  brand: z.string(),
  last4: z.string(),
  expiry: z.strictObject({ month: z.int(), year: z.int() }),
  isExpired: z.boolean(),
  isDefault: z.boolean(),
})
export type SavedCard = z.output<typeof SavedCard>

const read = { who: 'customer', limit: 'reads', method: 'GET' } as const
const write = { who: 'customer', limit: 'writes' } as const
const addressParams = z.strictObject({ addressId: AddressId })
const orderParams = z.strictObject({ link: OrderLink })
const cardParams = z.strictObject({ cardId: CardId })

/** What is an account's own. Somebody else's id is answered like one that never was. */
export const customers = {
  showProfile: endpoint({
    ...read,
    path: '/account/profile',
    summary: 'Name, telephone and favourites of the one who is signed in.',
    reply: Profile,
  }),
  changeProfile: endpoint({
    ...write,
    method: 'PATCH',
    path: '/account/profile',
    summary: 'Changes name, telephone or favourites; what is not sent stays.',
    body: ProfileChange,
    reply: Profile,
    refusals: ['preference-not-known'],
  }),
  listSuggestions: endpoint({
    ...read,
    path: '/account/suggestions',
    summary: 'Products by how many of her favourites they meet, then as they stand on the shelf.',
    reply: z.strictObject({
      /** False when she has no favourites, or nothing meets one: then this is the shelf’s own order. */
      isPersonal: z.boolean(),
      items: z.array(Tile),
    }),
    refusals: ['shelf-is-empty'],
  }),
  listAddresses: endpoint({
    ...read,
    path: '/account/addresses',
    summary: 'The addresses she sends to, the default first, then by label.',
    reply: z.array(Address),
  }),
  addAddress: endpoint({
    ...write,
    method: 'POST',
    path: '/account/addresses',
    summary: 'Keeps an address. The first one is the default.',
    body: NewAddress,
    reply: Address,
    status: 201,
    refusals: ['too-many-addresses'],
  }),
  changeAddress: endpoint({
    ...write,
    method: 'PATCH',
    path: '/account/addresses/:addressId',
    summary: 'Changes an address; what is not sent stays.',
    params: addressParams,
    body: NewAddress.partial(),
    reply: Address,
    refusals: ['address-not-found'],
  }),
  deleteAddress: endpoint({
    ...write,
    method: 'DELETE',
    path: '/account/addresses/:addressId',
    summary: 'Forgets an address and shows the rest. When it was the default, the one added last becomes it.',
    params: addressParams,
    reply: z.array(Address),
    refusals: ['address-not-found'],
  }),
  makeAddressDefault: endpoint({
    ...write,
    method: 'PUT',
    path: '/account/addresses/:addressId/default',
    summary: 'Makes an address the default and shows all.',
    params: addressParams,
    reply: z.array(Address),
    refusals: ['address-not-found'],
  }),
  listOrders: endpoint({
    ...read,
    path: '/account/orders',
    summary: 'Her orders, newest first, a page at a time.',
    query: z.strictObject({ after: OrderId.optional() }),
    reply: OrderHistory,
    refusals: ['order-not-found'],
  }),
  reorder: endpoint({
    ...write,
    method: 'POST',
    path: '/account/orders/:link/reorder',
    summary: 'Puts what is still for sale of an order into the cart: recipients filled in, days to be chosen.',
    params: orderParams,
    body: z.strictObject({}),
    reply: Reordered,
    refusals: ['order-not-found'],
  }),
  listCards: endpoint({
    ...read,
    path: '/account/cards',
    summary: 'The cards she keeps with the payment service, the default first.',
    reply: z.array(SavedCard),
    refusals: ['payment-service-silent'],
  }),
  setUpCard: endpoint({
    ...write,
    // Whoever tries stolen cards needs one of these for each few.
    limit: 'orders',
    method: 'POST',
    path: '/account/cards/setup',
    summary: 'What the browser needs to keep a new card: it confirms the setup intent with the payment service itself.',
    body: z.strictObject({}),
    reply: z.strictObject({ clientSecret: z.string(), payments: ShopFacts.shape.payments }),
    refusals: ['payment-service-silent', 'too-many-cards'],
  }),
  makeCardDefault: endpoint({
    ...write,
    method: 'PUT',
    path: '/account/cards/:cardId/default',
    summary: 'Makes a card the default and shows all.',
    params: cardParams,
    reply: z.array(SavedCard),
    refusals: ['card-not-found', 'payment-service-silent'],
  }),
  deleteCard: endpoint({
    ...write,
    method: 'DELETE',
    path: '/account/cards/:cardId',
    summary: 'Lets a card go for good and shows the rest.',
    params: cardParams,
    reply: z.array(SavedCard),
    refusals: ['card-not-found', 'payment-service-silent'],
  }),
  offerCards: endpoint({
    ...write,
    method: 'POST',
    path: '/account/orders/:link/cards',
    summary:
      'The kept cards that can pay an order of hers which waits for its money. Confirm its payment intent with the id of one as payment method.',
    params: orderParams,
    body: z.strictObject({}),
    reply: z.array(SavedCard),
    refusals: ['order-not-found', 'order-not-payable', 'payment-service-silent'],
  }),
}
