import type { Problem } from '@flora/contract/problem.ts'
import { useRef, useState } from 'react'
import { problemOf } from '../cart/problem-of.ts'

/** Where a form stands with the shop. */
export type Asking =
  | { readonly kind: 'ready' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** Which field a refusal is about: its code, and the field's id. */
type Fields = Readonly<Record<string, string>>

/**
 * One question at a time: a second press while the first is under way asks nothing. A refusal that is about one field puts the focus
 * there, since its sentence stands there.
 */
export function useAsking(fields: Fields = {}): [Asking, (ask: () => Promise<void>) => Promise<void>] {
  const [asking, setAsking] = useState<Asking>({ kind: 'ready' })
  const isBusy = useRef(false)
  async function run(ask: () => Promise<void>): Promise<void> {
    if (isBusy.current) return
    isBusy.current = true
    setAsking({ kind: 'busy' })
    try {
      await ask()
      setAsking({ kind: 'ready' })
    } catch (error) {
      const problem = problemOf(error)
      setAsking({ kind: 'refused', problem })
      const field = fields[problem.code]
      // Once its sentence is drawn, which is read out along with it.
      if (field !== undefined) setTimeout(() => document.getElementById(field)?.focus())
    } finally {
      isBusy.current = false
    }
  }
  return [asking, run]
}

/** The sentence of a refusal when it has one of these codes: it stands at a field then, and not by itself. */
export function saidOf(asking: Asking, ...codes: readonly string[]): string | undefined {
  return asking.kind === 'refused' && codes.includes(asking.problem.code) ? asking.problem.detail : undefined
}
