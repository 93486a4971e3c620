import { identity } from '@flora/contract/identity.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../../platform/caller.ts'
import { serve } from '../../platform/http.ts'
import type { Shop } from '../../shop.ts'
import { beginTwoFactor } from './begin-two-factor.ts'
import { confirmTwoFactor } from './confirm-two-factor.ts'
import { endTwoFactor } from './end-two-factor.ts'
import { showSecondFactor } from './show-second-factor.ts'

export function twoFactorRoutes(
  app: FastifyInstance,
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs'>,
): void {
  serve(app, identity.secondFactor, ({ body }, request, reply) => showSecondFactor(shop, { request, reply }, body))
  serve(app, identity.beginTwoFactor, ({ body }, request) => beginTwoFactor(shop, callerOf(request), body))
  serve(app, identity.confirmTwoFactor, async ({ body }, request) => ({
    recoveryCodes: await confirmTwoFactor(shop, callerOf(request), body.code),
  }))
  serve(app, identity.endTwoFactor, async ({ body }, request) => {
    await endTwoFactor(shop, callerOf(request), body.code)
    return { message: 'Two-factor sign-in is off.' }
  })
}
