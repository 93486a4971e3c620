import { type DragEvent, type JSX, useState } from 'react'
import { isHeic, photoKinds } from '../../asking/readable-photo.ts'
import { sendPhoto } from '../../asking/send-photo.ts'
import { useDo } from '../../asking/use-do.ts'
import { useMay } from '../../asking/who.ts'
import { Section } from '../../components/section.tsx'
import { Refused } from '../../components/trouble.tsx'
import { DescribePicture } from '../../forms/picture-describe.tsx'
import type { ProductPartProps } from '../product.tsx'
import { keepOriginal } from './originals.ts'
import { PictureCard } from './picture-card.tsx'
import type { TypedPicture } from './typed-product.ts'

const mostPictures = 12

/** Its pictures in order, the first being its plate: dropped here, chosen, moved, described, cropped. */
export function PicturesPart({ typed, change, faultOf }: ProductPartProps): JSX.Element {
  const [openId, setOpenId] = useState<string>()
  const { pictures } = typed
  const set = (next: readonly TypedPicture[]): void => change({ pictures: next })
  const open = pictures.find(({ id }) => id === openId)
  function move(id: string, to: number): void {
    const picture = pictures.find((one) => one.id === id)
    if (!picture || to < 0 || to >= pictures.length) return
    const rest = pictures.filter((one) => one.id !== id)
    set(rest.toSpliced(to, 0, picture))
  }
  return (
    <Section title="Pictures" aside={<span className="xs soft">The first is the plate. Drag, or use the arrows.</span>}>
      <ul className="pics">
        {pictures.map((picture, index) => (
          <PictureCard
            key={picture.id}
            picture={picture}
            index={index}
            count={pictures.length}
            tint={typed.tint}
            fault={faultOf(`pictures.${index}.alt`)}
            onMove={(to) => move(picture.id, to)}
            onDropped={(id) => move(id, index)}
            onDescribe={() => setOpenId(picture.id)}
            onRemove={() => set(pictures.filter(({ id }) => id !== picture.id))}
          />
        ))}
        <DropPlace
          pictures={pictures}
          onAdded={(added) => {
            set([...pictures, ...added])
            setOpenId(added[0]?.id)
          }}
        />
      </ul>
      {open && (
        <DescribePicture
          key={open.id}
          picture={open}
          onClose={() => setOpenId(undefined)}
          onDone={(next) => {
            set(pictures.map((one) => (one.id === open.id ? next : one)))
            setOpenId(undefined)
          }}
        />
      )}
    </Section>
  )
}

interface DropPlaceProps {
  readonly pictures: readonly TypedPicture[]
  readonly onAdded: (added: readonly TypedPicture[]) => void
}

/** Where photos are dropped, or chosen from the device. They are sent at once, one after the other. */
function DropPlace({ pictures, onAdded }: DropPlaceProps): JSX.Element | null {
  const doing = useDo()
  const [isOver, setOver] = useState(false)
  const may = useMay('catalog/write')
  if (!may) return null
  const room = mostPictures - pictures.length
  async function take(files: readonly File[]): Promise<void> {
    const added: TypedPicture[] = []
    await doing.run(async () => {
      for (const file of files.slice(0, room)) {
        const photo = await sendPhoto(file)
        // Of what this browser cannot show, the shop's own copy is asked for.
        if (!isHeic(file)) keepOriginal(photo, file)
        const { id, alt } = photo.picture
        // The same photo again is the same picture.
        if ([...pictures, ...added].some((one) => one.id === id)) continue
        added.push({ id, photoId: photo.id, focus: { x: 50, y: 50 }, alt })
      }
    })
    if (added.length > 0) onAdded(added)
  }
  const over = (isHere: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(isHere)
  }
  if (room <= 0) return <li className="hint">Twelve pictures are enough.</li>
  return (
    <li className="drop-place">
      <label
        className={`drop${isOver ? ' is-over' : ''}`}
        aria-busy={doing.isBusy || undefined}
        onDragEnter={over(true)}
        onDragOver={over(true)}
        onDragLeave={over(false)}
        onDrop={(event) => {
          over(false)(event)
          void take([...event.dataTransfer.files].filter((file) => file.type.startsWith('image/') || isHeic(file)))
        }}
      >
        <span>
          {doing.isBusy ? 'Sending…' : <b>Add a photo</b>}
          <br />
          Drop it here, or choose one. JPEG, PNG, WebP or an iPhone’s HEIC, 800 dots wide or more.
        </span>
        <input
          className="vh"
          type="file"
          aria-label="Add a photo"
          accept={photoKinds}
          multiple
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            void take(files)
          }}
        />
      </label>
      <Refused problem={doing.problem} />
    </li>
  )
}
