import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/**
 * Whether this browser seems to be signed in: a cookie that scripts may read, set and cleared along with the real ones. It decides
 * what the masthead offers and nothing else; what somebody may see is the shop's to say.
 */
export function useSeemsSignedIn(): boolean {
  return useSyncExternalStore(listen, seemsSignedIn, () => false)
}

/** Somebody has just signed in or out: whoever shows it should look again. */
export function tellSignedInChanged(): void {
  for (const listener of listeners) listener()
}

/** The cookie's word, in a browser. */
export function seemsSignedIn(): boolean {
  return /(?:^|;\s*)signed-in=1(?:;|$)/.test(document.cookie)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
