import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { openApiDocument } from '@flora/contract/openapi.ts'
import { release } from './commands/release.ts'
import { openContext } from './context.ts'
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

test('the first release becomes what later ones are held against: by its name, from where it was packed, with no account', async () => {
  const project = mkdtempSync(path.join(os.tmpdir(), 'flora-first-'))
  const packed = path.join(project, 'dist/releases/0.1.0-0123456789ab')
  mkdirSync(packed, { recursive: true })
  mkdirSync(path.join(project, 'infra/ops'), { recursive: true })
  writeFileSync(path.join(packed, 'manifest.json'), '{}')
  writeFileSync(path.join(packed, 'openapi.json'), JSON.stringify(current))
  const run = (...words: string[]) => release.run(openContext(words, { project, say: () => undefined }))
  const { lines } = await run('contract', '0.1.0-0123456789ab')
  assert.match(lines[0]!, /^Commit infra\/ops\/released-contract\.json/)
  const released = JSON.parse(readFileSync(path.join(project, 'infra/ops/released-contract.json'), 'utf8')) as Contract
  assert.deepEqual(broken(released, current), [])

  // A page of that release reads each of these; the day somebody takes one away, the test above fails.
  const [name] = answerOf(current.paths['/api/cart/lines']!['post'] as unknown as Line).required
  const without = changed((line) => delete answerOf(line).properties[name!])
  assert.deepEqual(broken(released, without), [`POST /api/cart/lines 200.${name} is gone`])

  await assert.rejects(run('contract'), /Packed are: 0\.1\.0-0123456789ab/)
  await assert.rejects(run('contract', '0.1.0-0123456789ab-tried-01234567'), /not committed/)
  rmSync(project, { recursive: true })
})

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

test('whatever an answer holds, in whichever kind of it: taken away, it is missed', () => {
  // A sample of all fields of all answers, spread over the contract.
  const every = 97
  let seen = 0
  const unseen: string[] = []
  for (const [at, operations] of Object.entries(current.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const only = (): Contract => ({ paths: { [at]: { [method]: operation } } })
      for (const [status, answer] of Object.entries(operation.responses ?? {})) {
        const schema = answer.content?.['application/json']?.schema as Field | undefined
        for (const { holder, name, path: place } of fieldsOf(schema, `${method} ${at} ${status}`)) {
          if ((seen += 1) % every !== 0) continue
          const before = structuredClone(only())
          const { properties, required } = holder
          holder.properties = Object.fromEntries(Object.entries(properties!).filter(([one]) => one !== name))
          holder.required = required?.filter((one) => one !== name)
          if (broken(before, only()).length === 0) unseen.push(place)
          Object.assign(holder, { properties, required })
        }
      }
    }
  assert.ok(seen > 5_000, `only ${seen} fields were found`)
  assert.deepEqual(unseen, [])
})

interface Field {
  properties?: Record<string, Field>
  required?: string[] | undefined
  items?: Field
  anyOf?: Field[]
  oneOf?: Field[]
  additionalProperties?: boolean | Field
}

function fieldsOf(schema: Field | undefined, at: string): { holder: Field; name: string; path: string }[] {
  if (!schema) return []
  const values = schema.additionalProperties
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [
      { holder: schema, name, path: `${at}.${name}` },
      ...fieldsOf(inner, `${at}.${name}`),
    ]),
    ...fieldsOf(schema.items, `${at}[]`),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((kind, number) => fieldsOf(kind, `${at}|${number}`)),
    ...fieldsOf(typeof values === 'object' ? values : undefined, `${at}{}`),
  ]
}
