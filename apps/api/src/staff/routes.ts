import { staff } from '@flora/contract/staff.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeRole } from './change-role.ts'
import { inviteStaff, withdrawInvitation } from './invite-staff.ts'
import { readAudit } from './read-audit.ts'
import { auditEntryOf } from './record-staff-actions.ts'
import { showStaff } from './show-staff.ts'

export function staffRoutes(
  app: FastifyInstance,
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs'>,
): void {
  serve(app, staff.listStaff, (_, request) => showStaff(shop, callerOf(request)))

  serve(app, staff.inviteStaff, async ({ body }, request) => {
    const caller = callerOf(request)
    await inviteStaff(shop, { ...body, caller, entry: auditEntryOf(request) })
    return showStaff(shop, caller)
  })

  serve(app, staff.withdrawInvitation, async ({ body }, request) => {
    await withdrawInvitation(shop, { ...body, entry: auditEntryOf(request) })
    return showStaff(shop, callerOf(request))
  })

  serve(app, staff.acceptInvitation, ({ body }, request, reply) => acceptInvitation(shop, { request, reply }, body))

  serve(app, staff.changeRole, async ({ params, body }, request) => {
    const caller = callerOf(request)
    await changeRole(shop, {
      by: caller.accountId,
      of: params.accountId,
      role: body.role,
      entry: auditEntryOf(request),
    })
    return showStaff(shop, caller)
  })

  serve(app, staff.listAudit, ({ query: { before, accountId, action, limit } }) =>
    readAudit(shop, { before, accountId, action, limit }),
  )
}
