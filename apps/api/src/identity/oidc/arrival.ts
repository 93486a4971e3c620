import { Email } from '@flora/contract/cart.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { typed } from '@flora/contract/text.ts'

/** Somebody at a provider: these two never change, and no two people share them. */
export interface ProviderIdentity {
  readonly issuer: string
  readonly subject: string
}

/** Whom a provider vouches for. */
export interface ProviderPerson extends ProviderIdentity {
  readonly email: string | undefined
  readonly isEmailVerified: boolean
  readonly name: string | undefined
}

export type Arrival =
  | { kind: 'sign-in'; accountId: AccountId }
  /** The provider has proven her address: that is as good as a letter of ours. */
  | { kind: 'make-account'; email: string; name: string }
  /** Somebody with this address is here already: only she can say that it is the same one. */
  | { kind: 'ask-owner'; accountId: AccountId }
  | { kind: 'refuse'; problem: 'email-unverified' }

/** What becomes of somebody who comes from a provider. An address that nobody verified says nothing, to nobody. */
export function decideArrival(
  person: Pick<ProviderPerson, 'email' | 'isEmailVerified' | 'name'>,
  known: {
    /** The account that this identity is linked to. */
    readonly linked: AccountId | undefined
    readonly withSameEmail: AccountId | undefined
  },
): Arrival {
  if (known.linked) return { kind: 'sign-in', accountId: known.linked }
  const email = Email.safeParse(person.email)
  if (!email.success || !person.isEmailVerified) return { kind: 'refuse', problem: 'email-unverified' }
  if (known.withSameEmail) return { kind: 'ask-owner', accountId: known.withSameEmail }
  return { kind: 'make-account', email: email.data, name: nameOf(person.name, email.data) }
}

// Some providers know no name, and some give the address for one.
function nameOf(given: string | undefined, email: string): string {
  const name = typed(80).safeParse(given)
  const isName = name.success && name.data !== '' && !name.data.includes('@')
  return isName ? name.data : email.split('@')[0]!.slice(0, 80)
}
