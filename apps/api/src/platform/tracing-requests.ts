import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Span, Tracing } from './tracing.ts'

/**
 * A span for each request, as a part of whoever asked when he says so (`traceparent`), by the route's pattern: addresses hold links that open
 * orders. An answer that is one visitor's says which trace it is; one that is kept for all does not.
 */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  const spans = new WeakMap<FastifyRequest, Span>()
  app.addHook('onRequest', (request, _, done) => {
    const { method, url = 'no such address' } = request.routeOptions
    const { traceparent } = request.headers
    const span = tracing.begin(`${request.method} ${url}`, {
      kind: 'server',
      from: typeof traceparent === 'string' ? traceparent : undefined,
      attributes: { 'http.request.method': [method].flat()[0] ?? request.method, 'http.route': url },
    })
    spans.set(request, span)
    span.inside(done)
  })
  // A body comes by events of the connection, which know nothing of who waits for them.
  app.addHook('preValidation', (request, _, done) => {
    const span = spans.get(request)
    if (span) span.inside(done)
    else done()
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    const isShared = String(reply.getHeader('cache-control') ?? '').startsWith('public')
    const here = isShared ? undefined : spans.get(request)?.inside(tracing.here)
    if (here) void reply.header('traceparent', here)
    done(null, payload)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request)
    span?.note({ 'http.response.status_code': reply.statusCode })
    if (reply.statusCode >= 500) span?.fail(new Error('answered with a fault'))
    span?.end()
    done()
  })
}
