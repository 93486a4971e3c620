import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pages } from '../content/pages.ts'
import type { DemoWindow } from '../shape.ts'
import { zones } from './zones.ts'

test('postcodes have four digits, stand in one zone, and a suburb stands once under its postcode', () => {
  const places = zones.flatMap((zone) => zone.places)
  for (const place of places) {
    assert.match(place.postcode, /^3\d{3}$/)
    assert.ok(place.suburbs.length > 0, place.postcode)
    assert.deepEqual(repeated(place.suburbs), [], place.postcode)
  }
  assert.deepEqual(repeated(places.map((place) => place.postcode)), [])
  const suburbs = places.flatMap((place) => place.suburbs)
  // 3000 and 3004 are both called Melbourne.
  assert.deepEqual(repeated(suburbs), ['Melbourne'])
})

test('the vans go as far as Melton, Sunbury and Frankston and not to Ballarat', () => {
  const served = new Map(zones.flatMap((zone) => zone.places.map((place) => [place.postcode, place.suburbs] as const)))
  assert.ok(served.size >= 200)
  assert.ok(served.get('3337')?.includes('Melton'))
  assert.ok(served.get('3429')?.includes('Sunbury'))
  assert.ok(served.get('3199')?.includes('Frankston'))
  assert.ok(served.get('3067')?.includes('Abbotsford'))
  assert.equal(served.get('3350'), undefined)
})

test('windows end after they start, close before they end, rest on Sundays and fit a van', () => {
  for (const zone of zones) {
    assert.deepEqual(repeated(zone.windows.map((window) => window.key)), [], zone.key)
    for (const window of zone.windows) assertSane(zone.key, window)
    assert.equal(
      zone.pickUp === true,
      zone.windows.every((window) => window.method === 'pick-up'),
      zone.key,
    )
  }
})

test('the page about delivery names every zone with its lowest fee', () => {
  const page = pages.find((entry) => entry.slug === 'delivery-and-fees')?.markdown ?? ''
  for (const zone of zones.filter((each) => !each.pickUp)) {
    const lowest = Math.min(...zone.windows.map((window) => window.feeMinor))
    assert.ok(page.includes(`**${zone.name}**: $${lowest / 100}`), zone.name)
  }
})

function assertSane(zone: string, window: DemoWindow): void {
  const name = `${zone}/${window.key}`
  for (const clock of [window.starts, window.ends, window.cutOff])
    assert.match(clock, /^([01]\d|2[0-3]):[0-5]\d$/, name)
  assert.ok(window.starts < window.ends, name)
  if (window.cutOffDaysBefore === 0) assert.ok(window.cutOff <= window.starts, name)
  assert.ok(window.weekdays.length > 0 && window.weekdays.every((day) => day >= 1 && day <= 6), name)
  if (window.method === 'pick-up') assert.equal(window.feeMinor, 0, name)
  else assert.ok(window.feeMinor >= 1200 && window.feeMinor <= 2800, name)
  const [least, most] = window.method === 'express' ? [1, 4] : [10, 40]
  assert.ok(window.capacity >= least && window.capacity <= most, name)
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}
