import assert from 'node:assert/strict'
import { api } from '@flora/contract/api.ts'
import type { Endpoint } from '@flora/contract/endpoint.ts'
import { openApiDocument } from '@flora/contract/openapi.ts'
import { generalRefusals, Problem } from '@flora/contract/problem.ts'
import { z } from 'zod'

/** An answer as it came over the wire. */
export interface Heard {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly status: number
  readonly contentType: string
  readonly body: string
}

export interface KnownEndpoint {
  /** 'cart.addLine' */
  readonly name: string
  readonly endpoint: Endpoint
}

/** Every line of the contract, by its name. */
export const endpoints: readonly KnownEndpoint[] = Object.entries(api).flatMap(([feature, lines]) =>
  Object.entries<Endpoint>(lines).map(([name, endpoint]) => ({ name: `${feature}.${name}`, endpoint })),
)

/**
 * Holds an answer of the API against the contract: the reply against its strict schema and against the published document, an
 * error against the problem shape and the codes that its endpoint may refuse with. Throws what differs.
 */
export function holdToContract(heard: Heard): void {
  const known = endpointAt(heard.method, heard.url)
  assert.ok(known, `${heard.method} ${heard.url} is not in the contract`)
  const { name, endpoint } = known
  const where = `${name} answered ${heard.status}`
  const isReply = heard.status === (endpoint.status ?? 200) || heard.status === endpoint.failingStatus
  if (!isReply) return holdProblem(heard, endpoint, where)

  assert.match(heard.contentType, /^application\/json/, where)
  const body: unknown = JSON.parse(heard.body)
  const parsed = endpoint.reply.safeParse(body)
  assert.ok(parsed.success, `${where} and not as the contract says: ${parsed.error?.message}`)
  const published = publishedSchema(endpoint, String(heard.status)).safeParse(body)
  assert.ok(published.success, `${where} and not as the OpenAPI document says: ${published.error?.message}`)
}

/** Every error is a problem document, whatever the address. */
export function holdProblem(
  { status, contentType, body }: Pick<Heard, 'status' | 'contentType' | 'body'>,
  endpoint: Pick<Endpoint, 'refusals'>,
  where: string,
): void {
  assert.ok(status >= 400, `${where}, which is neither the reply nor an error`)
  assert.match(contentType, /^application\/problem\+json/, `${where}: ${body.slice(0, 200)}`)
  const problem = Problem.parse(JSON.parse(body))
  assert.equal(problem.status, status, where)
  assert.match(problem.code, /^[a-z]+(-[a-z]+)*$/, where)
  const codes: readonly string[] = [...generalRefusals, ...(endpoint.refusals ?? [])]
  assert.ok(codes.includes(problem.code), `${where} with ${problem.code}, which the contract does not name`)
  assert.doesNotMatch(body, /\bat .+\.[tj]s:\d+|node_modules/, `${where} with a stack`)
}

function endpointAt(method: string, url: string): KnownEndpoint | undefined {
  const path = url.split('?')[0]!.replace(/^\/api/, '')
  return endpoints.find(({ endpoint }) => endpoint.method === method && pattern(endpoint).test(path))
}

const patterns = new Map<Endpoint, RegExp>()

function pattern(endpoint: Endpoint): RegExp {
  const known = patterns.get(endpoint) ?? new RegExp(`^${endpoint.path.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`)
  patterns.set(endpoint, known)
  return known
}

interface Published {
  readonly paths: Record<
    string,
    Record<
      string,
      {
        readonly responses: Record<
          string,
          { readonly content: Record<string, { readonly schema: Parameters<typeof z.fromJSONSchema>[0] }> }
        >
      }
    >
  >
}

const document = openApiDocument() as unknown as Published
const published = new Map<string, z.ZodType>()

// Read back from the document, so that what is published is what is held.
function publishedSchema(endpoint: Endpoint, status: string): z.ZodType {
  const path = `/api${endpoint.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`
  const key = `${endpoint.method} ${path} ${status}`
  const schema =
    published.get(key) ??
    z.fromJSONSchema(
      document.paths[path]![endpoint.method.toLowerCase()]!.responses[status]!.content['application/json']!.schema,
    )
  published.set(key, schema)
  return schema
}
