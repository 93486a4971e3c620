import type { Tint } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Button } from '../../components/button.tsx'
import { CroppedPicture } from './cropped-picture.tsx'
import type { TypedPicture } from './typed-product.ts'

interface PictureCardProps {
  readonly picture: TypedPicture
  readonly index: number
  readonly count: number
  readonly tint: Tint
  readonly fault: string | undefined
  readonly onMove: (to: number) => void
  /** Another picture was dropped here: it takes this place. */
  readonly onDropped: (id: string) => void
  readonly onDescribe: () => void
  readonly onRemove: () => void
}

const dragged = 'text/x-flora-picture'

/** One picture of a product, with what is said of it and its place among the others. */
export function PictureCard(props: PictureCardProps): JSX.Element {
  const { picture, index, count, tint, fault, onMove, onDropped, onDescribe, onRemove } = props
  const name = `picture ${index + 1}`
  return (
    <li
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragged, picture.id)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragged)) event.preventDefault()
      }}
      onDrop={(event) => {
        const id = event.dataTransfer.getData(dragged)
        if (id === '') return
        event.preventDefault()
        onDropped(id)
      }}
    >
      <span className={`plate ${tint}`}>
        <CroppedPicture picture={picture} alt="" />
      </span>
      {fault !== undefined || picture.alt === '' ? (
        <p className="error">{fault ?? 'Needs a description'}</p>
      ) : (
        <p className="hint">{picture.alt}</p>
      )}
      <p className="pic-acts">
        <button
          type="button"
          className="btn btn-text btn-xs"
          aria-label={`Move ${name} to the left`}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          ←
        </button>
        <button
          type="button"
          className="btn btn-text btn-xs"
          aria-label={`Move ${name} to the right`}
          disabled={index === count - 1}
          onClick={() => onMove(index + 1)}
        >
          →
        </button>
        <Button small kind="text" label={`Edit ${name}: what it shows, and its crop`} onPress={onDescribe}>
          Edit
        </Button>
        <Button small kind="text" label={`Remove ${name}`} onPress={onRemove}>
          Remove
        </Button>
      </p>
    </li>
  )
}
