import type { JSX, ReactNode } from 'react'

interface PageHeaderProps {
  readonly title: string
  /** What stands in the browser's tab, when the title alone would not do. */
  readonly tab?: string
  /** One line below: the facts of now. */
  readonly lead?: ReactNode
  /** One line above: where this page hangs. */
  readonly above?: ReactNode
  /** Badges and buttons at the right. */
  readonly children?: ReactNode
  /** Tabs between views of the same thing. */
  readonly views?: ReactNode
}

/** The head of every page: its sentence, what is true just now, and what one does here. */
export function PageHeader({ title, tab, lead, above, children, views }: PageHeaderProps): JSX.Element {
  return (
    <header className="work-head">
      <title>{`${tab ?? title} · Flora Studio`}</title>
      <div>
        {above !== undefined && <p>{above}</p>}
        <h1>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
        {views}
      </div>
      {children !== undefined && <div className="head-acts">{children}</div>}
    </header>
  )
}
