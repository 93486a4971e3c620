import { type JSX, useRef } from 'react'
import { Link, NavLink } from 'react-router'
import { useSeemsSignedIn } from '../account-hint.ts'
import { useCart } from '../cart-store.ts'
import { SearchBox } from './search-box.tsx'
import { useCurrentInView } from './use-current-in-view.ts'

const places = [
  ['/flowers', 'Flowers'],
  ['/plants', 'Plants'],
  ['/dried', 'Dried'],
  ['/subscriptions', 'Subscriptions'],
  ['/occasions', 'Occasions'],
  ['/journal', 'Journal'],
] as const

/** The shop's name, its aisles, the search field and the cart. */
export function Masthead(): JSX.Element {
  const aisles = useRef<HTMLElement>(null)
  useCurrentInView(aisles)
  return (
    <header className="mast wrap">
      <div className="mast-row">
        <Link className="mark" to="/">
          Flora <em>florists, Fitzroy</em>
          <span className="vh">, home</span>
        </Link>
        <nav aria-label="Shop" ref={aisles}>
          <ul>
            {places.map(([path, name]) => (
              <li key={path}>
                <NavLink to={path}>{name}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="tools">
          <SearchBox id="q" />
          <Link className="only-s" to="/search">
            Search
          </Link>
          <AccountLink />
          <CartLink />
        </div>
      </div>
      <hr className="oxford" />
    </header>
  )
}

// Who is signed in is known in the browser only, since everybody shares the page.
function AccountLink(): JSX.Element {
  const isSignedIn = useSeemsSignedIn()
  return isSignedIn ? <Link to="/account">Account</Link> : <Link to="/sign-in">Sign in</Link>
}

// The count is the visitor's own, so it arrives after the page that everybody shares.
function CartLink(): JSX.Element {
  const count = useCart().cart?.count ?? 0
  return (
    <Link to="/cart" className="num">
      Cart{count > 0 && `, ${count}`}
    </Link>
  )
}
