import type { DeskCollection } from '@flora/contract/catalog-desk.ts'
import type { Permission } from '@flora/contract/text.ts'
import { type JSX, useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { Empty } from '../components/trouble.tsx'
import { RemoveCollection } from '../forms/collection-remove.tsx'
import { SayCollection } from '../forms/collection-say.tsx'
import { count } from '../words/counts.ts'
import { productStatusWords } from '../words/products.ts'
import { CatalogViews } from './product/catalog-views.tsx'
import { FacetValues } from './product/facet-values.tsx'

type Open =
  | { readonly kind: 'say'; readonly collection?: DeskCollection }
  | { readonly kind: 'remove'; readonly collection: DeskCollection }

/** Shelves with a name of their own, and the words shoppers filter by. */
export function Component(): JSX.Element {
  const answer = useAsk('GET /desk/catalog/collections', {})
  const may = useMay('catalog/publish')
  const can: Permission = may ? { ok: true } : { ok: false, because: 'Owners and managers arrange the shelves.' }
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  return (
    <>
      <PageHeader title="Collections and words" lead="Shoppers see changes at once." views={<CatalogViews />}>
        <Button kind="ink" can={can} onPress={() => setOpen({ kind: 'say' })}>
          Add a collection
        </Button>
      </PageHeader>
      <Answered answer={answer}>
        {(collections) =>
          collections.length === 0 ? (
            <Empty title="There is no collection yet" />
          ) : (
            collections
              .toSorted((a, b) => a.position - b.position)
              .map((collection) => (
                <Collection key={collection.id} collection={collection} can={can} onOpen={setOpen} />
              ))
          )
        }
      </Answered>
      <FacetValues can={can} />
      {open?.kind === 'say' && (
        <SayCollection {...(open.collection && { collection: open.collection })} onClose={close} />
      )}
      {open?.kind === 'remove' && <RemoveCollection collection={open.collection} onClose={close} />}
    </>
  )
}

interface CollectionProps {
  readonly collection: DeskCollection
  readonly can: Permission
  readonly onOpen: (open: Open) => void
}

function Collection({ collection, can, onOpen }: CollectionProps): JSX.Element {
  const { name, slug, description, products } = collection
  return (
    <Section
      title={name}
      aside={
        <span className="head-acts">
          <Button small can={can} label={`Change ${name}`} onPress={() => onOpen({ kind: 'say', collection })}>
            Change
          </Button>
          {can.ok && (
            <Button small kind="text" label={`Remove ${name}`} onPress={() => onOpen({ kind: 'remove', collection })}>
              Remove
            </Button>
          )}
        </span>
      }
    >
      <p className="soft">
        {description} {count(products.length, 'product')}, at{' '}
        <a href={`/collections/${slug}`} target="_blank" rel="noreferrer">
          its own address
        </a>
        .
      </p>
      <ul className="zone-codes">
        {products.map(({ id, name: product, status }) => (
          <li key={id}>
            <Link to={`/products/${id}`}>{product}</Link>
            {status !== 'live' && <span className="soft"> {productStatusWords[status].word.toLowerCase()}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
