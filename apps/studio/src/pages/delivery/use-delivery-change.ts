import type { ChangedMeanwhile, WouldBreak } from '@flora/contract/delivery-desk.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { useState } from 'react'
import { problemOf } from '../../asking/shop.ts'
import { type Doing, useDo } from '../../asking/use-do.ts'

/** What goes with every change of the delivery desk. */
interface From {
  readonly version: number
}

export interface DeliveryDoing extends Doing {
  /** She has read which orders it breaks, and wants it. */
  readonly evenSo: boolean
  readonly setEvenSo: (evenSo: boolean) => void
  /** What is to be changed is not what it was: a no to that is no answer to this. */
  readonly touched: () => void
  readonly change: (
    work: (from: From, knowing: { evenSo?: boolean }) => Promise<unknown>,
    say: string,
  ) => Promise<boolean>
}

/**
 * A change to what the shop delivers and when. It is made from the version she began with; once she has been shown what others did
 * meanwhile, from theirs.
 */
export function useDeliveryChange(version: number, isBegun = true): DeliveryDoing {
  const doing = useDo()
  const [from, setFrom] = useState(version)
  const [evenSo, setEvenSo] = useState(false)
  if (!isBegun && from !== version) setFrom(version)
  return {
    ...doing,
    evenSo,
    setEvenSo,
    touched: () => {
      setEvenSo(false)
      if (doing.problem !== undefined) doing.clear()
    },
    change: async (work, say) => {
      const done = await doing.run(async () => {
        try {
          await work({ version: from }, evenSo ? { evenSo } : {})
        } catch (error) {
          const meanwhile = changedMeanwhile(problemOf(error))
          if (meanwhile) setFrom(meanwhile.version)
          throw error
        }
      }, say)
      if (done) setEvenSo(false)
      return done
    },
  }
}

/** What others did since, when that is why the shop said no. */
export function changedMeanwhile(problem: Problem | undefined): (Problem & ChangedMeanwhile) | undefined {
  return problem?.code === 'changed-meanwhile' ? (problem as Problem & ChangedMeanwhile) : undefined
}

/** The orders that stand in the way, when that is why the shop said no. */
export function wouldBreak(problem: Problem | undefined): (Problem & WouldBreak) | undefined {
  return problem?.code === 'orders-would-break' ? (problem as Problem & WouldBreak) : undefined
}

/** The no that a form shows in its own words: the two that carry more have a place of their own. */
export function otherNo(problem: Problem | undefined): Problem | undefined {
  return changedMeanwhile(problem) || wouldBreak(problem) ? undefined : problem
}
