import type { Problem } from '@flora/contract/problem.ts'
import type { JSX, ReactNode } from 'react'
import { Button } from './button.tsx'

interface TroubleProps {
  readonly problem: Problem
  readonly again?: () => void
  /** There is something on the page, but not the newest. */
  readonly isOld?: boolean
}

/** The shop's no, or its silence, with a way on. */
export function Trouble({ problem, again, isOld = false }: TroubleProps): JSX.Element {
  return (
    <div className={`banner ${isOld ? 'butter' : 'blush'}`} role="alert">
      <p>
        <b>{isOld ? 'Not the newest.' : openingOf(problem)}</b> {problem.detail}
        {problem.reference !== undefined && <span className="soft"> Reference {problem.reference}.</span>}
      </p>
      {again && (
        <Button small onPress={() => again()}>
          Ask again
        </Button>
      )}
    </div>
  )
}

/** The no to something that was tried, at the place where it was tried. Nothing while there is none. */
export function Refused({ problem, opening }: { problem: Problem | undefined; opening?: string }): JSX.Element {
  return (
    <div role="alert">
      {problem !== undefined && (
        <div className="banner blush">
          <p>
            <b>{opening ?? openingOf(problem)}</b> {problem.detail}
            {problem.reference !== undefined && <span className="soft"> Reference {problem.reference}.</span>}
          </p>
        </div>
      )}
    </div>
  )
}

/** Nothing is here, why that is, and what one could do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): JSX.Element {
  return (
    <div className="nothing">
      <h3>{title}</h3>
      {children}
    </div>
  )
}

function openingOf({ status, code }: Problem): string {
  if (code === 'no-answer') return 'No answer.'
  if (status >= 500) return 'Something broke on our side.'
  if (status === 404) return 'Not there.'
  if (status === 403) return 'Not for your role.'
  return 'Not yet.'
}
