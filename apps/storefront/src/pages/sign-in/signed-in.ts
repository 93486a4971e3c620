import type { SignedIn } from '@flora/contract/identity.ts'
import { useNavigate } from 'react-router'
import { tellSignedInChanged } from '../../account-hint.ts'
import { refreshCart } from '../../cart-store.ts'

/** What happens once somebody is signed in: her cart has come along, the masthead says so, and she goes where she was going. */
export function useGoOn(): (signedIn: SignedIn, to: string) => Promise<void> {
  const navigate = useNavigate()
  return async (_, to) => {
    tellSignedInChanged()
    // The Studio has pages of its own, which this one does not know.
    if (isStudio(to)) return location.assign(to)
    await refreshCart()
    await navigate(to, { replace: true })
  }
}

function isStudio(path: string): boolean {
  return /^\/studio([/?#]|$)/.test(path)
}
