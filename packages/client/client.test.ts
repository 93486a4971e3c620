import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiProblem, createClient, type Carrier } from './client.ts'

const answering = (status: number, body: unknown) => {
  const asked: { path: string; method: string; body?: string }[] = []
  const carry: Carrier = async (path, init) => {
    asked.push({ path, method: init.method, ...(init.body !== undefined && { body: init.body }) })
    return Response.json(body, { status })
  }
  return { asked, client: createClient(carry) }
}

test('fills the path, leaves empty query values out, and sends bodies as JSON', async () => {
  const { asked, client } = answering(200, {})
  await client.call('GET /products/:slug', { params: { slug: 'a b' } })
  await client.call('GET /products', { query: { q: 'rose', sort: undefined } })
  await client.call('PUT /cart/code', { body: { code: 'SPRING10' } })
  assert.deepEqual(asked, [
    { path: '/api/products/a%20b', method: 'GET' },
    { path: '/api/products?q=rose', method: 'GET' },
    { path: '/api/cart/code', method: 'PUT', body: '{"code":"SPRING10"}' },
  ])
})

test('turns a problem document into an error that carries it', async () => {
  const problem = { type: 'about:blank', title: 'No', status: 409, code: 'price-changed', detail: 'The price changed.' }
  const { client } = answering(409, problem)
  await assert.rejects(
    client.call('GET /cart', {}),
    (error) => error instanceof ApiProblem && error.problem.code === 'price-changed',
  )
})

test('says what happened when the answer is not the shop’s', async () => {
  const silent = createClient(() => Promise.reject(new TypeError('fetch failed')))
  await assert.rejects(
    silent.call('GET /cart', {}),
    (error) => error instanceof ApiProblem && error.problem.code === 'no-answer',
  )
  const { client } = answering(502, 'Bad gateway')
  await assert.rejects(
    client.call('GET /cart', {}),
    (error) => error instanceof ApiProblem && error.problem.code === 'unexpected-answer',
  )
})

test('knows the contract', () => {
  const { client } = answering(200, {})
  // @ts-expect-error there is no such line in the contract
  void client.call('GET /nope', {}).catch(() => undefined)
  // @ts-expect-error this line needs its slug
  void client.call('GET /products/:slug', {}).catch(() => undefined)
})
