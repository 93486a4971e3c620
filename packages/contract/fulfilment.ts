import { z } from 'zod'
import type { Substitution } from './cart.ts'
import { Picture } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { AccountId, DeliveryId, OrderId, PrintId, RunId, StemId, VariantId } from './ids.ts'
import { DayRuns, DriverDay, NextTry, Run, Stop, StopOutcome } from './stops.ts'
import { Instant, Permission, ShopDay, typed, typedLines } from './text.ts'

export { DayRuns, Driver, DriverDay, NextTry, proofLimits, Run, Stop, StopOutcome, StopReport } from './stops.ts'

/** The papers of a day: one at a time, or all in one file in this order. */
export const packParts = ['bouquets', 'work-sheets', 'cards', 'labels', 'run-sheets', 'buying-list'] as const
export const PackPart = z.enum([...packParts, 'whole'])
export type PackPart = z.output<typeof PackPart>

/** Cards cut by hand from A4, two to a page; or one to a page on pre-cut card, 88 by 125 mm. */
export const CardLayout = z.enum(['two-up', 'single'])
export type CardLayout = z.output<typeof CardLayout>

/** What of a delivery differs from the papers that were printed last. */
export const PrintedField = z.enum(['recipient', 'address', 'window', 'bouquets', 'card', 'instructions', 'stop'])
export type PrintedField = z.output<typeof PrintedField>

export const ChangeSincePrint = z.strictObject({
  orderId: OrderId,
  number: z.string(),
  deliveryId: DeliveryId,
  /** `new`: not on the papers yet; `gone`: on the papers, and not to be made any more. */
  kind: z.enum(['new', 'changed', 'gone']),
  fields: z.array(PrintedField),
  /** "FL-4K2M: the window and the address changed." */
  sentence: z.string(),
})
export type ChangeSincePrint = z.output<typeof ChangeSincePrint>

export const DayPrint = z.strictObject({
  id: PrintId,
  day: ShopDay,
  part: PackPart,
  at: Instant,
  /** The name and role then. */
  who: z.string(),
  deliveries: z.int(),
  /** Whether the same part of that day had been printed before. */
  isReprint: z.boolean(),
  /** How many card texts it froze, that were not frozen yet. */
  frozen: z.int(),
})
export type DayPrint = z.output<typeof DayPrint>

export const DayPack = z.strictObject({
  day: ShopDay,
  deliveries: z.int(),
  orders: z.int(),
  bouquets: z.array(
    z.strictObject({
      variantId: VariantId,
      name: z.string(),
      variantName: z.string(),
      picture: Picture,
      quantity: z.int(),
      stems: z.array(z.strictObject({ stemId: StemId, name: z.string(), each: z.int(), inAll: z.int() })),
    }),
  ),
  cards: z.strictObject({ all: z.int(), blank: z.int(), frozen: z.int(), tooLong: z.array(z.string()) }),
  benchMinutes: z.int(),
  /** Without a run yet, of those that go to a door. */
  withoutRun: z.int(),
  /** Newest first, at most 20. */
  prints: z.array(DayPrint),
  /** Since the last print of work sheets or of the whole pack; empty before the first. */
  changes: z.array(ChangeSincePrint),
  can: z.strictObject({ print: Permission }),
})
export type DayPack = z.output<typeof DayPack>

export const BuyingLine = z.strictObject({
  stemId: StemId,
  name: z.string(),
  grower: z.string(),
  needed: z.int(),
  /** Of what is there, what is still good on the day it is needed and not needed before. */
  usable: z.int(),
  short: z.int(),
  bunch: z.int(),
  bunches: z.int(),
  /** `bunches` × `bunch`. */
  stemsToBuy: z.int(),
})
export const BuyingList = z.strictObject({
  from: ShopDay,
  until: ShopDay,
  lines: z.array(BuyingLine),
  orders: z.int(),
  /** Of those, how many are deliveries of subscriptions whose money is still to come. */
  unpaidOccurrences: z.int(),
})
export type BuyingList = z.output<typeof BuyingList>

const dayParams = z.strictObject({ day: ShopDay })
const runParams = z.strictObject({ runId: RunId })
const stopParams = z.strictObject({ deliveryId: DeliveryId })
const version = z.int().min(0)

const packReads = { who: { may: 'fulfilment/print' }, limit: 'reads' } as const
const packWrites = { who: { may: 'fulfilment/print' }, limit: 'writes' } as const

export const fulfilment = {
  showDayPack: endpoint({
    ...packReads,
    method: 'GET',
    path: '/fulfilment/days/:day/pack',
    summary: 'What a day’s papers would say, what was printed of it, and what changed since.',
    params: dayParams,
    reply: DayPack,
  }),
  printDayPack: endpoint({
    ...packWrites,
    method: 'POST',
    path: '/fulfilment/days/:day/prints',
    summary:
      'Prints a part of a day or all of it: freezes the card texts when cards are among it, and writes down who, when and which orders. The file is at the address of the answer.',
    params: dayParams,
    body: z.strictObject({
      /** Chosen by the page: pressing twice prints once. */
      key: z.uuid(),
      part: PackPart,
      cards: CardLayout.default('two-up'),
      /** Only these deliveries; absent: all of the day. */
      deliveryIds: z.array(DeliveryId).min(1).max(5_000).optional(),
    }),
    reply: z.strictObject({ print: DayPrint, file: z.string(), pack: DayPack }),
    status: 201,
    refusals: ['nothing-to-print', 'card-too-long', 'key-used'],
  }),
  showBuyingList: endpoint({
    ...packReads,
    method: 'GET',
    path: '/fulfilment/buying-list',
    summary: 'Stems to buy for some days, in bunches: confirmed orders and drawn-up subscriptions, less usable lots.',
    query: z.strictObject({ from: ShopDay, until: ShopDay }),
    reply: BuyingList,
    refusals: ['days-not-possible'],
  }),
  showRuns: endpoint({
    ...packReads,
    method: 'GET',
    path: '/fulfilment/days/:day/runs',
    summary: 'The runs of a day with their stops, and what has no run yet.',
    params: dayParams,
    reply: DayRuns,
  }),
  addRun: endpoint({
    ...packWrites,
    method: 'POST',
    path: '/fulfilment/days/:day/runs',
    summary: 'Begins another run, with or without a driver.',
    params: dayParams,
    body: z.strictObject({ version, driverId: AccountId.nullable() }),
    reply: DayRuns,
    status: 201,
    refusals: ['runs-changed', 'no-such-driver', 'too-many-runs'],
  }),
  planRuns: endpoint({
    ...packWrites,
    method: 'POST',
    path: '/fulfilment/days/:day/runs/plan',
    summary:
      'Puts every stop without a run into one, by window, zone and postcode, evenly. Stops that have a run stay where they are.',
    params: dayParams,
    body: z.strictObject({ version }),
    reply: DayRuns,
    refusals: ['runs-changed', 'no-runs-yet'],
  }),
  giveRun: endpoint({
    ...packWrites,
    method: 'PATCH',
    path: '/fulfilment/runs/:runId',
    summary: 'Gives a run to a driver, or to nobody.',
    params: runParams,
    body: z.strictObject({ version, driverId: AccountId.nullable() }),
    reply: DayRuns,
    refusals: ['run-not-found', 'runs-changed', 'no-such-driver'],
  }),
  arrangeRun: endpoint({
    ...packWrites,
    method: 'PUT',
    path: '/fulfilment/runs/:runId/stops',
    summary:
      'Makes these the stops of a run, in this order. Those of other runs are taken from there; those left out have no run.',
    params: runParams,
    body: z.strictObject({ version, deliveryIds: z.array(DeliveryId).max(400) }),
    reply: DayRuns,
    refusals: ['run-not-found', 'runs-changed', 'stop-not-of-day', 'stop-done'],
  }),
  removeRun: endpoint({
    ...packWrites,
    method: 'DELETE',
    path: '/fulfilment/runs/:runId',
    summary: 'Takes a run away that has not left; its stops have no run then.',
    params: runParams,
    body: z.strictObject({ version }),
    reply: DayRuns,
    refusals: ['run-not-found', 'runs-changed', 'run-departed'],
  }),
  showMyDay: endpoint({
    who: { may: 'fulfilment/deliver' },
    limit: 'reads',
    method: 'GET',
    path: '/driver/today',
    summary: 'The caller’s own runs of today, stops in order.',
    reply: DriverDay,
  }),
  departRun: endpoint({
    who: { may: 'fulfilment/deliver' },
    limit: 'writes',
    method: 'POST',
    path: '/driver/runs/:runId/departure',
    summary: 'The van leaves: its stops are out for delivery and their buyers hear of it. A second time does nothing.',
    params: runParams,
    body: z.strictObject({}),
    reply: Run,
    refusals: ['run-not-found', 'run-empty'],
  }),
  reportStop: endpoint({
    who: { may: 'fulfilment/deliver' },
    limit: 'writes',
    method: 'POST',
    path: '/driver/stops/:deliveryId/reports',
    summary:
      'How a stop ended. The same key twice is one report; reports may come late and in any order, what happened last counts, and what was delivered stays delivered.',
    params: stopParams,
    body: z.strictObject({
      key: z.uuid(),
      outcome: StopOutcome,
      at: z.iso.datetime(),
      where: typed(120).default(''),
      note: typedLines(400).default(''),
      next: NextTry.optional(),
      /** The phone has a photograph and sends it by its own request, before or after this one. */
      hasPhoto: z.boolean().default(false),
    }),
    reply: Stop,
    refusals: ['stop-not-found', 'stop-not-deliverable', 'say-where', 'say-what-next', 'key-used'],
  }),
}

/**
 * Addresses that speak files and not JSON. `printFile` and `partFile` are PDFs; `partFile` is a look beforehand, whose cards say so
 * while their texts are not frozen. `sendProof` takes multipart/form-data with one file, called `photo`, and answers with a Stop.
 */
export const fulfilmentFiles = {
  partFile: {
    method: 'GET',
    path: '/fulfilment/days/:day/pack/:file',
    who: { may: 'fulfilment/print' },
    limit: 'reads',
  },
  printFile: {
    method: 'GET',
    path: '/fulfilment/prints/:printId/:file',
    who: { may: 'fulfilment/print' },
    limit: 'reads',
  },
  sendProof: {
    method: 'POST',
    path: '/driver/stops/:deliveryId/reports/:key/photo',
    who: { may: 'fulfilment/deliver' },
    limit: 'writes',
  },
  showProof: { method: 'GET', path: '/fulfilment/proofs/:proofId', who: { may: 'fulfilment/deliver' }, limit: 'reads' },
  showBuyersProof: { method: 'GET', path: '/orders/:link/proofs/:proofId', who: 'anyone', limit: 'reads' },
} as const

/** What a substitution choice is called on paper and at the bench. */
export const substitutionWords: Record<z.output<typeof Substitution>, string> = {
  'nearest-match': 'nearest match',
  'ask-me': 'ask the buyer',
  refund: 'leave it out and refund',
}
