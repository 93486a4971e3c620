import type { DeskProduct } from '@flora/contract/catalog-desk.ts'
import type { Problem } from '@flora/contract/problem.ts'
import type { JSX } from 'react'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Button } from '../../components/button.tsx'
import { momentWords } from '../../words/times.ts'

/** The refusal that somebody else saved the product since, with what they did and how it is now. */
export type Meanwhile = Problem & { readonly saved: DeskProduct; readonly changes: DeskProduct['changes'] }

/** That refusal, when it is one. */
export function savedMeanwhile(problem: Problem | undefined): Meanwhile | undefined {
  return problem?.code === 'changed-meanwhile' && 'saved' in problem ? (problem as Meanwhile) : undefined
}

interface SavedMeanwhileProps {
  readonly problem: Meanwhile
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** Somebody else saved it first: what they did, and whose words go on. */
export function SavedMeanwhile({ problem, onTheirs, onMine }: SavedMeanwhileProps): JSX.Element {
  const clock = useShopClock()
  return (
    <div className="banner butter would-break" role="alert">
      <p>
        <b>Somebody was quicker.</b> {problem.detail}
      </p>
      <ul>
        {problem.changes.map(({ version, at, who, what }) => (
          <li key={version}>
            {what}{' '}
            <span className="soft nowrap">
              {who}, {momentWords(at, clock)}
            </span>
          </li>
        ))}
      </ul>
      <p className="head-acts">
        <Button kind="ink" small onPress={onMine}>
          Keep what I changed, take the rest
        </Button>
        <Button small onPress={onTheirs}>
          Take theirs
        </Button>
      </p>
    </div>
  )
}
