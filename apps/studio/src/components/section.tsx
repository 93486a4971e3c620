import { type JSX, type ReactNode, useId } from 'react'

interface SectionProps {
  readonly title: string
  /** At the right of the title: a count, a link, a small button. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

/** A part of a page under an ink line. */
export function Section({ title, aside, children, className }: SectionProps): JSX.Element {
  const id = useId()
  return (
    <section aria-labelledby={id} className={className}>
      <div className="sec-head">
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <span className="sec-aside">{aside}</span>}
      </div>
      {children}
    </section>
  )
}
