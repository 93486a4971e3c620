import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DriverDay, Stop } from '@flora/contract/fulfilment.ts'
import { afterSending, heardOf, type Report, runOfNow, shownStops } from './report.ts'

const stop = (id: string, more: Partial<Stop> = {}): Stop => ({ deliveryId: `dlv_${id}`, reports: [], ...more }) as Stop
const report = (id: string, more: Partial<Report> = {}): Report => ({
  key: `key ${id}`,
  deliveryId: `dlv_${id}`,
  outcome: 'delivered',
  at: '2026-11-20T10:00:00Z',
  where: '',
  note: '',
  state: 'waiting',
  ...more,
})
const ids = (stops: readonly { stop: Stop }[]): string[] => stops.map((one) => one.stop.deliveryId)

test('what was said here counts at once, before the shop has heard of it', () => {
  const [first, second] = shownStops([stop('a'), stop('b')], [report('a', { where: 'Under the fig' })])
  assert.deepEqual(
    [first?.isAhead, first?.isWaiting, first?.said?.where, second?.isAhead],
    [false, true, 'Under the fig', true],
  )
})

test('the last word of the phone counts, by the time it was said', () => {
  const [shown] = shownStops(
    [stop('a')],
    [
      report('a', { key: 'late', at: '2026-11-20T10:05:00Z' }),
      report('a', { key: 'early', outcome: 'nobody-home', next: 'tomorrow' }),
    ],
  )
  assert.equal(shown?.said?.outcome, 'delivered')
})

test('who was not home and is tried again today comes at the end, and stays ahead', () => {
  const shown = shownStops(
    [stop('a'), stop('b'), stop('c')],
    [
      report('a', { outcome: 'nobody-home', next: 'later-today' }),
      report('b', { outcome: 'nobody-home', next: 'tomorrow' }),
    ],
  )
  assert.deepEqual(ids(shown), ['dlv_b', 'dlv_c', 'dlv_a'])
  assert.deepEqual(
    shown.map(({ isAhead }) => isAhead),
    [false, true, true],
  )
})

test('what the shop refused is not done, and says why', () => {
  const [shown] = shownStops([stop('a')], [report('a', { state: 'refused', because: 'It was cancelled.' })])
  assert.deepEqual([shown?.isAhead, shown?.isWaiting, shown?.refusedBecause], [true, false, 'It was cancelled.'])
})

test('what was sent stays done until the shop’s own answer shows it, and then the shop’s word counts', () => {
  const sent = report('a', { state: 'sent' })
  const [before] = shownStops([stop('a')], [sent])
  assert.deepEqual([before?.isAhead, before?.isWaiting], [false, false])
  const heard = { key: sent.key } as Stop['reports'][number]
  const said = { outcome: 'nobody-home', next: 'later-today', at: sent.at, where: '' } as NonNullable<Stop['outcome']>
  const answered = stop('a', { reports: [heard], outcome: said })
  const [after] = shownStops([answered], [sent])
  assert.deepEqual([after?.said?.outcome, after?.isAhead], ['nobody-home', true])
  const day = (...stops: Stop[]) => ({ runs: [{ stops }] }) as unknown as DriverDay
  assert.deepEqual(heardOf(day(stop('a')), [sent]), [])
  assert.deepEqual(heardOf(day(answered), [sent, report('b')]), [sent])
  assert.deepEqual(heardOf(day(stop('c')), [sent]), [sent], 'it is of a day that is over')
})

test('a lost line and a busy shop are tried again; a no is a no', () => {
  assert.deepEqual([200, 201, 0, 401, 429, 503, 404, 409, 422].map(afterSending), [
    'done',
    'done',
    'later',
    'later',
    'later',
    'later',
    'refused',
    'refused',
    'refused',
  ])
})

test('the run of now is the one that left and is not done', () => {
  const run = (id: string, stops: Stop[], departedAt?: string) => ({ id: `run_${id}`, number: 1, stops, departedAt })
  const day = {
    runs: [run('1', [stop('a')], '2026-11-20T08:00:00Z'), run('2', [stop('b')]), run('3', [stop('c')], 'x')],
  }
  const now = (reports: Report[]): string | undefined => runOfNow(day as unknown as DriverDay, reports)?.id
  assert.equal(now([]), 'run_1')
  assert.equal(now([report('a')]), 'run_3')
  assert.equal(now([report('a'), report('c')]), 'run_2')
  assert.equal(now([report('a'), report('b'), report('c')]), 'run_3')
})
