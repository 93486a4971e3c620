import type { JSX, ReactNode } from 'react'
import type { Answer } from '../asking/use-ask.ts'
import { Trouble } from './trouble.tsx'

interface AnsweredProps<T> {
  readonly answer: Answer<T>
  readonly children: (data: T) => ReactNode
  /** What holds the place until the first answer; grey lines unless said. */
  readonly waiting?: ReactNode
}

/** What hangs on an answer of the shop: its place while it is awaited, the shop's no, or what it said. */
export function Answered<T>({ answer, children, waiting }: AnsweredProps<T>): JSX.Element {
  if (answer.data === undefined)
    return answer.problem === undefined ? (
      <>{waiting ?? <Bones lines={6} />}</>
    ) : (
      <Trouble problem={answer.problem} again={answer.again} />
    )
  return (
    <>
      {answer.problem !== undefined && <Trouble problem={answer.problem} again={answer.again} isOld />}
      <div className={answer.isBefore ? 'is-before' : undefined} aria-busy={answer.isBefore || undefined}>
        {children(answer.data)}
      </div>
    </>
  )
}

/** Lines that hold the place of what is awaited. */
export function Bones({ lines }: { lines: number }): JSX.Element {
  return (
    <div className="bones" role="status">
      <span className="vh">Asking the shop</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={`bone bone-${line % 3}`} />
      ))}
    </div>
  )
}
