import type { Picture } from '@flora/contract/catalog.ts'
import { type JSX, useState } from 'react'
import { useAsk } from '../../asking/use-ask.ts'
import { SearchField } from '../../components/search-field.tsx'

interface PicturePickProps {
  readonly label: string
  readonly onPick: (picture: Picture) => void
}

const mostShown = 8

/** One of the pictures that the shop's products have, found by the product's name. */
export function PicturePick({ label, onPick }: PicturePickProps): JSX.Element {
  const [q, setQ] = useState('')
  const found = useAsk('GET /desk/catalog/products', q === '' ? undefined : { query: { q, page: 1 } }).data?.items ?? []
  const pictures =
    q === '' ? [] : found.flatMap(({ name, tint, picture }) => (picture ? [{ name, tint, picture }] : []))
  return (
    <div className="picture-pick">
      <SearchField label={label} value={q} placeholder="Peonies" onSearch={setQ} />
      {pictures.length > 0 && (
        <ul>
          {pictures.slice(0, mostShown).map(({ name, tint, picture }) => (
            <li key={picture.id}>
              <button
                type="button"
                className={`plate ${tint}`}
                aria-label={`The picture of ${name}`}
                onClick={() => {
                  onPick(picture)
                  setQ('')
                }}
              >
                <img src={`/pictures/${picture.id}-400.webp`} width="80" height="100" alt="" loading="lazy" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
