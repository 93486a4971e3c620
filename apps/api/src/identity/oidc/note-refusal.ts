import { writeAudit } from '../audit-queries.ts'
import { deviceOf } from '../device.ts'
import type { SigningIn, Visit } from '../sign-in-account.ts'
import type { SignInProblem, SignInStopped } from './problem.ts'

// What says something about whoever came. That somebody changed her mind, or that the provider is down, says nothing.
const worthNoting: readonly SignInProblem[] = ['provider-wrong', 'email-unverified', 'link-sent']

/** Writes a sign-in that was refused into the audit log, as one by a wrong password is. */
export async function noteRefusal(shop: SigningIn, { request }: Visit, stopped: SignInStopped): Promise<void> {
  const { problem, accountId } = stopped
  if (!worthNoting.includes(problem)) return
  await shop.inTransaction((tx) =>
    writeAudit(tx, {
      at: shop.clock.now(),
      accountId: accountId ?? null,
      who: `Somebody by ${shop.config.oidc?.name ?? 'a provider'}`,
      action: 'sign-in',
      outcome: 401,
      detail: {
        how: 'provider',
        because: problem,
        device: deviceOf(request.headers['user-agent']),
        ip: request.ip,
      },
    }),
  )
}
