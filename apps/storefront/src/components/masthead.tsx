import type { JSX } from 'react'
import { Link, NavLink } from 'react-router'
import { useCart } from '../cart-store.ts'
import { SearchBox } from './search-box.tsx'

const places = [
  ['/flowers', 'Flowers'],
  ['/plants', 'Plants'],
  ['/dried', 'Dried'],
  ['/occasions', 'Occasions'],
  ['/journal', 'Journal'],
] as const

/** The shop's name, its aisles, the search field and the cart. */
export function Masthead(): JSX.Element {
  return (
    <header className="mast wrap">
      <div className="mast-row">
        <Link className="mark" to="/">
          Flora <em>florists, Fitzroy</em>
          <span className="vh">, home</span>
        </Link>
        <nav aria-label="Shop">
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
          <CartLink />
        </div>
      </div>
      <hr className="oxford" />
    </header>
  )
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
