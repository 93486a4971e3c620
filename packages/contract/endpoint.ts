import type { z } from 'zod'
import type { StaffPermission } from './permissions.ts'

/** Who may call: anybody; somebody who is signed in; or staff whose role has a permission. */
export type Who = 'anyone' | 'customer' | { readonly may: StaffPermission }

/** One line of the contract between the API and its clients. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api, with :params. */
  readonly path: string
  /** One sentence for the API's documentation. */
  readonly summary: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly headers?: z.ZodType
  /** The largest body, when it may be larger than usual. */
  readonly mostBytes?: number
  readonly reply: z.ZodType
  /** 200 unless said. */
  readonly status?: 200 | 201 | 202
  /** The same reply may come with this status too: for what reads statuses and no bodies. */
  readonly failingStatus?: 503
  readonly who: Who
  /** How often one client may call it; `reads` is for what anyone may read all day. */
  readonly limit: 'reads' | 'writes' | 'orders' | 'guesses' | 'suggestions'
  /** Refusals a client should be ready for: their stable codes. */
  readonly refusals?: readonly string[]
}

export function endpoint<const E extends Endpoint>(e: E): E {
  return e
}

// An endpoint that leaves a part out has no such key, which is what these look for.
type Parsed<E, Part extends string> = E extends { readonly [K in Part]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined
type Given<E, Part extends string> = E extends { readonly [K in Part]: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined

/** What a route receives for an endpoint, already parsed. */
export interface Call<E extends Endpoint> {
  readonly params: Parsed<E, 'params'>
  readonly query: Parsed<E, 'query'>
  readonly body: Parsed<E, 'body'>
  readonly headers: Parsed<E, 'headers'>
}

/** What a client gives for an endpoint. */
export interface Ask<E extends Endpoint> {
  readonly params: Given<E, 'params'>
  readonly query: Given<E, 'query'>
  readonly body: Given<E, 'body'>
  readonly headers: Given<E, 'headers'>
}

export type Reply<E extends Endpoint> = z.input<E['reply']>
export type Answer<E extends Endpoint> = z.output<E['reply']>
