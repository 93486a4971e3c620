import { instantFromStored, timeFromStored } from '@flora/calendar/stored-time.ts'
import type { Run, Stop, StopReport } from '@flora/contract/fulfilment.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { RunRecord } from './run-queries.ts'
import { mayReport, type Report, reportThatCounts } from './stop.ts'
import type { StopRecord } from './stop-queries.ts'

/** A stop as staff and its driver see it. */
export function toStop(record: StopRecord): Stop {
  const counting = reportThatCounts(record.reports)
  return {
    deliveryId: record.deliveryId,
    orderId: record.orderId,
    number: record.number,
    status: record.status,
    method: record.method,
    zone: { id: record.zoneId, name: record.zoneName },
    window: {
      name: record.windowName,
      starts: timeFromStored(record.windowStarts),
      ends: timeFromStored(record.windowEnds),
    },
    ...(record.runId && record.position !== null && { position: record.position }),
    recipient: {
      name: record.recipientName,
      phone: record.recipientPhone,
      line1: record.line1,
      line2: record.line2,
      suburb: record.suburb,
      postcode: record.postcode,
    },
    mapUrl: mapUrlOf(record),
    instructions: record.instructions,
    anonymous: record.anonymous,
    boxes: record.boxes.map(({ name, variantName, quantity }) => ({ name: boxName(name, variantName), quantity })),
    ...(counting && { outcome: toReport(counting) }),
    reports: record.reports.map(toReport),
    can: { report: mayReport(record.status) },
  }
}

/** A run with its stops, which are given in order. */
export function toRun(run: RunRecord, stops: readonly StopRecord[]): Run {
  const own = stops.filter(({ runId }) => runId === run.id)
  return {
    id: run.id,
    number: run.number,
    driver: run.driverId && run.driverName !== null ? { accountId: run.driverId, name: run.driverName } : null,
    stops: own.map((stop, index) => toStop({ ...stop, position: index + 1 })),
    ...(run.departedAt && { departedAt: instantFromStored(run.departedAt).toString() }),
    can: { depart: mayDepart(run, own.length), remove: mayRemove(run) },
  }
}

export function mayRemove({ departedAt }: Pick<RunRecord, 'departedAt'>): Permission {
  return departedAt ? { ok: false, because: 'This run has left the shop, so it stays.' } : { ok: true }
}

function mayDepart({ departedAt }: Pick<RunRecord, 'departedAt'>, stops: number): Permission {
  if (departedAt) return { ok: false, because: 'This run has left already.' }
  return stops === 0 ? { ok: false, because: 'There is nothing in this run.' } : { ok: true }
}

function toReport(report: Report): StopReport {
  const { proof, hasPhoto, next } = report
  return {
    key: report.key,
    outcome: report.outcome,
    at: instantFromStored(report.at).toString(),
    who: report.who,
    where: report.where,
    note: report.note,
    ...(next && { next }),
    photo: proof
      ? { kind: 'here', proofId: proof.id, width: proof.width, height: proof.height }
      : { kind: hasPhoto ? 'expected' : 'none' },
    changedNothing: report.changedNothing,
  }
}

/** "Saturday Peonies, large"; a product of one size says nothing by its size. */
export function boxName(name: string, variantName: string): string {
  return variantName === '' || variantName.toLowerCase() === 'one size' ? name : `${name}, ${variantName.toLowerCase()}`
}

// Phones open this by the map that their owner uses; it needs no key and tells nobody who is waiting there, only where.
function mapUrlOf({ line1, suburb, postcode }: StopRecord): string {
  const destination = `${line1}, ${suburb} ${postcode}, Australia`
  return `https://www.google.com/maps/dir/?api=1&${new URLSearchParams({ destination })}`
}
