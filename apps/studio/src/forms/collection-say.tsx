import type { DeskCollection } from '@flora/contract/catalog-desk.ts'
import type { ProductId } from '@flora/contract/ids.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useDo } from '../asking/use-do.ts'
import { Button } from '../components/button.tsx'
import { FormDialog } from '../components/dialog.tsx'
import { LongTextField, TextField } from '../components/fields.tsx'
import { NumberField } from '../components/number-fields.tsx'
import { SearchField } from '../components/search-field.tsx'

interface Line {
  readonly id: ProductId
  readonly name: string
}

interface SayCollectionProps {
  /** Given to change one that is there. */
  readonly collection?: DeskCollection
  readonly onClose: () => void
}

/** A collection: its name, words, and its products in order. */
export function SayCollection({ collection, onClose }: SayCollectionProps): JSX.Element {
  const [name, setName] = useState(collection?.name ?? '')
  const [slug, setSlug] = useState(collection?.slug ?? '')
  const [description, setDescription] = useState(collection?.description ?? '')
  const [position, setPosition] = useState<number | undefined>(collection?.position ?? 0)
  const [lines, setLines] = useState<readonly Line[]>(collection?.products ?? [])
  const doing = useDo()
  async function send(): Promise<void> {
    const body = {
      name,
      description,
      products: lines.map(({ id }) => id),
      ...(position !== undefined && { position }),
      ...(slug !== '' && { slug }),
    }
    const done = await doing.run(
      () =>
        collection === undefined
          ? shop.call('POST /desk/catalog/collections', { body })
          : shop.call('PATCH /desk/catalog/collections/:collectionId', {
              params: { collectionId: collection.id },
              body: { ...body, version: collection.version },
            }),
      `${name} is saved.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title={collection === undefined ? 'Add a collection' : `Change ${collection.name}`}
      isOpen
      wide
      onClose={onClose}
      does={collection === undefined ? 'Add the collection' : 'Save the collection'}
      doing="Saving"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={name.trim() === '' ? { ok: false, because: 'Give it a name.' } : { ok: true }}
      onSend={() => void send()}
    >
      <div className="fields">
        <TextField label="Name" span="f2" value={name} maxLength={120} fault={doing.faultOf('name')} onChange={setName} />
        <TextField label="Address" optional span="f2" value={slug} maxLength={80} hint="Empty: made from the name." fault={doing.faultOf('slug')} onChange={setSlug} />
        <NumberField label="Place" span="f2" value={position} max={1_000_000} hint="Smaller numbers first." fault={doing.faultOf('position')} onChange={setPosition} />
        <LongTextField label="Description" rows={2} value={description} maxLength={400} fault={doing.faultOf('description')} onChange={setDescription} />
      </div>
      <Lines lines={lines} onChange={setLines} />
    </FormDialog>
  )
}

function Lines({ lines, onChange }: { lines: readonly Line[]; onChange: (lines: readonly Line[]) => void }): JSX.Element {
  const [q, setQ] = useState('')
  const found = useAsk('GET /desk/catalog/products', q === '' ? undefined : { query: { q, page: 1 } }).data?.items ?? []
  const free = q === '' ? [] : found.filter(({ id }) => !lines.some((line) => line.id === id)).slice(0, 6)
  const move = (index: number, to: number): void => {
    const line = lines[index]
    if (line) onChange(lines.toSpliced(index, 1).toSpliced(to, 0, line))
  }
  return (
    <div className="stack">
      <SearchField label="Add a product" value={q} placeholder="Peonies" onSearch={setQ} />
      {free.length > 0 && (
        <p className="head-acts">
          {free.map(({ id, name }) => (
            <Button key={id} small label={`Add ${name}`} onPress={() => onChange([...lines, { id, name }])}>
              + {name}
            </Button>
          ))}
        </p>
      )}
      <ol className="ordered">
        {lines.map(({ id, name }, index) => (
          <li key={id}>
            <span>{name}</span>
            <button type="button" className="btn btn-text btn-xs" aria-label={`Move ${name} up`} disabled={index === 0} onClick={() => move(index, index - 1)}>
              ↑
            </button>
            <button type="button" className="btn btn-text btn-xs" aria-label={`Move ${name} down`} disabled={index === lines.length - 1} onClick={() => move(index, index + 1)}>
              ↓
            </button>
            <Button small kind="text" label={`Take ${name} out`} onPress={() => onChange(lines.filter((line) => line.id !== id))}>
              Take out
            </Button>
          </li>
        ))}
      </ol>
    </div>
  )
}
