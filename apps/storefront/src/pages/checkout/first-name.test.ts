import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstName } from './first-name.ts'

for (const [name, called] of [
  ['June Halloran', 'June'],
  ['  June ', 'June'],
  ['Mum & Dad', 'Mum & Dad'],
  ['Ana and Theo Papas', 'Ana and Theo Papas'],
  ['Dr Halloran', 'Dr Halloran'],
  ['', ''],
] as const)
  test(`a card to "${name}" says "${called}"`, () => assert.equal(firstName(name), called))
