import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aTrip } from '../../../test/fixture-checkout.ts'
import { aud } from '../../../test/fixture-order.ts'
import { minutesLeft, saidAt } from './hold-words.ts'
import { placeNews } from './place-news.ts'

test('a new postcode tells what it changes: zone, price, a window that is lost', () => {
  const before = aTrip()
  const west = aTrip({
    postcode: '3011',
    suburbs: ['Footscray', 'Seddon'],
    suburb: 'Footscray',
    zone: 'West',
    fee: aud(1_600),
  })
  assert.equal(placeNews(before, west), 'Footscray is zone West: delivery is $16 now, it was $12.')
  const { window: _, ...lost } = west
  assert.equal(placeNews(before, lost), 'Footscray is zone West: please choose the window again.')
  assert.equal(
    placeNews(before, { ...before, postcode: '3066' }),
    undefined,
    'the same zone for the same price is no news',
  )
  assert.equal(placeNews(before, { ...west, postcode: '3067' }), undefined)
})

test('the hold is counted in begun minutes and said aloud at five and at one', () => {
  assert.equal(minutesLeft(61_000, 0), 2)
  assert.equal(minutesLeft(60_000, 0), 1)
  assert.ok(minutesLeft(0, 60_001) < 0)
  const said = [20, 6, 5, 4, 2, 1, 0].map(saidAt)
  assert.deepEqual(
    said.map((words) => words.split(' ')[0]),
    ['', '', 'Five', 'Five', 'Five', 'One', 'The'],
  )
})
