import type { Problem } from '@flora/contract/problem.ts'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../asking/shop.ts'

interface Trying {
  readonly isBusy: boolean
  readonly problem: Problem | undefined
}

/** One thing at a time that the shop may refuse: whether it is under way, and what was said of it. */
export function useTrying(): [Trying, (work: () => Promise<void>) => (event: FormEvent) => void] {
  const [trying, setTrying] = useState<Trying>({ isBusy: false, problem: undefined })
  const run = (work: () => Promise<void>) => (event: FormEvent) => {
    event.preventDefault()
    if (trying.isBusy) return
    setTrying({ isBusy: true, problem: undefined })
    work().then(
      () => setTrying({ isBusy: false, problem: undefined }),
      (error: unknown) => setTrying({ isBusy: false, problem: problemOf(error) }),
    )
  }
  return [trying, run]
}
