import { z } from 'zod'
import {
  change,
  days,
  DayChange,
  DeliveryArrangements,
  DeliveryChange,
  DeskDay,
  DeskMonth,
  minutes,
  NewWindow,
  NewZone,
  reason,
  surgeParts,
  WindowChange,
  WindowChoice,
  ZoneChange,
} from './delivery-desk.ts'
import { endpoint } from './endpoint.ts'
import { SurgeId, WindowId, ZoneId } from './ids.ts'
import { ShopDay } from './text.ts'

const reads = { who: { may: 'delivery/read' }, limit: 'reads' } as const
const writes = { who: { may: 'delivery/write' }, limit: 'writes' } as const
const stale = ['changed-meanwhile'] as const
const breaking = ['changed-meanwhile', 'orders-would-break'] as const
const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'Please give a month as 2026-12.')

/** Arranging where, when and how much the shop delivers. */
export const deliveryDesk = {
  showMonth: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/delivery/months/:month',
    summary: 'A month, day by day: open or closed and why, surge, places and bench minutes taken and left, by zone.',
    params: z.strictObject({ month: Month }),
    reply: DeskMonth,
  }),
  showDay: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/delivery/days/:day',
    summary: 'One day with each of its windows, and who changed it last.',
    params: z.strictObject({ day: ShopDay }),
    reply: DeskDay,
  }),
  changeDay: endpoint({
    ...writes,
    method: 'PATCH',
    path: '/desk/delivery/days/:day',
    summary:
      'Gives a day other capacities than usual: of all windows, of zones, of single windows, and the bench’s minutes.',
    params: z.strictObject({ day: ShopDay }),
    body: DayChange,
    reply: DeskDay,
    refusals: [...breaking, 'day-is-past', 'window-not-found', 'zone-not-found'],
  }),
  closeDays: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/delivery/closures',
    summary:
      'Closes days, for all or for some windows of them, all in one: the evening windows of Valentine’s, a zone for a week.',
    body: z.strictObject({ ...change, days, windows: WindowChoice, reason }),
    reply: DeliveryArrangements,
    refusals: [...breaking, 'day-is-past', 'window-not-found', 'zone-not-found', 'nothing-to-close'],
  }),
  openDays: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/delivery/closures/removal',
    summary:
      'Takes closures away: exactly those that closing the same choice made. Where none is left nothing happens.',
    body: z.strictObject({ version: change.version, days, windows: WindowChoice }),
    reply: DeliveryArrangements,
    refusals: [...stale, 'day-is-past', 'window-not-found', 'zone-not-found', 'nothing-to-close'],
  }),
  showArrangements: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/delivery/arrangements',
    summary:
      'Zones with their postcodes and windows, closures and surges to come, the week’s bench minutes, lead times.',
    reply: DeliveryArrangements,
  }),
  createZone: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/delivery/zones',
    summary: 'A new zone, with or without postcodes.',
    body: NewZone,
    reply: DeliveryArrangements,
    status: 201,
    refusals: [...stale, 'postcode-taken'],
  }),
  changeZone: endpoint({
    ...writes,
    method: 'PATCH',
    path: '/desk/delivery/zones/:zoneId',
    summary: 'Renames or moves a zone, or gives it another list of postcodes.',
    params: z.strictObject({ zoneId: ZoneId }),
    body: ZoneChange,
    reply: DeliveryArrangements,
    refusals: [...breaking, 'postcode-taken', 'zone-not-found'],
  }),
  createWindow: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/delivery/windows',
    summary: 'A new window of a zone; its places are there at once.',
    body: NewWindow,
    reply: DeliveryArrangements,
    status: 201,
    refusals: [...stale, 'zone-not-found'],
  }),
  changeWindow: endpoint({
    ...writes,
    method: 'PATCH',
    path: '/desk/delivery/windows/:windowId',
    summary:
      'Changes a window for all days to come: hours, weekdays, fee, capacity, cut-off, or whether it is offered.',
    params: z.strictObject({ windowId: WindowId }),
    body: WindowChange,
    reply: DeliveryArrangements,
    refusals: [...breaking, 'window-not-found', 'hours-not-valid'],
  }),
  createSurge: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/delivery/surges',
    summary: 'Days on which a delivery costs more. Orders that were placed keep their fee.',
    body: z
      .strictObject({ version: change.version, ...surgeParts })
      .refine(({ from, until }) => until >= from, { error: 'It ends before it begins.', path: ['until'] }),
    reply: DeliveryArrangements,
    status: 201,
    refusals: stale,
  }),
  changeSurge: endpoint({
    ...writes,
    method: 'PATCH',
    path: '/desk/delivery/surges/:surgeId',
    summary: 'Changes a surge’s name, days or fee.',
    params: z.strictObject({ surgeId: SurgeId }),
    body: z.strictObject({ ...z.strictObject(surgeParts).partial().shape, version: change.version }),
    reply: DeliveryArrangements,
    refusals: [...stale, 'surge-not-found', 'days-not-valid'],
  }),
  removeSurge: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/delivery/surges/:surgeId/removal',
    summary: 'Takes a surge away.',
    params: z.strictObject({ surgeId: SurgeId }),
    body: z.strictObject({ version: change.version }),
    reply: DeliveryArrangements,
    refusals: [...stale, 'surge-not-found'],
  }),
  changeWeek: endpoint({
    ...writes,
    method: 'PATCH',
    path: '/desk/delivery/week',
    summary: 'What the bench can tie on each weekday; days with minutes of their own keep them.',
    body: z.strictObject({ ...change, benchMinutes: z.array(minutes).length(7) }),
    reply: DeliveryArrangements,
    refusals: breaking,
  }),
  listChanges: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/delivery/changes',
    summary: 'Who changed what, latest first.',
    query: z.strictObject({ before: z.coerce.number().int().min(1).optional() }),
    reply: z.strictObject({ changes: z.array(DeliveryChange), next: z.int().nullable() }),
  }),
}
