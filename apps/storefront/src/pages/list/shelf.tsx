import type { Tile } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { useNavigation } from 'react-router'
import { ProductTile } from '../../components/tile.tsx'

// Each wide tile takes two of three places: at these it begins in the first or the second, never in the third.
const wideAt = new Set([1, 8, 17])
const enoughForWide = 3
// On a phone the first wide tile leads the shelf.
const largestAtFirst = 1

/** Tiles whose ink lines align across a row; one in eight is wide. */
export function Shelf({ items }: { items: readonly Tile[] }): JSX.Element {
  const busy = useNavigation().state === 'loading'
  return (
    <ul className="shelf" aria-busy={busy}>
      {items.map((tile, index) => {
        const wide = items.length >= enoughForWide && wideAt.has(index)
        return (
          <ProductTile
            key={tile.id}
            tile={tile}
            wide={wide}
            first={index === Math.min(largestAtFirst, items.length - 1)}
            sizes={wide ? '(min-width: 60rem) 50vw, 90vw' : '(min-width: 60rem) 24vw, 45vw'}
          />
        )
      })}
    </ul>
  )
}
