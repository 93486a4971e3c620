import type { Who } from '@flora/contract/endpoint.ts'
import type { AccountId, SessionId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import type { FastifyRequest } from 'fastify'

/** Somebody signed in who asks, as the database knew her when this request came. */
export interface Caller {
  readonly accountId: AccountId
  /** Absent for a provider's access token, which belongs to no device. */
  readonly sessionId: SessionId | undefined
  readonly email: string
  readonly name: string
  readonly role: Role | null
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call a route; the guard asks before its handler runs. */
    who?: Who
  }
  interface FastifyRequest {
    /** Set by the guard on routes that are not for anyone. */
    caller?: Caller
  }
}

/** Who asks, on a route that is not for anyone. Throws when no guard stood before it: a fault of ours, and nothing is answered. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error(`no guard stood before ${request.method} ${request.routeOptions.url}`)
  return request.caller
}
