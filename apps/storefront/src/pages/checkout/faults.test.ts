import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Email, Phone } from '@flora/contract/cart.ts'
import { aCart, aTrip } from '../../../test/fixture-checkout.ts'
import { deliveryDraftOf, draftOf } from './draft.ts'
import { buyerFaults, deliveryFaults, faultsBeforePaying, orList, phoneFault } from './faults.ts'

test('numbers are taken and refused as the shop takes and refuses them', () => {
  const numbers = [
    '0491 570 156',
    '0491570156',
    '(03) 7010 4418',
    '03 7010 4418',
    '+61 491 570 156',
    '+61491570156',
    '1300 975 707',
    '+64 21 123 4567',
    '0491 570',
    '0491 570 1567',
    '491 570 156',
    '12',
    '+61 491 570',
    'ring June',
    '0591 570 156',
    '+',
    '0491-570-156',
  ]
  for (const number of numbers) assert.equal(phoneFault(number) === undefined, Phone.safeParse(number).success, number)
  assert.equal(phoneFault(''), undefined, 'no number is no fault')
})

test('a number that is wrong says how', () => {
  const cases: [string, string][] = [
    ['0491 570', 'That’s three digits short.'],
    ['0491 570 1567', 'That’s one digit too many.'],
    ['+61 491 570', 'That’s three digits short.'],
    ['ring June', 'Digits only, please, like 0491 570 156.'],
    ['0591 570 156', 'Please check the number: ten digits, like 0491 570 156.'],
  ]
  for (const [number, sentence] of cases) assert.equal(phoneFault(number), sentence)
})

const right = [
  'mercy@example.com',
  'Mercy.Okafor+flowers@mail.example.com.au',
  "sean.o'casey@example.org",
  'a_b-c@x1.io',
  ' mercy@example.com ',
]
const wrong = [
  'mercy',
  'mercy@',
  'mercy@example',
  'mercy@example.c',
  'mercy@.com',
  '.mercy@example.com',
  'mer..cy@example.com',
  'mercy.@example.com',
  "mercy'@example.com",
  'mercy@-example.com',
  'mercy@example..com',
  'mer cy@example.com',
  'jürgen@example.com',
  'mercy@example.com,',
  'a@b@example.com',
  'mercy@example.c0m',
]

test('the form takes an e-mail address exactly when the shop does', () => {
  for (const [typed, isRight] of [
    ...right.map((one) => [one, true] as const),
    ...wrong.map((one) => [one, false] as const),
  ]) {
    assert.equal(buyerFaults({ name: '', phone: '', email: typed }).email === undefined, isRight, `the form, ${typed}`)
    assert.equal(Email.safeParse(typed).success, isRight, `the shop, ${typed}`)
  }
})

test('an address is never right in the form and wrong in the shop while it is being typed', () => {
  for (const whole of right) {
    for (let length = 1; length <= whole.length; length += 1) {
      const typed = whole.slice(0, length)
      const formTakes = typed.trim() !== '' && buyerFaults({ name: '', phone: '', email: typed }).email === undefined
      assert.ok(!formTakes || Email.safeParse(typed).success, typed)
    }
  }
})

test('suburb and postcode are held against each other, whatever the capitals', () => {
  const delivery = aTrip({
    postcode: '3011',
    suburbs: ['Footscray', 'Seddon'],
    recipient: { ...aTrip().recipient, postcode: '3011' },
  })
  const fault = (suburb: string) => deliveryFaults({ ...deliveryDraftOf(delivery), suburb }, delivery).suburb
  assert.equal(fault('footscray '), undefined)
  assert.equal(fault('Abbotsford'), '3011 is Footscray or Seddon. Please check suburb and postcode against each other.')
  assert.equal(fault(''), undefined, 'an empty field is not wrong until somebody wants to pay')
  assert.equal(
    deliveryFaults({ ...deliveryDraftOf(delivery), suburb: 'Abbotsford', postcode: '3067' }, delivery).suburb,
    undefined,
    'the shop has not answered for the new postcode yet',
  )
  assert.equal(
    deliveryFaults({ ...deliveryDraftOf(delivery), suburb: 'Abbotsford' }, { ...delivery, method: 'pick-up' }).suburb,
    undefined,
  )
  assert.equal(orList(['Carlton', 'Parkville', 'Princes Hill', 'Fitzroy']), 'Carlton, Parkville or others')
})

test('everything missing is named in the order of the page', () => {
  const cart = aCart({ deliveries: [aTrip({ suburbs: ['Abbotsford', 'Collingwood'] })] })
  assert.deepEqual(faultsBeforePaying(draftOf(cart), cart), [
    { fieldId: 'buyer-name', sentence: 'Please tell us your name.' },
    { fieldId: 'buyer-email', sentence: 'Please tell us your e-mail, for the receipt.' },
    { fieldId: 'dlv_june-name', sentence: 'Who is it for?' },
    { fieldId: 'dlv_june-line1', sentence: 'Please give street and number.' },
    { fieldId: 'dlv_june-suburb', sentence: 'Which suburb: Abbotsford or Collingwood?' },
  ])
})

test('a pick-up needs a name and no address', () => {
  const cart = aCart({
    buyer: { name: 'Mercy', email: 'mercy@example.com', phone: '' },
    deliveries: [aTrip({ method: 'pick-up' })],
  })
  assert.deepEqual(faultsBeforePaying(draftOf(cart), cart), [
    { fieldId: 'dlv_june-name', sentence: 'Who picks it up?' },
  ])
})

test('a day that is missing or has closed stands in the way, and which delivery it is about is said', () => {
  const { day: _, window: __, ...undated } = aTrip({ id: 'dlv_two' })
  const named = {
    name: 'June',
    phone: '',
    line1: '12 Nicholson Street',
    line2: '',
    suburb: 'Abbotsford',
    postcode: '3067',
  }
  const full = aTrip({
    recipient: named,
    suburb: 'Abbotsford',
    problem: { code: 'full', message: 'Full. All 22 places are taken.' },
  })
  const cart = aCart({
    buyer: { name: 'Mercy', email: 'mercy@example.com', phone: '' },
    deliveries: [full, { ...undated, recipient: named, suburb: 'Abbotsford' }],
  })
  assert.deepEqual(faultsBeforePaying(draftOf(cart), cart), [
    { fieldId: 'dlv_june-when', sentence: 'Full. All 22 places are taken.', about: 'Delivery 1' },
    { fieldId: 'dlv_two-when', sentence: 'Please choose a day and a window.', about: 'Delivery 2' },
  ])
})

test('a cart with everything said has nothing in its way', () => {
  const cart = aCart({
    buyer: { name: 'Mercy', email: 'mercy@example.com', phone: '' },
    deliveries: [
      aTrip({
        suburb: 'Abbotsford',
        recipient: {
          name: 'June',
          phone: '',
          line1: '12 Nicholson Street',
          line2: '',
          suburb: 'Abbotsford',
          postcode: '3067',
        },
      }),
    ],
  })
  assert.deepEqual(faultsBeforePaying(draftOf(cart), cart), [])
})
