import type { Address, NewAddress } from '@flora/contract/customers.ts'
import type { AddressId } from '@flora/contract/ids.ts'
import type { Obstacle } from '@flora/contract/text.ts'

/** An address as it is kept. */
export interface KeptAddress extends NewAddress {
  readonly id: AddressId
  readonly isDefault: boolean
}

/** Why the van may not find an address, as far as the shop knows; `suburbs` are those it serves, by postcode. */
export function addressWarning(
  { suburb, postcode }: Pick<NewAddress, 'suburb' | 'postcode'>,
  suburbs: ReadonlyMap<string, readonly string[]>,
): Obstacle | undefined {
  const known = suburbs.get(postcode) ?? []
  if (known.length === 0)
    return {
      code: 'address-not-served',
      message: `We don’t deliver to ${postcode} yet. You can still keep the address.`,
    }
  if (known.some((name) => name.toLowerCase() === suburb.toLowerCase())) return undefined
  return {
    code: 'suburb-postcode',
    message: `${postcode} is ${known.slice(0, 3).join(', ')}. Please check suburb and postcode against each other.`,
  }
}

export function toAddress(kept: KeptAddress, suburbs: ReadonlyMap<string, readonly string[]>): Address {
  const warning = addressWarning(kept, suburbs)
  return { ...kept, ...(warning && { warning }) }
}
