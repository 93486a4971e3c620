import type { api } from '@flora/contract/api.ts'
import type { Answer, Ask, Endpoint } from '@flora/contract/endpoint.ts'
import type { Problem } from '@flora/contract/problem.ts'

// Only types come from the contract, so that a page which calls the API does not download a schema library.
type Features = typeof api
type LinesOf<Feature> = {
  [
    Name in keyof Feature as Feature[Name] extends { method: infer M extends string; path: infer P extends string }
      ? `${M} ${P}`
      : never
  ]: Feature[Name]
}
type UnionToAll<U> = (U extends unknown ? (u: U) => void : never) extends (all: infer All) => void ? All : never
type ByLine = UnionToAll<{ [F in keyof Features]: LinesOf<Features[F]> }[keyof Features]>

/** 'GET /products/:slug' and its siblings: every line of the contract by method and path. */
export type Line = keyof ByLine & string

// Parts that the endpoint does not have need not be named.
type Needed<A> = { [K in keyof A as A[K] extends undefined ? never : K]: A[K] }
export type Asked<L extends Line> = Needed<Ask<ByLine[L] & Endpoint>>
export type Answered<L extends Line> = Answer<ByLine[L] & Endpoint>

/** The API's no, or its failure, as an error that carries the whole problem document. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** Where requests go: the browser's fetch, or the server's own routes without a network between. */
export type Carrier = (
  path: string,
  init: { method: string; headers: Record<string, string>; body?: string },
) => Promise<Response>

export interface Client {
  call<L extends Line>(line: L, asked: Asked<L>): Promise<Answered<L>>
}

/** A typed client: `call('GET /products/:slug', { params: { slug } })`. Throws ApiProblem for every refusal and failure. */
export function createClient(carry: Carrier): Client {
  return {
    async call(line, asked) {
      const { params, query, body, headers } = asked as unknown as Partial<
        Record<'params' | 'query' | 'headers', Record<string, string>>
      > & { body?: unknown }
      const [method, template] = (line as string).split(' ') as [string, string]
      const path = `/api${filled(template, params)}${search(query)}`
      const reply = await carry(path, {
        method,
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }).catch((cause: unknown) => {
        throw new ApiProblem(unreachable(cause))
      })
      const answer: unknown = await reply.json().catch(() => undefined)
      if (!reply.ok) throw new ApiProblem(isProblem(answer) ? answer : unexpected(reply.status))
      return answer as never
    },
  }
}

/** The browser's way to the API: same origin, cookies sent. */
export function browserCarrier(): Carrier {
  return (path, init) => fetch(path, { ...init, credentials: 'same-origin' })
}

function filled(template: string, params: Record<string, string> | undefined): string {
  return template.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
}

function search(query: Record<string, unknown> | undefined): string {
  const entries = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '')
  if (entries.length === 0) return ''
  return `?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer
}

function unexpected(status: number): Problem {
  return {
    type: 'about:blank',
    title: 'Unexpected answer',
    status,
    code: 'unexpected-answer',
    detail: 'The shop gave an answer that this page did not understand. Please try again in a minute.',
  }
}

function unreachable(cause: unknown): Problem {
  return {
    type: 'about:blank',
    title: 'No answer',
    status: 0,
    code: 'no-answer',
    detail: `The shop did not answer. Please check your connection and try again.${cause instanceof Error && cause.name === 'AbortError' ? ' (stopped)' : ''}`,
  }
}
