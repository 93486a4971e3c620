import type { JSX, ReactNode } from 'react'
import { NavLink } from 'react-router'

interface ViewsProps {
  readonly label: string
  readonly views: readonly { readonly to: string; readonly words: ReactNode; readonly isExact?: boolean }[]
}

/** Views of the same thing, each with an address of its own. Goes into a page header's `views`. */
export function Views({ label, views }: ViewsProps): JSX.Element {
  return (
    <nav className="tabs" aria-label={label}>
      {views.map(({ to, words, isExact = true }) => (
        <NavLink key={to} to={to} end={isExact}>
          {words}
        </NavLink>
      ))}
    </nav>
  )
}
