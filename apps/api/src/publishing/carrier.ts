import type { Carrier } from '@flora/client/client.ts'
import type { FastifyInstance, HTTPMethods } from 'fastify'

export interface Visitor {
  /** Whom the API's limits count; nobody, for a page that is made for all. */
  readonly ip: string | typeof everybody
  readonly cookie?: string | undefined
  /** Hands back a cookie that the API set. */
  readonly onCookie?: (cookie: string) => void
}

// Answers that may have no body; Response refuses one.
const bodiless = new Set([204, 205, 304])

/** The address of pages that are made for all: of no network, so that nobody can come from it. */
export const everybody = 'flora.pages.for.all'

/** The way from a page to the API of the same process: through the routes, with no network between. */
export function carrierFor(app: FastifyInstance, { ip, cookie, onCookie }: Visitor): Carrier {
  return async (path, { method, headers, body }) => {
    const reply = await app.inject({
      method: method as HTTPMethods & 'GET',
      url: path,
      remoteAddress: ip,
      headers: { ...headers, ...(cookie && { cookie }) },
      ...(body !== undefined && { payload: body }),
    })
    const answered = new Headers()
    for (const [name, value] of Object.entries(reply.headers)) {
      if (name === 'set-cookie') for (const each of [value].flat()) onCookie?.(String(each))
      else if (value !== undefined) answered.set(name, String(value))
    }
    return new Response(bodiless.has(reply.statusCode) ? null : new Uint8Array(reply.rawPayload), {
      status: reply.statusCode,
      headers: answered,
    })
  }
}
