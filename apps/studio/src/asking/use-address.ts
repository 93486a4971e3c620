import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/**
 * What a page shows, kept in its address: so that the way back leads to the same, and a filtered list can be sent to a colleague.
 * An empty value takes the word out of the address.
 */
export function useAddress(): [
  (name: string) => string,
  (values: Readonly<Record<string, string | undefined>>) => void,
] {
  const [params, setParams] = useSearchParams()
  const read = useCallback((name: string) => params.get(name) ?? '', [params])
  const write = useCallback(
    (values: Readonly<Record<string, string | undefined>>) => {
      // From the address itself: what is drawn may be a moment behind it, and a filter that was just chosen would be lost.
      const next = new URLSearchParams(location.search)
      for (const [name, value] of Object.entries(values)) {
        if (value === undefined || value === '') next.delete(name)
        else next.set(name, value)
      }
      setParams(next, { replace: true, preventScrollReset: true })
    },
    [setParams],
  )
  return [read, write]
}
