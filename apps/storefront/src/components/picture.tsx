import type { Picture as PictureOf } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { preload } from 'react-dom'

interface PictureProps {
  readonly picture: PictureOf
  /** How wide it will be shown, as the `sizes` attribute says it. */
  readonly sizes: string
  /** Empty where the name stands beside it. */
  readonly alt?: string
  /** The page's largest picture: fetched first. All others wait until they are near. */
  readonly first?: boolean
}

const widths = [400, 800, 1200]

/** A picture of the shop in the best kind and width the browser takes; its place is kept by width and height. */
export function Picture({ picture, sizes, alt = picture.alt, first = false }: PictureProps): JSX.Element {
  const set = (ending: string): string =>
    widths.map((width) => `${pictureAt(picture.id, width, ending)} ${width}w`).join(', ')
  if (first) {
    preload(pictureAt(picture.id, 800, 'avif'), {
      as: 'image',
      imageSrcSet: set('avif'),
      imageSizes: sizes,
      type: 'image/avif',
      fetchPriority: 'high',
    })
  }
  return (
    <picture>
      <source type="image/avif" srcSet={set('avif')} sizes={sizes} />
      <source type="image/webp" srcSet={set('webp')} sizes={sizes} />
      <img
        src={pictureAt(picture.id, 800, 'webp')}
        width="800"
        height="1000"
        alt={alt}
        {...(first ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const, decoding: 'async' as const })}
      />
    </picture>
  )
}

/** The path of one file of a picture. */
export function pictureAt(id: string, width: number, ending: string): string {
  return `/pictures/${id}-${width}.${ending}`
}
