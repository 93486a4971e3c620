import type { Permission } from '@flora/contract/text.ts'
import { type JSX, type ReactNode, useId } from 'react'
import { Link } from 'react-router'

/** Ink: the main thing. Poppy: the one commitment in view. Line: everything else. Text: the quiet way out. */
export type ButtonKind = 'ink' | 'poppy' | 'line' | 'text'

interface ButtonProps {
  readonly children: ReactNode
  readonly kind?: ButtonKind
  readonly small?: boolean
  readonly wide?: boolean
  readonly type?: 'button' | 'submit'
  /** The API's answer to "may I?". A no leaves the button where it is, dashed, with its reason below. */
  readonly can?: Permission | undefined
  /** One line below the button: what it would do, or to whom. The reason of a no takes its place. */
  readonly note?: ReactNode
  readonly isBusy?: boolean
  /** The label while it is busy: 'Saving'. */
  readonly busy?: string
  readonly label?: string
  readonly onPress?: () => void
}

/** A button that says why when it may not be pressed, and can still be found by the keyboard then. */
export function Button(props: ButtonProps): JSX.Element {
  const { children, kind = 'line', type = 'button', can, note, isBusy = false, busy } = props
  const id = useId()
  const isOff = can !== undefined && !can.ok
  const below = isOff ? can.because : note
  const button = (
    <button
      type={type}
      className={classOf(props, isOff ? 'line' : kind)}
      aria-label={props.label}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      aria-describedby={below === undefined ? undefined : id}
      onClick={(event) => {
        if (isOff || isBusy) return event.preventDefault()
        props.onPress?.()
      }}
    >
      {isBusy && busy !== undefined ? busy : children}
    </button>
  )
  if (below === undefined) return button
  return (
    <div className="with-why">
      {button}
      <span className="why" id={id}>
        {below}
      </span>
    </div>
  )
}

interface LinkButtonProps {
  readonly to: string
  readonly children: ReactNode
  readonly kind?: ButtonKind
  readonly small?: boolean
  readonly wide?: boolean
  readonly label?: string
}

/** A link to another page of the Studio that looks like a button. */
export function LinkButton(props: LinkButtonProps): JSX.Element {
  return (
    <Link to={props.to} className={classOf(props, props.kind ?? 'line')} aria-label={props.label}>
      {props.children}
    </Link>
  )
}

function classOf({ small, wide }: { small?: boolean; wide?: boolean }, kind: ButtonKind): string {
  return ['btn', kind !== 'ink' && `btn-${kind}`, small && 'btn-xs', wide && 'btn-wide'].filter(Boolean).join(' ')
}
