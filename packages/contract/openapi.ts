import { z } from 'zod'
import { api } from './api.ts'
import type { Endpoint } from './endpoint.ts'
import { permissions } from './permissions.ts'
import { generalRefusals, Problem } from './problem.ts'

/** The contract as an OpenAPI 3.1 document. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [feature, endpoints] of Object.entries(api)) {
    for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
      const path = `/api${endpoint.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(feature, name, endpoint) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Flora',
      version: '1',
      description:
        'A florist’s shop. Sums are in minor units (cents) and include GST; days are shop days; refusals are problem documents.',
    },
    paths,
    components: {
      schemas: { Problem: schema(Problem) },
      securitySchemes: {
        browser: { type: 'apiKey', in: 'cookie', name: 'access', description: 'Set by signing in; renewed by itself.' },
        program: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The `accessToken` of signing in.',
        },
      },
    },
  }
}

function operation(feature: string, name: string, endpoint: Endpoint): Record<string, unknown> {
  const refusals = endpoint.refusals?.length ? ` Refusals: ${endpoint.refusals.join(', ')}.` : ''
  const { who } = endpoint
  const staff = typeof who === 'object' ? `For staff who may ${who.may}: ${permissions[who.may].join(', ')}.` : ''
  const description = `${staff}${refusals}`.trim()
  return {
    operationId: `${feature}.${name}`,
    tags: [feature],
    summary: endpoint.summary,
    ...(description && { description }),
    ...(who !== 'anyone' && { security: [{ browser: [] }, { program: [] }] }),
    parameters: [
      ...parameters('path', endpoint.params),
      ...parameters('query', endpoint.query),
      ...parameters('header', endpoint.headers),
    ],
    ...(endpoint.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schema(endpoint.body, 'input') } } },
    }),
    responses: {
      [endpoint.status ?? 200]: {
        description: 'Done.',
        content: { 'application/json': { schema: schema(endpoint.reply) } },
      },
      ...(endpoint.failingStatus && {
        [endpoint.failingStatus]: {
          description: 'Not in order.',
          content: { 'application/json': { schema: schema(endpoint.reply) } },
        },
      }),
      default: {
        description: `A refusal or a failure. Any endpoint may also answer: ${generalRefusals.join(', ')}.`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parameters(place: 'path' | 'query' | 'header', shape: z.ZodType | undefined): Record<string, unknown>[] {
  if (!shape) return []
  const { properties = {}, required = [] } = schema(shape, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, type]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: type,
  }))
}

function schema(type: z.ZodType, io: 'input' | 'output' = 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(type, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    // A shop day is checked by code; to a reader it is a date.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom') Object.assign(jsonSchema, { type: 'string', format: 'date' })
    },
  })
  return rest
}
