import type { DeliveryId } from '@flora/contract/ids.ts'
import type { DriverDay, Stop, StopOutcome } from '@flora/contract/fulfilment.ts'

/** What a driver said of a stop, until the shop has it. The key is chosen here, so that sending it twice is one report. */
export interface Report {
  readonly key: string
  readonly deliveryId: DeliveryId
  readonly outcome: StopOutcome
  /** By this phone's clock, ISO. */
  readonly at: string
  readonly where: string
  readonly note: string
  readonly next?: 'later-today' | 'tomorrow' | 'back-to-shop'
  /** Shrunk, and without the place it was taken at. */
  readonly photo?: Blob
  /**
   * `photo`: the report is with the shop, its photograph is not. `sent`: all of it is, and no answer of the shop has shown it yet.
   * `refused`: the shop said no, and why.
   */
  readonly state: 'waiting' | 'photo' | 'sent' | 'refused'
  readonly because?: string
}

/** Whether something of a report is still to be sent. */
export function isToSend({ state }: Pick<Report, 'state'>): boolean {
  return state === 'waiting' || state === 'photo'
}

/** Reports that need not be kept any more: the shop's own answer shows them, or is of a day without their stop. */
export function heardOf(day: Pick<DriverDay, 'runs'>, reports: readonly Report[]): Report[] {
  const stops = new Map(day.runs.flatMap((run) => run.stops.map((stop) => [stop.deliveryId, stop] as const)))
  return reports.filter((report) => {
    const stop = stops.get(report.deliveryId)
    return report.state === 'sent' && (stop === undefined || knows(stop, report))
  })
}

function knows({ reports }: Pick<Stop, 'reports'>, { key }: Pick<Report, 'key'>): boolean {
  return reports.some((one) => one.key === key)
}

/** What becomes of something that was sent, by the status of its answer; 0 when there was none. */
export function afterSending(status: number): 'done' | 'later' | 'refused' {
  if (status >= 200 && status < 300) return 'done'
  // No network, a busy or broken shop, and a sign-in that ended: all of them pass.
  if (status === 0 || status === 401 || status === 408 || status === 429 || status >= 500) return 'later'
  return 'refused'
}

/** A stop as the phone shows it: what was said of it here counts at once. */
export interface ShownStop {
  readonly stop: Stop
  readonly said: Pick<Report, 'outcome' | 'at' | 'where'> | undefined
  /** Not with the shop yet. */
  readonly isWaiting: boolean
  readonly refusedBecause: string | undefined
  /** Still to be driven to; also when nobody was home and she comes again today. */
  readonly isAhead: boolean
}

/** The stops of a run in the order they are driven: those that come a second time today at the end. */
export function shownStops(stops: readonly Stop[], reports: readonly Report[]): ShownStop[] {
  const shown = stops.map((stop) => shownStop(stop, reports))
  const isSecondTry = ({ said, isAhead }: ShownStop): boolean => said !== undefined && isAhead
  return [...shown.filter((one) => !isSecondTry(one)), ...shown.filter(isSecondTry)]
}

function shownStop(stop: Stop, reports: readonly Report[]): ShownStop {
  const own = reports.filter(({ deliveryId }) => deliveryId === stop.deliveryId)
  const ours = own
    // Until the shop's answer shows it, what was sent counts as it was said: or a stop that is done would be the next one again.
    .filter((report) => isToSend(report) || (report.state === 'sent' && !knows(stop, report)))
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1)
  const refused = own.findLast(({ state }) => state === 'refused')
  const said = ours ?? stop.outcome
  const isSecondTry = said?.outcome === 'nobody-home' && said.next === 'later-today'
  return {
    stop,
    said: said && { outcome: said.outcome, at: said.at, where: said.where },
    isWaiting: ours !== undefined && isToSend(ours),
    refusedBecause: refused?.because,
    isAhead: said === undefined || isSecondTry,
  }
}

/** The run that is driven now: the first that has left and has stops ahead, else the first with stops ahead, else the last. */
export function runOfNow(day: DriverDay, reports: readonly Report[]): DriverDay['runs'][number] | undefined {
  const hasAhead = (run: DriverDay['runs'][number]): boolean =>
    shownStops(run.stops, reports).some(({ isAhead }) => isAhead)
  return (
    day.runs.find((run) => run.departedAt !== undefined && hasAhead(run)) ?? day.runs.find(hasAhead) ?? day.runs.at(-1)
  )
}
