import type { FastifyInstance, FastifyRequest, onSendAsyncHookHandler, preHandlerAsyncHookHandler } from 'fastify'
import { nameAndRole, writeAudit } from '../identity/index.ts'
import { callerOf } from '../platform/caller.ts'
import { invariant } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { markOutcome } from './audit-queries.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** This action's entry in the audit log, on routes that change something and ask for a staff permission. */
    auditEntry?: number
  }
}

/**
 * Writes every staff action into the audit log before it is done, and how it ended before its answer leaves. One that cannot be
 * written down is not done. Call it before the routes are made, after the guard.
 */
export function recordStaffActions(
  app: FastifyInstance,
  { inTransaction, clock, log }: Pick<Shop, 'inTransaction' | 'clock' | 'log'>,
): void {
  const begin: preHandlerAsyncHookHandler = async (request) => {
    const caller = callerOf(request)
    request.auditEntry = await inTransaction((tx) =>
      writeAudit(tx, {
        at: clock.now(),
        accountId: caller.accountId,
        who: nameAndRole(caller),
        action: `${request.method} ${(request.routeOptions.url ?? '').replace(/^\/api(?=\/)/, '')}`,
        subject: Object.values(request.params as object).join(' '),
      }),
    )
  }
  const end: onSendAsyncHookHandler = async (request, reply) => {
    const { auditEntry } = request
    if (auditEntry === undefined) return
    // What was done is done, and is in the log; its outcome stays open like that of a process that died.
    await inTransaction((tx) => markOutcome(tx, auditEntry, reply.statusCode)).catch((err: unknown) =>
      log.error({ err, auditEntry }, 'the outcome of a staff action could not be written down'),
    )
  }
  // Hung on those few routes only: all others are spared two looks at every request.
  app.addHook('onRoute', (route) => {
    const { who = 'anyone' } = route.config ?? {}
    const isReading = [route.method].flat().every((method) => method === 'GET' || method === 'HEAD')
    if (typeof who === 'string' || isReading) return
    route.preHandler = [begin, ...[route.preHandler ?? []].flat()]
    route.onSend = [...[route.onSend ?? []].flat(), end]
  })
}

/** This action's entry in the audit log, for what it did beside what its address says. */
export function auditEntryOf(request: FastifyRequest): number {
  invariant(request.auditEntry !== undefined, `${request.method} ${request.routeOptions.url} is not recorded`)
  return request.auditEntry
}
