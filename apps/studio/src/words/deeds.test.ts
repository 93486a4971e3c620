import assert from 'node:assert/strict'
import { test } from 'node:test'
import { api } from '@flora/contract/api.ts'
import type { Endpoint } from '@flora/contract/endpoint.ts'
import { deedWords } from './deeds.ts'

test('every line of the contract that staff can change something by has words in the log', () => {
  const endpoints: Endpoint[] = Object.values(api).flatMap((feature) => Object.values<Endpoint>(feature))
  const deeds = endpoints
    .filter(({ who, method }) => typeof who === 'object' && method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`)
  assert.ok(deeds.length > 50)
  assert.deepEqual(
    deeds.filter((deed) => deedWords(deed) === deed.replaceAll('-', ' ')),
    [],
  )
})

test('what has no words stands as it is', () => {
  assert.equal(deedWords('sign-in'), 'Sign in')
  assert.equal(deedWords('something-new'), 'something new')
})
