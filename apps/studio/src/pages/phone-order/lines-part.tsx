import type { Cart } from '@flora/contract/cart.ts'
import type { Tile } from '@flora/contract/catalog.ts'
import type { VariantId } from '@flora/contract/ids.ts'
import { type JSX, useCallback, useState } from 'react'
import { useAsk } from '../../asking/use-ask.ts'
import { Answered, Bones } from '../../components/answered.tsx'
import { Button } from '../../components/button.tsx'
import { NumberField } from '../../components/number-fields.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { Section } from '../../components/section.tsx'
import { inProse, inSum } from '../../words/money.ts'
import type { ChangeDraft } from '../phone-order.tsx'

/** What is wanted: the lines so far, and a search that adds one. */
export function LinesPart({ cart, change }: { cart: Cart; change: ChangeDraft }): JSX.Element {
  const [q, setQ] = useState('')
  const search = useCallback((text: string) => setQ(text), [])
  return (
    <Section title="What">
      <ul className="draft-lines">
        {cart.lines.map((line) => (
          <li key={line.id}>
            <div>
              <b>{line.name}</b>
              <span className="soft">, {line.variantName}</span>
              {line.problem && <p className="error">{line.problem.message}</p>}
            </div>
            <NumberField
              label={`How many ${line.name}`}
              hideLabel
              value={line.quantity}
              min={1}
              max={24}
              onChange={(quantity) => {
                if (quantity !== undefined && quantity !== line.quantity)
                  void change({ what: 'change-line', lineId: line.id, quantity })
              }}
            />
            <span className="num r">{inSum(line.total)}</span>
            <Button
              kind="text"
              small
              label={`Remove ${line.name}`}
              onPress={() => void change({ what: 'remove-line', lineId: line.id })}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <SearchField
        label="Find a bouquet, a plant, an add-on"
        placeholder="Peonies, vase, sympathy"
        value={q}
        onSearch={search}
      />
      {q !== '' && <FoundProducts q={q} cart={cart} change={change} onAdded={() => setQ('')} />}
    </Section>
  )
}

interface FoundProps {
  readonly q: string
  readonly cart: Cart
  readonly change: ChangeDraft
  readonly onAdded: () => void
}

function FoundProducts({ q, cart, change, onAdded }: FoundProps): JSX.Element {
  const answer = useAsk('GET /products', { query: { q } })
  const [open, setOpen] = useState<string>()
  return (
    <Answered answer={answer} waiting={<Bones lines={3} />}>
      {({ items }) => (
        <ul className="found">
          {items.length === 0 && (
            <li className="soft">Nothing is called that. Try a flower, a colour or an occasion.</li>
          )}
          {items.slice(0, 8).map((tile) => (
            <li key={tile.slug}>
              <button
                type="button"
                className="found-name"
                aria-expanded={open === tile.slug}
                onClick={() => setOpen(open === tile.slug ? undefined : tile.slug)}
              >
                <Thumb tile={tile} />
                <b>{tile.name}</b>
                <span className="soft">from {inProse(tile.from)}</span>
              </button>
              {open === tile.slug && <Sizes slug={tile.slug} cart={cart} change={change} onAdded={onAdded} />}
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}

function Thumb({ tile }: { tile: Tile }): JSX.Element {
  return (
    <img className="thumb" src={`/pictures/${tile.picture.id}-400.webp`} width="40" height="50" alt="" loading="lazy" />
  )
}

function Sizes({ slug, cart, change, onAdded }: { slug: string } & Omit<FoundProps, 'q'>): JSX.Element {
  const answer = useAsk('GET /products/:slug', { params: { slug } })
  const first = cart.deliveries[0]
  const add = (variantId: VariantId): void =>
    void change({
      what: 'add-line',
      variantId,
      quantity: 1,
      ...(first && { deliveryId: first.id }),
    }).then((done) => done && onAdded())
  return (
    <Answered answer={answer} waiting={<Bones lines={1} />}>
      {({ variants }) => (
        <div className="sizes-found">
          {variants.map(({ id, name, price }) => (
            <Button key={id} small onPress={() => add(id as VariantId)}>
              Add {name}, {inProse(price)}
            </Button>
          ))}
        </div>
      )}
    </Answered>
  )
}
