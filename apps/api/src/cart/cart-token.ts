import { createHash, createHmac, type KeyObject, randomBytes } from 'node:crypto'
import type { AccountId } from '@flora/contract/ids.ts'

/** A cart's secret, as its cookie holds it, and what the database holds of it. */
export interface CartToken {
  readonly token: string
  readonly hash: string
  /** Made for this very request: there is no cart of it yet. */
  readonly isNew?: true
}

/** What the token of an account's cart is derived from. */
export interface AccountCart {
  readonly accountId: AccountId
  /** The account's, read under its lock; another generation has another token. */
  readonly generation: number
  readonly sealingKey: KeyObject
}

// 192 bits: nobody guesses a cart.
const tokenBytes = 24

export function newCartToken(): CartToken {
  return { ...knownCartToken(randomBytes(tokenBytes).toString('base64url')), isNew: true }
}

export function knownCartToken(token: string): CartToken {
  return { token, hash: createHash('sha256').update(token).digest('base64url') }
}

/** The token of a cart that belongs to something with an id: a draft of the order desk. Nobody's browser holds it. */
export function derivedCartToken(id: string, sealingKey: KeyObject): CartToken {
  const seal = createHmac('sha256', sealingKey).update(`cart of ${id}`).digest()
  return knownCartToken(seal.subarray(0, tokenBytes).toString('base64url'))
}

/** The token of an account's cart: derived, so that each of her devices gets the same without the database keeping it. */
export function accountCartToken({ accountId, generation, sealingKey }: AccountCart): CartToken {
  const seal = createHmac('sha256', sealingKey).update(`cart ${accountId} ${generation}`).digest()
  return knownCartToken(seal.subarray(0, tokenBytes).toString('base64url'))
}
