import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { isRouteErrorResponse } from 'react-router'
import { orProblem, problemIn } from './ask-shop.ts'

const malformed: Problem = {
  type: 'about:blank',
  title: 'Please check what was sent',
  status: 422,
  code: 'malformed-request',
  detail: 'This link is not whole.',
}

test('an address that cannot be one of ours is not there, and nothing broke', async () => {
  const { status, problem } = await refusal({ ...malformed, fields: [{ path: 'params.link', message: 'Not whole.' }] })
  assert.equal(status, 404)
  assert.deepEqual(problem, { ...malformed, status: 404, fields: [{ path: 'params.link', message: 'Not whole.' }] })
})

test('anything else that was sent wrong keeps its status, and no answer is a 503', async () => {
  const mixed = [
    { path: 'params.link', message: '' },
    { path: 'query.page', message: '' },
  ]
  assert.equal((await refusal({ ...malformed, fields: mixed })).status, 422)
  assert.equal((await refusal({ ...malformed, fields: [] })).status, 422)
  assert.equal((await refusal(malformed)).status, 422)
  assert.equal((await refusal({ ...malformed, status: 0 })).status, 503)
})

async function refusal(problem: Problem): Promise<{ status: number; problem: Problem | undefined }> {
  const thrown: unknown = await orProblem(Promise.reject(new ApiProblem(problem))).then(
    () => assert.fail('it was refused'),
    (error: unknown) => error,
  )
  // What a loader throws is handed to the page as a route's error with the same status and data.
  const { data, init } = thrown as { data: unknown; init: ResponseInit }
  const asPageSees = { status: init.status, statusText: '', internal: false, data }
  assert.ok(isRouteErrorResponse(asPageSees))
  return { status: asPageSees.status, problem: problemIn(asPageSees) }
}
