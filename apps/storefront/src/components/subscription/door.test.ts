import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doorFaults, emptyDoor, firstFault, planOf } from './door.ts'

const door = { ...emptyDoor('3067'), name: 'June Halloran', line1: '12 Nicholson Street', suburb: 'Abbotsford' }
const van = { isPickUp: false, suburbs: ['Abbotsford'] }

test('a whole door has no fault', () => {
  assert.deepEqual(doorFaults(door, van), {})
})

test('an empty one is told of in the order of the form', () => {
  const faults = doorFaults(emptyDoor(''), { isPickUp: false, suburbs: [] })
  assert.deepEqual(Object.keys(faults), ['name', 'line1', 'suburb', 'postcode'])
  assert.equal(firstFault(faults), 'name')
})

test('suburb and postcode are held against each other', () => {
  assert.match(doorFaults({ ...door, suburb: 'Carlton' }, van).suburb ?? '', /^3067 is Abbotsford\./)
  assert.equal(doorFaults({ ...door, suburb: 'abbotsford ' }, van).suburb, undefined)
})

test('who picks up gives a name and nothing else', () => {
  const pickUp = { ...emptyDoor('3067'), name: 'June' }
  assert.deepEqual(doorFaults(pickUp, { isPickUp: true, suburbs: [] }), {})
  assert.deepEqual(planOf({ ...door }, { isPickUp: true }).recipient, {
    name: 'June Halloran',
    phone: '',
    line1: '',
    line2: '',
    suburb: '',
    postcode: '',
  })
})
