import { type JSX, type RefObject, useEffect, useRef } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
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
          <CartLink />
        </div>
      </div>
      <hr className="oxford" />
    </header>
  )
}

// On a phone the aisles are a strip that moves sideways: the one the shopper stands in should not be the one cut off.
function useCurrentInView(aisles: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation()
  useEffect(() => {
    const strip = aisles.current
    const current = strip?.querySelector('[aria-current]')
    if (!strip || !current) return
    const [window, shown] = [strip.getBoundingClientRect(), current.getBoundingClientRect()]
    strip.scrollBy({ left: shown.left - window.left - (window.width - shown.width) / 2 })
  }, [aisles, pathname])
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
