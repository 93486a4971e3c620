import { type FormEvent, type JSX, type ReactNode, type Ref, useId, useImperativeHandle, useRef } from 'react'
import { Refused } from '../sign-in/refused.tsx'
import type { Asking } from '../sign-in/use-asking.ts'

export interface QuestionHandle {
  readonly ask: () => void
  readonly close: () => void
}

interface QuestionProps {
  readonly question: string
  /** The two answers, as they are said: 'Let it go', 'Keep it'. */
  readonly answers: { readonly act: string; readonly acting: string; readonly keep: string }
  readonly asking: Asking
  /** Codes whose sentence stands at a field. */
  readonly saidElsewhere?: boolean
  readonly onAct: () => Promise<void>
  readonly ref: Ref<QuestionHandle>
  readonly children: ReactNode
}

/** Asks once more before something that cannot be undone. Escape and the quiet answer mean the same. */
export function Question(props: QuestionProps): JSX.Element {
  const { question, answers, asking, saidElsewhere = false, onAct, ref, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useImperativeHandle(ref, () => ({
    ask: () => {
      dialog.current?.showModal()
      head.current?.focus()
    },
    close: () => dialog.current?.close(),
  }))
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={id}>
      <header>
        <h2 className="d acc-question" id={id} ref={head} tabIndex={-1}>
          {question}
        </h2>
      </header>
      <div>
        <form
          className="stack"
          id={`${id}-form`}
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            void onAct()
          }}
        >
          {children}
          {!saidElsewhere && <Refused asking={asking} opening="Not done." />}
        </form>
      </div>
      <footer>
        <button className="btn" form={`${id}-form`} aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? answers.acting : answers.act}
        </button>
        <button type="button" className="btn btn-line" onClick={() => dialog.current?.close()}>
          {answers.keep}
        </button>
      </footer>
    </dialog>
  )
}
