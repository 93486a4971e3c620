import { newId } from '@flora/contract/ids.ts'
import type { SignInReply } from '@flora/contract/identity.ts'
import { z } from 'zod'
import { postAccountLetter } from '../../notifications/index.ts'
import type { Tx } from '../../platform/db.ts'
import { invariant } from '../../platform/refusal.ts'
import type { Shop } from '../../shop.ts'
import { findAccountByEmail, insertAccount } from '../account-queries.ts'
import { type Proof, type SigningIn, signInAccount, type Visit } from '../sign-in-account.ts'
import { markTokenTaken, markTokensVoid } from '../token-queries.ts'
import { type Arrival, decideArrival, type ProviderPerson } from './arrival.ts'
import { askOwner } from './ask-owner.ts'
import { attemptHash } from './begin-sign-in.ts'
import { noteRefusal } from './note-refusal.ts'
import { SignInStopped } from './problem.ts'
import { askProvider, type Attempt } from './provider.ts'
import { findLinkedAccount, insertIdentity, lockIdentity } from './queries.ts'

export interface Finished {
  readonly reply: SignInReply
  /** The page of ours that she wanted. */
  readonly to: string
}

/**
 * Finishes what this browser began: `answer` is what the provider sent back by it. Throws SignInStopped whenever nobody is signed in;
 * an attempt is used up by its first answer, whatever that was.
 */
export async function finishSignIn(
  shop: SigningIn,
  visit: Visit,
  { answer, browserSecret }: { answer: URLSearchParams; browserSecret: string | undefined },
): Promise<Finished> {
  const { to, ...attempt } = await takeAttempt(shop, answer.get('state') ?? '', browserSecret)
  try {
    const person = await askProvider(shop, to, (provider) => provider.finish(attempt, answer))
    return { reply: await signInPerson(shop, visit, { person, to }), to }
  } catch (error) {
    if (error instanceof SignInStopped) await noteRefusal(shop, visit, error)
    throw error
  }
}

const Kept = z.object({ nonce: z.string(), verifier: z.string(), redirectUri: z.string(), to: z.string() })

async function takeAttempt(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  state: string,
  browserSecret: string | undefined,
): Promise<Attempt & { to: string }> {
  if (state === '' || browserSecret === undefined) throw new SignInStopped('sign-in-expired')
  const taken = await inTransaction((tx) =>
    markTokenTaken(tx, { kind: 'oidc-attempt', hash: attemptHash(state, browserSecret), now: clock.now() }),
  )
  if (!taken) throw new SignInStopped('sign-in-expired')
  return { ...Kept.parse(taken.payload), state }
}

/** Thrown out of a transaction that signs nobody in, and that has written nothing. */
class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
  readonly arrival: Exclude<Arrival, { kind: 'sign-in' | 'make-account' }>

  constructor(arrival: NotSignedIn['arrival']) {
    super(arrival.kind)
    this.arrival = arrival
  }
}

async function signInPerson(
  shop: SigningIn,
  visit: Visit,
  { person, to }: { person: ProviderPerson; to: string },
): Promise<SignInReply> {
  try {
    return await signInAccount(shop, visit, (tx) => prove(tx, shop, person))
  } catch (error) {
    if (!(error instanceof NotSignedIn)) throw error
    const { arrival } = error
    if (arrival.kind === 'refuse') throw new SignInStopped(arrival.problem, { to })
    await askOwner(shop, person, arrival)
    throw new SignInStopped('link-sent', { to, accountId: arrival.accountId })
  }
}

async function prove(tx: Tx, shop: SigningIn, person: ProviderPerson): Promise<Proof> {
  await lockIdentity(tx, person)
  for (let tries = 0; tries < 2; tries += 1) {
    const arrival = await decide(tx, person)
    if (arrival.kind === 'sign-in') return { accountId: arrival.accountId, how: 'provider' }
    if (arrival.kind !== 'make-account') throw new NotSignedIn(arrival)
    const made = await makeAccount(tx, shop, person, arrival)
    if (made) return made
    // Somebody followed a letter's link to an account of this address in this very moment: look again.
  }
  throw new Error('invariant broken: an address has an account and has none')
}

async function decide(tx: Tx, person: ProviderPerson): Promise<Arrival> {
  const linked = await findLinkedAccount(tx, person)
  const withSameEmail = !linked && person.email ? await findAccountByEmail(tx, person.email.trim()) : undefined
  return decideArrival(person, { linked: linked?.accountId, withSameEmail: withSameEmail?.id })
}

async function makeAccount(
  tx: Tx,
  shop: SigningIn,
  person: ProviderPerson,
  { email, name }: Extract<Arrival, { kind: 'make-account' }>,
): Promise<Proof | undefined> {
  const now = shop.clock.now()
  const accountId = newId('acc')
  if (!(await insertAccount(tx, { id: accountId, email, name, passwordHash: null, at: now }))) return undefined
  const linked = await insertIdentity(tx, person, { accountId, at: now })
  invariant(linked === accountId, 'an identity that was locked and free is linked to another account')
  // A letter that would make the same account, with a password, is of no use any more.
  await markTokensVoid(tx, { email }, { kinds: ['verify-email'], now })
  await postAccountLetter(tx, shop, { to: email, letter: { kind: 'welcome', name } })
  return { accountId, how: 'provider' }
}
