import type { Call, Endpoint, Reply } from '@flora/contract/endpoint.ts'
import type { Problem } from '@flora/contract/problem.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { callerOf } from './caller.ts'
import type { HotReads } from './hot-reads.ts'
import type { Log } from './log.ts'
import { Refusal } from './refusal.ts'
import { wordsOfFault } from './words-of-faults.ts'

/** The raw request beside the parsed call, for what the contract does not speak of: cookies and headers. */
export type Handle<E extends Endpoint> = (
  call: Call<E>,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Reply<E>>

/** Hangs a handler on a line of the contract. Everything a client sends is parsed by that line before the handler sees it. */
export function serve<E extends Endpoint>(app: FastifyInstance, endpoint: E, handle: Handle<E>): void {
  app.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    config: { limit: endpoint.limit, who: endpoint.who },
    ...(endpoint.mostBytes && { bodyLimit: endpoint.mostBytes }),
    handler: async (request, reply) => {
      // Without a guard before it, a route that is not for anyone answers nobody.
      if (endpoint.who !== 'anyone') callerOf(request)
      const call = parseCall(endpoint, request)
      const answer = await handle(call, request, reply)
      reply.header('cache-control', 'private, no-store')
      // A handler that found something amiss has set its status already.
      return reply.code(reply.statusCode === 200 ? (endpoint.status ?? 200) : reply.statusCode).send(answer)
    },
  })
}

/**
 * The same for reads that are equal for everybody: the ready bytes are kept by the parsed query, so that neither SQL nor JSON
 * nor compression is paid twice. `edgeSeconds` is how long a CDN may keep it.
 */
export function serveHot<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  { hotReads, edgeSeconds }: { hotReads: HotReads; edgeSeconds: number },
  handle: (call: Call<E>) => Promise<Reply<E>>,
): void {
  // Parsing is a function of the address alone, so an address seen before need not be parsed again.
  const keys = new Map<string, string>()
  const name = `${endpoint.method} ${endpoint.path} `
  app.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    config: { limit: endpoint.limit },
    handler: (request, reply) => {
      const address = request.raw.url ?? ''
      let key = keys.get(address)
      if (key === undefined) {
        key = name + normal(parseCall(endpoint, request))
        if (keys.size > 20_000) keys.clear()
        if (address.length <= worthRemembering) keys.set(address, key)
      }
      return hotReads.answer(request, reply, key, async () => ({
        body: JSON.stringify(await handle(parseCall(endpoint, request))),
        contentType: 'application/json; charset=utf-8',
        edgeSeconds,
      }))
    },
  })
}

// Addresses are the client's to choose: long ones would fill the memory, and no page of ours has one.
const worthRemembering = 300

/** A request that is not of the contract's form; told with every field that is wrong. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
  readonly fields: { path: string; message: string }[]

  constructor(part: string, issues: readonly z.core.$ZodIssue[]) {
    super(`malformed ${part}`)
    this.fields = issues
      .slice(0, 20)
      .map((issue) => ({ path: [...(part === 'body' ? [] : [part]), ...issue.path].join('.'), message: issue.message }))
  }
}

function parseCall<E extends Endpoint>(endpoint: E, request: FastifyRequest): Call<E> {
  const part = (name: 'params' | 'query' | 'body' | 'headers', value: unknown) => {
    const parsed = (endpoint[name] ?? absent[name])?.safeParse(value ?? {}, { error: wordsOfFault })
    if (parsed && !parsed.success) throw new Malformed(name, parsed.error.issues)
    return endpoint[name] && parsed?.data
  }
  return {
    params: part('params', request.params),
    query: part('query', request.query),
    body: part('body', request.body),
    headers: part('headers', request.headers),
  } as Call<E>
}

// What a line of the contract does not speak of is refused like an unknown field. Every request has headers that it does not.
const absent: { readonly [Part in 'params' | 'query' | 'body' | 'headers']?: z.ZodType } = {
  query: z.strictObject({}),
  body: z.strictObject({}),
}

function normal(call: object): string {
  return JSON.stringify(call, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** Every error a route can throw, as application/problem+json. Only a bug is logged as an error; `refused` hears of each by its code. */
export function answerErrors(app: FastifyInstance, log: Log, refused?: (code: string) => void): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const problem = toProblem(error)
    refused?.(problem.code)
    if (problem.status >= 500 && !(error instanceof Refusal)) {
      const reference = reference6()
      log.error({ err: error, reference, route: request.routeOptions.url, method: request.method }, 'a request failed')
      return sendProblem(reply, { ...problem, reference })
    }
    return sendProblem(reply, problem)
  })
  app.setNotFoundHandler((request, reply) => {
    request.log.debug('no such address')
    refused?.('no-such-address')
    return sendProblem(reply, {
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      code: 'no-such-address',
      detail: 'There is nothing at this address.',
    })
  })
}

export function sendProblem(reply: FastifyReply, problem: Problem & Record<string, unknown>): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(JSON.stringify(problem))
}

export function toProblem(error: Error & { statusCode?: number; code?: string }): Problem & Record<string, unknown> {
  if (error instanceof Refusal) {
    return {
      ...error.extra,
      type: 'about:blank',
      title: titles[error.status] ?? 'Refused',
      status: error.status,
      code: error.code,
      detail: error.message,
    }
  }
  if (error instanceof Malformed) {
    return {
      type: 'about:blank',
      title: 'Please check what was sent',
      status: 422,
      code: 'malformed-request',
      detail: error.fields[0]?.message ?? 'Something in this request is not as it should be.',
      fields: error.fields,
    }
  }
  if (error.statusCode === 413) return plain(413, 'too-large', 'That is more than this address takes.')
  if (error.statusCode === 429)
    return plain(429, 'too-many-requests', 'That was a lot at once. Please wait a minute and try again.')
  if (error.statusCode === 415) return plain(415, 'unsupported-media-type', 'Please send JSON.')
  if (error.statusCode && error.statusCode < 500)
    return plain(error.statusCode, 'malformed-request', 'This request could not be read.')
  return plain(500, 'our-fault', 'Something broke on our side. Your cart is safe; please try again in a minute.')
}

function plain(status: number, code: string, detail: string): Problem {
  return { type: 'about:blank', title: titles[status] ?? 'Refused', status, code, detail }
}

const titles: Record<number, string> = {
  401: 'Please sign in',
  402: 'Payment needed',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  410: 'Gone',
  413: 'Too large',
  415: 'Unsupported',
  422: 'Please check what was sent',
  429: 'Too many requests',
  500: 'Our fault',
  503: 'Not available now',
}

// Short enough to be said on the telephone; letters that look like digits are left out.
function reference6(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  return `R-${Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => letters[byte % letters.length]).join('')}`
}
