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

interface Words {
  readonly name: string
  readonly slug: string
  readonly description: string
  readonly position: number | undefined
}

interface SayCollectionProps {
  /** Given to change one that is there. */
  readonly collection?: DeskCollection
  readonly onClose: () => void
}

/** A collection: its name, words, and its products in order. */
export function SayCollection({ collection, onClose }: SayCollectionProps): JSX.Element {
  const [words, setWords] = useState<Words>({
    name: collection?.name ?? '',
    slug: collection?.slug ?? '',
    description: collection?.description ?? '',
    position: collection?.position ?? 0,
  })
  const [lines, setLines] = useState<readonly Line[]>(collection?.products ?? [])
  const doing = useDo()
  const { name, slug, description, position } = words
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
      <WordFields
        words={words}
        change={(part) => setWords((before) => ({ ...before, ...part }))}
        faultOf={doing.faultOf}
      />
      <Lines lines={lines} onChange={setLines} />
    </FormDialog>
  )
}

interface WordFieldsProps {
  readonly words: Words
  readonly change: (part: Partial<Words>) => void
  readonly faultOf: (path: string) => string | undefined
}

function WordFields({ words, change, faultOf }: WordFieldsProps): JSX.Element {
  return (
    <div className="fields">
      <TextField
        label="Name"
        span="f2"
        value={words.name}
        maxLength={120}
        fault={faultOf('name')}
        onChange={(name) => change({ name })}
      />
      <TextField
        label="Address"
        optional
        span="f2"
        value={words.slug}
        maxLength={80}
        hint="Empty: made from the name."
        fault={faultOf('slug')}
        onChange={(slug) => change({ slug })}
      />
      <NumberField
        label="Place"
        span="f2"
        value={words.position}
        max={1_000_000}
        hint="Smaller numbers first."
        fault={faultOf('position')}
        onChange={(position) => change({ position })}
      />
      <LongTextField
        label="Description"
        rows={2}
        value={words.description}
        maxLength={400}
        fault={faultOf('description')}
        onChange={(description) => change({ description })}
      />
    </div>
  )
}

function Lines({
  lines,
  onChange,
}: {
  lines: readonly Line[]
  onChange: (lines: readonly Line[]) => void
}): JSX.Element {
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
            <Button key={id} small onPress={() => onChange([...lines, { id, name }])}>
              Add {name}
            </Button>
          ))}
        </p>
      )}
      <ol className="ordered">
        {lines.map(({ id, name }, index) => (
          <li key={id}>
            <span>{name}</span>
            <button
              type="button"
              className="btn btn-text btn-xs"
              aria-label={`Move ${name} up`}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="btn btn-text btn-xs"
              aria-label={`Move ${name} down`}
              disabled={index === lines.length - 1}
              onClick={() => move(index, index + 1)}
            >
              ↓
            </button>
            <Button
              small
              kind="text"
              label={`Take out ${name}`}
              onPress={() => onChange(lines.filter((line) => line.id !== id))}
            >
              Take out
            </Button>
          </li>
        ))}
      </ol>
    </div>
  )
}
