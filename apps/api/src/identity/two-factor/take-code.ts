import type { AccountId } from '@flora/contract/ids.ts'
import type { Tx } from '../../platform/db.ts'
import type { Shop } from '../../shop.ts'
import { keyedHash, open } from '../../platform/sealing.ts'
import { stepOf } from './authenticator.ts'
import { codeWrong } from './errors.ts'
import { findTwoFactor, takeRecoveryCode, takeStep } from './queries.ts'
import { type GivenCode, readCode } from './second-factor-code.ts'

export type Factors = Pick<Shop, 'clock' | 'config'>

/** Takes a code of an account's second factor, so that it never counts again. Throws when it is none, or was taken before. */
export async function takeCode(
  tx: Tx,
  { clock, config }: Factors,
  { accountId, code }: { accountId: AccountId; code: string },
): Promise<'authenticator' | 'recovery'> {
  const given = readCode(code)
  if (given.kind === 'neither' || !(await takeGiven(tx, { config, accountId, given, at: clock.now() })))
    throw codeWrong()
  return given.kind
}

interface Giving {
  readonly config: Factors['config']
  readonly accountId: AccountId
  readonly given: Exclude<GivenCode, { kind: 'neither' }>
  readonly at: Temporal.Instant
}

async function takeGiven(tx: Tx, { config, accountId, given, at }: Giving): Promise<boolean> {
  switch (given.kind) {
    case 'authenticator': {
      const sealedSecret = (await findTwoFactor(tx, accountId))?.sealedSecret
      if (!sealedSecret) return false
      const step = stepOf(given.digits, open(config.sealingKey, sealedSecret, accountId), at)
      return step !== undefined && takeStep(tx, { accountId, sealedSecret, step })
    }
    case 'recovery':
      return takeRecoveryCode(tx, { accountId, hash: recoveryHash(config, accountId, given.code), at })
  }
}

/** What the database holds of a recovery code: another account's equal code has another hash. */
export function recoveryHash({ sealingKey }: Factors['config'], accountId: AccountId, code: string): string {
  return keyedHash(sealingKey, 'recovery codes', `${accountId} ${code}`)
}
