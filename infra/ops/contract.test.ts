import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { openApiDocument } from '@flora/contract/openapi.ts'
import { broken, type Contract } from './contract.ts'

const file = path.join(import.meta.dirname, 'released-contract.json')
const current = JSON.parse(JSON.stringify(openApiDocument())) as Contract

/** The contract with a line of it changed. */
function changed(change: (line: Line) => void): Contract {
  const copy = structuredClone(current) as unknown as { paths: Record<string, Record<string, Line>> }
  change(copy.paths['/api/cart/lines']!['post']!)
  return copy as unknown as Contract
}

interface Line {
  parameters: object[]
  requestBody: {
    content: { 'application/json': { schema: { required: string[]; properties: Record<string, object> } } }
  }
  responses: Record<
    string,
    { content: { 'application/json': { schema: { required: string[]; properties: Record<string, object> } } } }
  >
}

const bodyOf = (line: Line) => line.requestBody.content['application/json'].schema
const answerOf = (line: Line) => Object.values(line.responses)[0]!.content['application/json'].schema

test(
  'pages of the last release work with this API: they stay open for hours after a deploy',
  { skip: existsSync(file) ? false : 'nothing is released yet (npm run ops -- release contract writes it down)' },
  () => {
    const released = JSON.parse(readFileSync(file, 'utf8')) as Contract
    assert.deepEqual(broken(released, current), [], 'Add beside what is there, and take away one release later.')
  },
)

test('a line that is gone is a break, and a new one is none', () => {
  const { '/api/cart/lines': _, ...paths } = current.paths
  assert.deepEqual(broken(current, { ...current, paths }), ['POST /api/cart/lines is gone'])
  assert.deepEqual(broken({ ...current, paths }, current), [])
})

test('a request may be asked for less, and not for more', () => {
  const wantsMore = changed((line) => {
    bodyOf(line).required.push('colour')
    bodyOf(line).properties['colour'] = { type: 'string' }
  })
  assert.deepEqual(broken(current, wantsMore), ['POST /api/cart/lines body.colour is wanted, which was not'])
  assert.deepEqual(
    broken(
      wantsMore,
      changed((line) => (bodyOf(line).properties['colour'] = { type: 'string' })),
    ),
    [],
  )
  const shorter = changed((line) => (bodyOf(line).properties['postcode'] = { type: 'string', maxLength: 2 }))
  assert.ok(broken(current, shorter).length > 0)
  const headed = changed((line) =>
    line.parameters.push({ in: 'header', name: 'x-word', required: true, schema: { type: 'string' } }),
  )
  assert.deepEqual(broken(current, headed), ['POST /api/cart/lines wants header x-word, which was not wanted'])
})

test('an answer may hold more, and not less', () => {
  const holdsMore = changed((line) => (answerOf(line).properties['mood'] = { type: 'string' }))
  assert.deepEqual(broken(current, holdsMore), [])
  const [name] = answerOf(current.paths['/api/cart/lines']!['post'] as unknown as Line).required
  const holdsLess = changed((line) => delete answerOf(line).properties[name!])
  assert.deepEqual(broken(current, holdsLess), [`POST /api/cart/lines 200.${name} is gone`])
  const mayMiss = changed((line) => (answerOf(line).required = answerOf(line).required.filter((one) => one !== name)))
  assert.deepEqual(broken(current, mayMiss), [`POST /api/cart/lines 200.${name} may be missing`])
})
