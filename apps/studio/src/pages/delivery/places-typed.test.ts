import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesTyped, placesWritten } from './places-typed.ts'

test('a list of postcodes is read as it was written', () => {
  const places = [
    { postcode: '3065', suburbs: ['Fitzroy', 'Fitzroy North'] },
    { postcode: '3067', suburbs: ['Abbotsford'] },
  ]
  assert.deepEqual(placesTyped(placesWritten(places)), { places, badLine: undefined })
})

test('empty lines and a spreadsheet’s separators do no harm', () => {
  assert.deepEqual(placesTyped('\n3065\tFitzroy; Collingwood,\n\n'), {
    places: [{ postcode: '3065', suburbs: ['Fitzroy', 'Collingwood'] }],
    badLine: undefined,
  })
})

test('the first line that is no postcode with a suburb is named', () => {
  assert.equal(placesTyped('3065 Fitzroy\n306 Carlton\n3000').badLine, 2)
  assert.equal(placesTyped('3065').badLine, 1)
})
