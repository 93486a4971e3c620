import { type JSX, useState } from 'react'
import { FormDialog } from '../components/dialog.tsx'
import { LongTextField } from '../components/fields.tsx'
import { CroppedPicture } from '../pages/product/cropped-picture.tsx'
import { FocusPicker } from '../pages/product/focus-picker.tsx'
import { originalOf } from '../pages/product/originals.ts'
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
  const original = originalOf(picture.photoId)
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
            <p className="hint">
              To show another part of this photo, add it again: the shop keeps it whole but shows only what is cropped.
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
        hint="One sentence for who cannot see it: ‘A round bunch of coral peonies tied with a ribbon’. Without it the product cannot be published."
        onChange={setAlt}
      />
    </FormDialog>
  )
}
