import { type FormEvent, type JSX, type ReactNode, useEffect, useId, useRef } from 'react'
import { cents } from '../../../words/money.ts'
import { Refused } from '../../sign-in/refused.tsx'
import type { SubscriptionDesk } from './use-subscription-desk.ts'

interface ChangePanelProps {
  readonly desk: SubscriptionDesk
  /** The panel's name at the desk. */
  readonly what: string
  readonly heading: string
  /** 'Change it', and while it is asked for: 'Changing it'. */
  readonly act: string
  readonly acting: string
  readonly onAct: () => Promise<void> | void
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** One thing to change, opened in place: its fields, what the shop says to it, and the way out. */
export function ChangePanel(props: ChangePanelProps): JSX.Element {
  const { desk, what, heading, act, acting, onAct, onLeave, children } = props
  const panel = useRef<HTMLFormElement>(null)
  const id = useId()
  useEffect(() => panel.current?.focus(), [])
  const isBusy = desk.what === what && desk.asking.kind === 'busy'
  const offered = desk.what === what ? desk.offered : undefined
  return (
    <form
      className="sub-panel stack"
      ref={panel}
      tabIndex={-1}
      aria-labelledby={id}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void onAct()
      }}
    >
      <h3 id={id}>{heading}</h3>
      {children}
      {offered === undefined ? (
        desk.what === what && <Refused asking={desk.asking} opening="Not done." />
      ) : (
        <div className="banner butter" role="status">
          <p>
            <b>{cents(offered)} a delivery from then on.</b> It is {cents(desk.subscription.perDelivery)} now. Nothing
            has changed yet.
          </p>
        </div>
      )}
      <div className="acts">
        <button className="btn" aria-busy={isBusy}>
          {isBusy ? acting : offered === undefined ? act : `Yes, for ${cents(offered)}`}
        </button>
        <button type="button" className="btn btn-text" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </form>
  )
}
