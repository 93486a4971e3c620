import type Stripe from 'stripe'
import { createdFilter, list, oneOf, paramsOf, type Read, text } from './params.ts'
import { listParams, pageOf } from './lists.ts'
import { resourceMissing } from './stripe-errors.ts'
import type { Row } from './tables.ts'
import { type Delivery, isDelivered } from './deliveries.ts'
import type { World } from './world.ts'

/**
 * The version whose shapes the sandbox speaks. The type makes an SDK upgrade fail here until the shapes are looked at.
 */
export const API_VERSION: Stripe.LatestApiVersion = '2026-10-28.endive'

export type EventType = Stripe.Event['type']

/** Says that something happened: keeps the event with the object as it is now, and has it delivered. */
export type Announce = (type: EventType, object: object, previous?: object) => void

/** The request that caused an event; null when the bank did. */
export type Cause = Stripe.Event.Request | null

/** An event as it was sent. Later changes of its object must not show, so it is kept as text. */
export interface StoredEvent extends Row {
  type: EventType
  /** The id of the object it is about. */
  about: string
  body: string
}

export function createEvent(
  { id, created, type, cause }: { id: string; created: number; type: EventType; cause: Cause },
  object: object,
  previous: object | undefined,
): StoredEvent {
  const body = JSON.stringify({
    id,
    object: 'event',
    api_version: API_VERSION,
    created,
    data: previous ? { object, previous_attributes: previous } : { object },
    livemode: false,
    pending_webhooks: 1,
    request: cause,
    type,
  } satisfies Omit<Stripe.EventBase, 'type'> & { type: EventType })
  return { id, created, type, about: 'id' in object ? String(object.id) : '', body }
}

export const eventListParams = paramsOf<Stripe.EventListParams>()({
  ...listParams,
  type: text(),
  types: list(text()),
  created: createdFilter(),
  delivery_success: oneOf('true', 'false'),
})

export function listEvents(world: World, params: Read<typeof eventListParams>): Stripe.ApiList<Stripe.Event> {
  const wanted = params.type ? [params.type] : params.types
  const page = pageOf(world.events, '/v1/events', 'event', params, (event) => {
    if (wanted && !wanted.some((pattern) => matchesType(pattern, event.type))) return false
    if (params.delivery_success === undefined) return true
    return isDelivered(world.deliveries.find(event.id)) === (params.delivery_success === 'true')
  })
  return { ...page, data: page.data.map((event) => read(event, world.deliveries.find(event.id))) }
}

export function retrieveEvent(world: World, id: string): Stripe.Event {
  const event = world.events.find(id)
  if (!event) throw resourceMissing('event', id, 'id')
  return read(event, world.deliveries.find(id))
}

/** Whether an event type fits a name, in which `*` stands for anything. */
export function matchesType(pattern: string, type: string): boolean {
  if (!pattern.includes('*')) return pattern === type
  const [start = '', end = ''] = pattern.split('*', 2)
  return type.startsWith(start) && type.endsWith(end)
}

function read(event: StoredEvent, delivery: Delivery | undefined): Stripe.Event {
  const parsed = JSON.parse(event.body) as Stripe.Event
  parsed.pending_webhooks = isDelivered(delivery) ? 0 : 1
  return parsed
}
