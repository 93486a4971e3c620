import { browserCarrier, createClient, type Carrier } from '@flora/client/client.ts'
import type { Suggestion } from '@flora/contract/catalog.ts'
import { useEffect, useState } from 'react'

const pauseMs = 140
const fewestLetters = 2
const none: readonly Suggestion[] = []

/** Suggestions for what is being typed: asked after a short pause, and a question overtaken by the next one is withdrawn. */
export function useSuggestions(typed: string): readonly Suggestion[] {
  const [found, setFound] = useState<readonly Suggestion[]>(none)
  const q = typed.trim()
  useEffect(() => {
    if (q.length < fewestLetters) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const answer = await createClient(stoppable(stop.signal)).call('GET /suggestions', { query: { q } })
        if (!stop.signal.aborted) setFound(answer)
      } catch {
        // Suggestions are a kindness: without them the field still searches.
        if (!stop.signal.aborted) setFound(none)
      }
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [q])
  return q.length < fewestLetters ? none : found
}

function stoppable(signal: AbortSignal): Carrier {
  const carry = browserCarrier()
  return (path, init) => carry(path, Object.assign({ signal }, init))
}
