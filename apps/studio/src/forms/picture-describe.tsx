import { type JSX, useEffect, useState } from 'react'
import { FormDialog } from '../components/dialog.tsx'
import { LongTextField } from '../components/fields.tsx'
import { CroppedPicture } from '../pages/product/cropped-picture.tsx'
import { FocusPicker } from '../pages/product/focus-picker.tsx'
import { fetchOriginal, type Original, originalOf } from '../pages/product/originals.ts'
import type { TypedPicture } from '../pages/product/typed-product.ts'

interface DescribePictureProps {
  readonly picture: TypedPicture
  readonly onClose: () => void
  readonly onDone: (picture: TypedPicture) => void
}

/** What a picture shows, for who cannot see it, and which part of a photo is seen. */
export function DescribePicture({ picture, onClose, onDone }: DescribePictureProps): JSX.Element {
  const [alt, setAlt] = useState(picture.alt)
  const [focus, setFocus] = useState(picture.focus)
  const original = useOriginal(picture.photoId)
  const typed = { ...picture, alt: alt.trim(), ...(focus && { focus }) }
  return (
    <FormDialog
      title="Describe the picture"
      isOpen
      onClose={onClose}
      wide
      does="Take it"
      doing="Taking"
      isBusy={false}
      problem={undefined}
      onSend={() => onDone(typed)}
    >
      <div className="describe">
        {original && focus ? (
          <div>
            <p className="hint">Press where its middle should be. What is veiled is not seen.</p>
            <FocusPicker original={original} focus={focus} onChange={setFocus} />
          </div>
        ) : (
          picture.photoId !== undefined && (
            <p className="hint" role="status">
              {original === undefined
                ? 'Asking the shop for the whole photo.'
                : 'The whole photo cannot be shown just now, so its crop stays as it is.'}
            </p>
          )
        )}
        <span className="plate">
          <CroppedPicture picture={typed} alt="" />
        </span>
      </div>
      <LongTextField
        label="What it shows"
        rows={2}
        value={alt}
        maxLength={200}
        hint="One sentence for who cannot see it: ‘A round bunch of coral peonies tied with a ribbon’. It cannot be published without."
        onChange={setAlt}
      />
    </FormDialog>
  )
}

/** The whole photo: as it lies here, else as the shop keeps it. Undefined while it is awaited, null when it does not come. */
function useOriginal(photoId: TypedPicture['photoId']): Original | null | undefined {
  const [fetched, setFetched] = useState<Original | null>()
  const here = originalOf(photoId)
  useEffect(() => {
    if (photoId === undefined || here !== undefined) return
    let isOver = false
    const say = (original: Original | null): void => {
      if (!isOver) setFetched(original)
    }
    fetchOriginal(photoId).then(say, () => say(null))
    return () => {
      isOver = true
    }
  }, [photoId, here])
  return here ?? fetched
}
