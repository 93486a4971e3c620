import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCart, aLine, aTrip } from '../../../test/fixture-checkout.ts'
import { aud } from '../../../test/fixture-order.ts'
import { cartSentence, contentsWords, dayWords, lineNote, priceNews, tripWords, turnWords } from './cart-words.ts'

const footscray = aTrip({ id: 'dlv_two', postcode: '3011', suburbs: ['Footscray', 'Seddon'], suburb: 'Footscray' })

test('the cart opens with how many deliveries go to how many doors', () => {
  const { suburb: _, postcode: __, ...nowhere } = aTrip({ suburbs: [] })
  const pickUp = aTrip({ id: 'dlv_pick', method: 'pick-up' })
  const cases: [ReturnType<typeof aTrip>[], string][] = [
    [[aTrip()], 'One delivery, to Abbotsford.'],
    [[nowhere], 'One delivery, to one door.'],
    [[aTrip(), footscray], 'Two deliveries, to two doors.'],
    [[aTrip(), aTrip({ id: 'dlv_b', day: '2026-11-23' })], 'Two deliveries, to one door.'],
    [[nowhere, { ...nowhere, id: 'dlv_c' }], 'Two deliveries, to two doors.'],
    [[pickUp], 'One to pick up.'],
    [[pickUp, pickUp], 'Two to pick up.'],
    [[aTrip(), pickUp], 'One delivery, and one to pick up.'],
  ]
  for (const [deliveries, sentence] of cases) assert.equal(cartSentence({ deliveries }), sentence)
})

test('two people at one address are one door, two addresses in one suburb are two', () => {
  const at = (id: `dlv_${string}`, line1: string) => aTrip({ id, recipient: { ...aTrip().recipient, line1 } })
  assert.equal(
    cartSentence({ deliveries: [at('dlv_a', '12 Nicholson Street'), at('dlv_b', '12 nicholson street')] }),
    'Two deliveries, to one door.',
  )
  assert.equal(
    cartSentence({ deliveries: [at('dlv_a', '12 Nicholson Street'), at('dlv_b', '14 Nicholson Street')] }),
    'Two deliveries, to two doors.',
  )
})

test('when and where are said as far as they are known', () => {
  const { window: _, day: __, ...undated } = aTrip()
  assert.equal(tripWords(aTrip()), '8 am to 12 noon, to Abbotsford 3067')
  assert.equal(tripWords(undated), 'to Abbotsford 3067')
  assert.equal(tripWords(aTrip({ suburbs: ['Footscray', 'Seddon'], postcode: '3011' })), '8 am to 12 noon, to 3011')
  assert.equal(
    tripWords(aTrip({ method: 'pick-up', window: { ...aTrip().window!, name: '9 am to 1 pm' } })),
    'Pick up, 9 am to 1 pm',
  )
  assert.equal(dayWords({}), 'No day yet')
  assert.equal(turnWords(['a'], 'a'), 'The delivery')
  assert.equal(turnWords(['a', 'b'], 'b'), 'Delivery 2 of 2')
})

test('prices that changed are told with both prices', () => {
  assert.equal(priceNews(aCart().lines), undefined)
  const waratah = aLine({ name: 'Waratah, Standing', unitPrice: aud(11_800), priceWas: aud(11_200) })
  assert.deepEqual(priceNews([waratah]), {
    head: 'One price has changed.',
    rest: 'Waratah, Standing was $112 when you added it. It’s $118 now.',
  })
  assert.equal(priceNews([waratah, waratah])?.head, 'Two prices have changed.')
})

test('a line says its size and what it goes with, and one size is no size', () => {
  const peonies = aLine()
  const chocolates = aLine({
    id: 'lin_choc',
    name: 'Twelve chocolates',
    variantName: 'One size',
    goesWith: 'lin_peonies',
  })
  assert.equal(lineNote(peonies, [peonies, chocolates]), 'Medium')
  assert.equal(lineNote(chocolates, [peonies, chocolates]), 'Goes with Saturday Peonies')
  assert.equal(contentsWords([peonies, { ...chocolates, quantity: 2 }]), 'Saturday Peonies, 2 × Twelve chocolates')
  assert.equal(contentsWords([peonies, peonies, peonies, peonies]), 'Saturday Peonies, Saturday Peonies and 2 more')
})
