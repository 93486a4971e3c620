import type { SignInReply } from '@flora/contract/identity.ts'
import type { Shop } from '../shop.ts'
import { nameAndRole } from './account.ts'
import { type AccountRow, findAccountByEmail, lockAccount, savePasswordHash } from './account-queries.ts'
import { type Attempt, beginAttempt, forgiveAttempt, takeBackAttempt, type Tried } from './attempt.ts'
import { writeAudit } from './audit-queries.ts'
import { deviceOf } from './device.ts'
import { signInWrong } from './errors.ts'
import { knownDeviceOf } from './known-device.ts'
import { hashPassword, isCheap, isPassword } from './password.ts'
import { type SigningIn, signInAccount, type Visit } from './sign-in-account.ts'

/**
 * Signs in by e-mail and password. An address without an account costs the asker the same: the attempt is counted, a password is
 * compared, the refusal is written down.
 */
export async function signIn(
  shop: SigningIn & Pick<Shop, 'db'>,
  visit: Visit,
  { email, password }: { email: string; password: string },
): Promise<SignInReply> {
  const account = await findAccountByEmail(shop.db, email)
  const attempt = await beginAttempt(shop, whatIsTried(shop, visit, { email, account }))
  const isRight = await comparing(shop, attempt, () => isPassword(shop.config, password, account?.passwordHash))
  if (!account || !isRight) {
    await noteRefusal(shop, visit, account)
    throw signInWrong()
  }
  // Who signs in brings the only moment at which a hash from cheaper days can be made dearer.
  const dearer = isCheap(shop.config, account.passwordHash!) && (await hashPassword(shop.config, password))
  return signInAccount(shop, visit, async (tx) => {
    const current = await lockAccount(tx, account.id)
    // Changed while it was compared: then this one is no password any more.
    if (current?.passwordHash !== account.passwordHash) throw signInWrong()
    await forgiveAttempt(tx, attempt, shop.clock.now())
    if (dearer) await savePasswordHash(tx, account.id, dearer)
    return { accountId: account.id, how: 'password' }
  })
}

// Strangers who guess at an address must not lock its owner out, so a browser that she has signed in on before is counted apart.
function whatIsTried(
  { config }: Pick<Shop, 'config'>,
  { request }: Visit,
  { email, account }: { email: string; account: AccountRow | undefined },
): Tried[] {
  const known = account && knownDeviceOf(request, config, account.id)
  if (known) return [{ by: 'device', number: known.number, accountId: account.id }]
  return [
    { by: 'address', email },
    { by: 'client', ip: request.ip },
  ]
}

/** Compares for an attempt; one that was not looked at, because too many came at once, is taken back. */
export async function comparing(
  shop: Pick<Shop, 'inTransaction' | 'clock'>,
  attempt: Attempt,
  compare: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await compare()
  } catch (error) {
    await shop.inTransaction((tx) => takeBackAttempt(tx, attempt, shop.clock.now()))
    throw error
  }
}

function noteRefusal(
  { inTransaction, clock }: SigningIn,
  { request }: Visit,
  account: AccountRow | undefined,
): Promise<number> {
  return inTransaction((tx) =>
    writeAudit(tx, {
      at: clock.now(),
      accountId: account?.id ?? null,
      who: account ? nameAndRole(account) : 'Nobody who has an account',
      action: 'sign-in',
      outcome: 401,
      detail: { how: 'password', device: deviceOf(request.headers['user-agent']), ip: request.ip },
    }),
  )
}
