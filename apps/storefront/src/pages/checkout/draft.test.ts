import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCart, aTrip } from '../../../test/fixture-checkout.ts'
import { buyerChange, deliveryChange, deliveryDraftOf, draftOf, unsavedOf, withUnsaved } from './draft.ts'

const delivery = aTrip()
const typed = {
  ...deliveryDraftOf(delivery),
  name: ' June Okafor ',
  phone: '0491 570',
  line1: '12 Nicholson Street',
  cardMessage: 'Dear June,\r\nHello ',
}

test('only what changed and is whole is saved, trimmed as the shop would', () => {
  assert.deepEqual(deliveryChange(typed, delivery), {
    suburb: 'Abbotsford',
    cardMessage: 'Dear June,\nHello',
    recipient: { name: 'June Okafor', line1: '12 Nicholson Street' },
  })
  assert.equal(deliveryChange({ ...deliveryDraftOf(delivery), suburb: '' }, delivery), undefined)
})

test('a card that is too long and a half postcode wait, an emptied field is saved as empty', () => {
  const saved = aTrip({ suburb: 'Abbotsford', instructions: 'Blue gate', cardMessage: 'Dear June' })
  const long = { ...deliveryDraftOf(saved), instructions: '', postcode: '30', cardMessage: 'x\n'.repeat(20) }
  assert.deepEqual(deliveryChange(long, saved), { instructions: '' })
})

test('the buyer is saved as a whole; a wrong field keeps its last good value', () => {
  const saved = { name: 'Mercy', email: 'mercy@example.com', phone: '' }
  assert.deepEqual(buyerChange({ name: 'Mercy Okafor', email: 'mercy@', phone: '0491 570 156' }, saved), {
    name: 'Mercy Okafor',
    email: 'mercy@example.com',
    phone: '0491 570 156',
  })
  assert.equal(buyerChange({ ...saved, email: 'mercy@' }, saved), undefined)
})

test('what the shop has not got is remembered and comes back on top of it, half-typed numbers too', () => {
  const cart = aCart({ deliveries: [aTrip({ suburb: 'Abbotsford' })] })
  const draft = draftOf(cart)
  assert.deepEqual(unsavedOf(draft, cart), {})
  const later = {
    ...draft,
    buyer: { ...draft.buyer, email: 'mercy@' },
    deliveries: { dlv_june: { ...draft.deliveries['dlv_june']!, phone: '0491 570' } },
  }
  const unsaved = unsavedOf(later, cart)
  assert.deepEqual(unsaved, { buyer: { email: 'mercy@' }, deliveries: { dlv_june: { phone: '0491 570' } } })
  assert.deepEqual(withUnsaved(draftOf(cart), unsaved), later)
  assert.deepEqual(
    withUnsaved(draftOf(cart), { deliveries: { dlv_gone: { name: 'x' } } }),
    draft,
    'a delivery that is gone stays gone',
  )
})

test('a postcode with one suburb needs no asking, one with two does', () => {
  assert.equal(deliveryDraftOf(aTrip()).suburb, 'Abbotsford')
  assert.equal(deliveryDraftOf(aTrip({ postcode: '3011', suburbs: ['Footscray', 'Seddon'] })).suburb, '')
})
