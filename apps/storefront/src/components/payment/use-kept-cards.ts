import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import { useEffect, useState } from 'react'
import { useSeemsSignedIn } from '../../account-hint.ts'

const none: readonly SavedCard[] = []

/** The cards of hers that can still pay, the default first. None while nobody is known to be signed in, and none when the shop can't be asked: typing a card always works. */
export function useKeptCards(): readonly SavedCard[] {
  const isSignedIn = useSeemsSignedIn()
  const [cards, setCards] = useState(none)
  useEffect(() => {
    if (!isSignedIn) return setCards(none)
    let gone = false
    createClient(browserCarrier())
      .call('GET /account/cards', {})
      .then(
        (found) => !gone && setCards(found.filter(({ isExpired }) => !isExpired)),
        () => undefined,
      )
    return () => {
      gone = true
    }
  }, [isSignedIn])
  return cards
}
