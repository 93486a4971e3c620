import type { JSX } from 'react'
import { cropAbout, originalOf } from './originals.ts'
import type { TypedPicture } from './typed-product.ts'

/** A picture as the shop will crop it, also while that is not saved yet. */
export function CroppedPicture({ picture, alt }: { picture: TypedPicture; alt: string }): JSX.Element {
  const original = originalOf(picture.photoId)
  if (original === undefined || picture.focus === undefined)
    return (
      <img
        src={`/pictures/${picture.id}-400.webp`}
        width="400"
        height="500"
        alt={alt}
        loading="lazy"
        decoding="async"
      />
    )
  const { x, y, width, height } = cropAbout(picture.focus, original)
  return (
    <svg className="crop" viewBox={`${x} ${y} ${width} ${height}`} role="img" aria-label={alt || 'Not described yet'}>
      <image href={original.href} width={original.width} height={original.height} />
    </svg>
  )
}
