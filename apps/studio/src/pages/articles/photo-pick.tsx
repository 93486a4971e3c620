import type { Photo } from '@flora/contract/catalog-desk.ts'
import type { JSX } from 'react'
import { isHeic, photoKinds } from '../../asking/readable-photo.ts'
import { sendPhoto } from '../../asking/send-photo.ts'
import { useDo } from '../../asking/use-do.ts'
import { Field } from '../../components/fields.tsx'
import { Refused } from '../../components/trouble.tsx'
import { keepOriginal } from '../product/originals.ts'

interface PhotoPickProps {
  readonly label: string
  readonly onSent: (photo: Photo) => void
}

/** A photo of one's own, sent as soon as it is chosen. */
export function PhotoPick({ label, onSent }: PhotoPickProps): JSX.Element {
  const doing = useDo()
  return (
    <>
      <Field label={label} hint={doing.isBusy ? 'Sending…' : 'JPEG, PNG, WebP or HEIC, 800 dots wide or more.'}>
        {(described) => (
          <input
            {...described}
            className="input"
            type="file"
            accept={photoKinds}
            disabled={doing.isBusy}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              if (!file) return
              void doing.run(async () => {
                const photo = await sendPhoto(file)
                if (!isHeic(file)) keepOriginal(photo, file)
                onSent(photo)
              })
            }}
          />
        )}
      </Field>
      <Refused problem={doing.problem} />
    </>
  )
}
