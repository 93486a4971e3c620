import type { DeliveryId, RunId } from '@flora/contract/ids.ts'

/** What decides where a stop goes in the day. */
export interface StopToPlan {
  readonly deliveryId: DeliveryId
  readonly zonePosition: number
  readonly windowStarts: string
  readonly windowEnds: string
  readonly postcode: string
  readonly suburb: string
  readonly line1: string
}

export interface RunToPlan {
  readonly id: RunId
  readonly stops: readonly StopToPlan[]
}

/**
 * Gives each stop a run and a place in it. Stops that have a run keep it and their order. The others go, zone by zone and along
 * the postcodes, to the van that goes to that zone in that window already, as long as it carries no more than its share; each
 * comes before the first stop that is later or farther along.
 */
export function planRuns(runs: readonly RunToPlan[], loose: readonly StopToPlan[]): Map<RunId, DeliveryId[]> {
  const planned = new Map(runs.map(({ id, stops }) => [id, [...stops]]))
  const all = loose.length + runs.reduce((sum, { stops }) => sum + stops.length, 0)
  const share = Math.ceil(all / runs.length)
  let last: RunId | undefined
  for (const stop of loose.toSorted(bySweep)) {
    const id = runFor(planned, stop, { share, last })
    insertInOrder(planned.get(id)!, stop)
    last = id
  }
  return new Map([...planned].map(([id, stops]) => [id, stops.map(({ deliveryId }) => deliveryId)]))
}

function runFor(
  planned: ReadonlyMap<RunId, readonly StopToPlan[]>,
  stop: StopToPlan,
  { share, last }: { share: number; last: RunId | undefined },
): RunId {
  const withRoom = [...planned].filter(([, stops]) => stops.length < share)
  const score = ([id, stops]: [RunId, readonly StopToPlan[]]): number => {
    const inZone = stops.filter(({ zonePosition }) => zonePosition === stop.zonePosition)
    const inWindow = inZone.filter(({ windowStarts }) => windowStarts === stop.windowStarts)
    // The van that took the neighbour takes this one too; a van of the same hours is better than one of the same zone.
    return (id === last && inWindow.length > 0 ? 4 : 0) + (inWindow.length > 0 ? 2 : 0) + (inZone.length > 0 ? 1 : 0)
  }
  return withRoom.toSorted((a, b) => score(b) - score(a) || a[1].length - b[1].length)[0]![0]
}

function insertInOrder(stops: StopToPlan[], stop: StopToPlan): void {
  const at = stops.findIndex((other) => byDriving(stop, other) < 0)
  stops.splice(at < 0 ? stops.length : at, 0, stop)
}

/** The order of a run: by when it must be there, then from zone to zone, along the postcodes and the houses of a street. */
export function byDriving(a: StopToPlan, b: StopToPlan): number {
  return compare(a.windowEnds, b.windowEnds) || compare(a.windowStarts, b.windowStarts) || byPlace(a, b)
}

function bySweep(a: StopToPlan, b: StopToPlan): number {
  return a.zonePosition - b.zonePosition || compare(a.windowStarts, b.windowStarts) || byPlace(a, b)
}

function byPlace(a: StopToPlan, b: StopToPlan): number {
  return (
    a.zonePosition - b.zonePosition ||
    compare(a.postcode, b.postcode) ||
    compare(a.suburb, b.suburb) ||
    compare(streetOf(a.line1), streetOf(b.line1)) ||
    houseOf(a.line1) - houseOf(b.line1) ||
    compare(a.deliveryId, b.deliveryId)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

// 'Unit 3, 210 Rathdowne Street' and '4/88 Hyde Street': the street's name stands behind the last number, the house's is that number.
const houseAndStreet = /(\d+)[a-z]?\s+([^\d]+)$/i

function streetOf(line1: string): string {
  return (houseAndStreet.exec(line1)?.[2] ?? line1).trim().toLowerCase()
}

function houseOf(line1: string): number {
  return Number(houseAndStreet.exec(line1)?.[1] ?? 0)
}
