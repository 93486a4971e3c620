import { type JSX, useEffect, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { signOut, useAccount } from '../asking/who.ts'
import type { Place } from '../navigation.ts'
import { helpSheet } from './help-sheet.tsx'
import { offeredTo } from './offered.ts'
import { chooseTheme, type Theme, useTheme } from './theme.ts'

const groups = ['day', 'shop', 'house'] as const

/** The side bar; on a tablet held upright and on a phone, a line of places with the rest behind a button. */
export function Rail(): JSX.Element {
  const account = useAccount()
  const offered = offeredTo(account.role)
  const [isOpen, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  return (
    <header className={isOpen ? 'rail is-open' : 'rail'}>
      <div className="rail-top">
        <Link className="mark" to="/">
          Flora <em>Studio</em>
        </Link>
        <button
          type="button"
          className="btn btn-line btn-xs rail-more"
          aria-expanded={isOpen}
          aria-controls="rail-places"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Close' : 'All pages'}
        </button>
      </div>
      <nav aria-label="Studio" id="rail-places">
        {groups.map((group) => (
          <Group key={group} places={offered.filter((place) => place.group === group)} />
        ))}
      </nav>
      <Me name={account.name} role={account.role ?? ''} />
    </header>
  )
}

function Group({ places }: { places: readonly Place[] }): JSX.Element | null {
  if (places.length === 0) return null
  return (
    <ul>
      {places.map(({ to, words, isExact }) => (
        <li key={to}>
          <NavLink to={to} end={isExact === true}>
            {words}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

const themes: readonly { readonly value: Theme; readonly words: string }[] = [
  { value: 'auto', words: 'As the device' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
]

function Me({ name, role }: { name: string; role: string }): JSX.Element {
  const theme = useTheme()
  return (
    <div className="me">
      <p>
        {name}, {role}
      </p>
      <label>
        <span className="vh">Colours</span>
        <select className="quiet-select" value={theme} onChange={(event) => chooseTheme(event.target.value as Theme)}>
          {themes.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <p className="me-acts">
        <button type="button" className="as-link" onClick={() => helpSheet(true)}>
          Shortcuts
        </button>
        <a href="/account/security">Account</a>
        <button type="button" className="as-link" onClick={() => void signOut()}>
          Sign out
        </button>
      </p>
    </div>
  )
}
