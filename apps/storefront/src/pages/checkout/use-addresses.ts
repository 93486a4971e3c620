import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Address } from '@flora/contract/customers.ts'
import { useEffect, useState } from 'react'
import { useSeemsSignedIn } from '../../account-hint.ts'

const none: readonly Address[] = []

/** The addresses she keeps; none while nobody is known to be signed in, or when the shop can't be asked: typing one always works. */
export function useAddresses(): readonly Address[] {
  const isSignedIn = useSeemsSignedIn()
  const [addresses, setAddresses] = useState(none)
  useEffect(() => {
    if (!isSignedIn) return setAddresses(none)
    let gone = false
    createClient(browserCarrier())
      .call('GET /account/addresses', {})
      .then(
        (found) => !gone && setAddresses(found),
        () => undefined,
      )
    return () => {
      gone = true
    }
  }, [isSignedIn])
  return addresses
}
