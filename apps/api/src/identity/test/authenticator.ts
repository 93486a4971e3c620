import { TOTP } from 'otpauth'
import type { Visitor } from '../../../test/open-paying-shop.ts'
import type { StoppedClock } from '../../../test/stopped-clock.ts'
import { password as usual } from './open-identity.ts'

/** Somebody's telephone, by the shop's own clock. Shows a fresh code each time: half a minute passes before. */
export function anAuthenticator(secret: string, clock: StoppedClock): { code: () => string; codeNow: () => string } {
  const totp = new TOTP({ secret })
  const codeNow = () => totp.generate({ timestamp: clock.now().epochMilliseconds })
  return {
    codeNow,
    code: () => {
      clock.advance({ seconds: 30 })
      return codeNow()
    },
  }
}

export interface Guarded {
  readonly secret: string
  readonly recoveryCodes: readonly string[]
  readonly code: () => string
  readonly codeNow: () => string
}

/** Somebody who is signed in switches two-factor on. */
export async function withTwoFactor(
  visitor: Visitor,
  clock: StoppedClock,
  { password = usual }: { password?: string } = {},
): Promise<Guarded> {
  const { secret } = await visitor.call('POST /auth/two-factor', { body: { password } })
  const authenticator = anAuthenticator(secret, clock)
  const { recoveryCodes } = await visitor.call('PUT /auth/two-factor', { body: { code: authenticator.code() } })
  return { secret, recoveryCodes, ...authenticator }
}

/** A code of six digits that is wrong now, before and after. */
export function aWrongCode({ codeNow }: Pick<Guarded, 'codeNow'>): string {
  return String((Number(codeNow()) + 500_000) % 1_000_000).padStart(6, '0')
}
