import { useEffect, useState } from 'react'
import { tokenIn, type TokenKind } from './way-on.ts'

export type LinkToken =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'whole'; readonly token: string }
  | { readonly kind: 'half' }

/**
 * The token of the link that was followed. It is known in the browser only, and taken out of the address at once: nobody who looks at
 * the screen, the history or a shared address finds it there.
 */
export function useLinkToken(kind: TokenKind = 'secret'): LinkToken {
  const [token, setToken] = useState<LinkToken>({ kind: 'unknown' })
  useEffect(() => {
    const read = (): void => {
      const found = tokenIn(location.hash, kind)
      // Nothing behind the # any more: the token was taken by an earlier look, and is still the one.
      if (found === undefined)
        return setToken((before) => (location.hash === '' && before.kind === 'whole' ? before : { kind: 'half' }))
      setToken({ kind: 'whole', token: found })
      history.replaceState(history.state, '', location.pathname + location.search)
    }
    read()
    // A second letter's link, opened in a tab that shows this page already, changes the address and loads nothing.
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [kind])
  return token
}
