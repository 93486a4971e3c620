import type { Tile } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { price } from '../words/money.ts'
import { Picture } from './picture.tsx'

interface ProductTileProps {
  readonly tile: Tile
  readonly sizes: string
  readonly wide?: boolean
  readonly tag?: string
  readonly first?: boolean
}

/** One product on a shelf: picture, name, price, and one line if there is something to say. The whole tile is the link. */
export function ProductTile({ tile, sizes, wide = false, tag, first = false }: ProductTileProps): JSX.Element {
  return (
    <li className={`tile${wide ? ' wide' : ''}${tile.soldOut ? ' is-gone' : ''}`}>
      {tag !== undefined && <span className="tile-tag">{tag}</span>}
      <div className={`plate ${tile.tint}`}>
        <Picture picture={tile.picture} sizes={sizes} first={first} />
      </div>
      <div className="meta">
        <h3>
          <Link to={`/p/${tile.slug}`}>{tile.name}</Link>
        </h3>
        <span className="price">
          {tile.hasSizes && 'from '}
          {price(tile.from)}
        </span>
        <span className="latin">{tile.latinName}</span>
        {tile.soldOut ? (
          <span className="state">
            <strong>Sold out for now.</strong>
          </span>
        ) : (
          tile.left !== undefined && <span className="state">{tile.left} left</span>
        )}
      </div>
    </li>
  )
}
