import type { Problem } from '@flora/contract/problem.ts'
import { useCallback, useRef, useState } from 'react'
import { toast } from '@flora/ui/toasts.tsx'
import { askAgain } from './answers.ts'
import { problemOf } from './shop.ts'

export interface Doing {
  readonly isBusy: boolean
  readonly problem: Problem | undefined
  /** What the shop said about one field of what was sent, by its path: 'recipient.phone'. */
  readonly faultOf: (path: string) => string | undefined
  /**
   * Does one thing at a time; says whether it was done. Afterwards everything on the page is asked again, and `say` stands at the
   * lower left.
   */
  readonly run: (work: () => Promise<unknown>, say?: string | (() => string)) => Promise<boolean>
  readonly clear: () => void
}

/** Something that changes the shop: its progress, the shop's no, and the fields it is about. */
export function useDo(): Doing {
  const [state, setState] = useState<{ isBusy: boolean; problem: Problem | undefined }>({
    isBusy: false,
    problem: undefined,
  })
  const isBusy = useRef(false)
  const run = useCallback(async (work: () => Promise<unknown>, say?: string | (() => string)): Promise<boolean> => {
    if (isBusy.current) return false
    isBusy.current = true
    setState({ isBusy: true, problem: undefined })
    let problem: Problem | undefined
    try {
      await work()
    } catch (error) {
      problem = problemOf(error)
    }
    isBusy.current = false
    setState({ isBusy: false, problem })
    // Also after a no: what it is about may have changed under her hands.
    askAgain()
    if (problem === undefined && say !== undefined) toast({ words: typeof say === 'string' ? say : say() })
    return problem === undefined
  }, [])
  return {
    ...state,
    faultOf: (path) => state.problem?.fields?.find((field) => field.path === path)?.message,
    run,
    clear: useCallback(() => setState({ isBusy: false, problem: undefined }), []),
  }
}
