import type { DeskProduct } from '@flora/contract/catalog-desk.ts'
import type { Problem } from '@flora/contract/problem.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { JSX } from 'react'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Button } from '../../components/button.tsx'
import { momentWords } from '@flora/calendar/wall-time.ts'

/** The refusal that somebody else saved the product since, with what they did. */
export type Meanwhile = Problem & { readonly changes: DeskProduct['changes'] }

/** That refusal, when it is one. */
export function savedMeanwhile(problem: Problem | undefined): Meanwhile | undefined {
  return problem?.code === 'changed-meanwhile' && 'changes' in problem ? (problem as Meanwhile) : undefined
}

interface SavedMeanwhileProps {
  readonly problem: Meanwhile
  /** What they saved has been asked for, and is here. */
  readonly isThere: boolean
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** Somebody else saved it first: what they did, and whose words go on. */
export function SavedMeanwhile({ problem, isThere, onTheirs, onMine }: SavedMeanwhileProps): JSX.Element {
  const clock = useShopClock()
  const can: Permission = isThere ? { ok: true } : { ok: false, because: 'Asking the shop for theirs.' }
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
        <Button kind="ink" small can={can} onPress={onMine}>
          Keep what I changed, take the rest
        </Button>
        <Button small can={can} onPress={onTheirs}>
          Take theirs
        </Button>
      </p>
    </div>
  )
}
