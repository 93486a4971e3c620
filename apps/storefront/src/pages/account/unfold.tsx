import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react'

interface UnfoldProps {
  /** The button: what can be done. */
  readonly label: string
  readonly children: (fold: () => void) => ReactNode
}

/** A form that waits behind its button: a page of open password fields asks for more than anybody came to give. */
export function Unfold({ label, children }: UnfoldProps): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (isOpen) box.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
    else if (wasOpen.current) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  if (isOpen) return <div ref={box}>{children(() => setOpen(false))}</div>
  return (
    <p>
      <button type="button" className="btn btn-line" aria-expanded={false} ref={button} onClick={() => setOpen(true)}>
        {label}
      </button>
    </p>
  )
}
