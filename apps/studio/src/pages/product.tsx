import type { DeskProduct } from '@flora/contract/catalog-desk.ts'
import type { ProductId } from '@flora/contract/ids.ts'
import { type JSX, useState } from 'react'
import { Link, useParams } from 'react-router'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useDo } from '../asking/use-do.ts'
import { Answered } from '../components/answered.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { SaveBar } from '../components/save-bar.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Refused } from '../components/trouble.tsx'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { kindWords, productStatusWords } from '../words/products.ts'
import { PicturesPart } from './product/pictures-part.tsx'
import { ProductActs } from './product/product-acts.tsx'
import { ProductAside } from './product/product-aside.tsx'
import { SavedMeanwhile, savedMeanwhile } from './product/saved-meanwhile.tsx'
import { SizesPart } from './product/sizes-part.tsx'
import { StoriesPart } from './product/stories-part.tsx'
import {
  bodyOf,
  changedParts,
  laidOn,
  partNames,
  type TypedProduct,
  typedOf,
  whyNotSave,
} from './product/typed-product.ts'
import { WhereItShows } from './product/where-it-shows.tsx'
import { WordsPart } from './product/words-part.tsx'

/** What every part of the editor is given. */
export interface ProductPartProps {
  readonly typed: TypedProduct
  readonly change: (part: Partial<TypedProduct>) => void
  readonly faultOf: (path: string) => string | undefined
  readonly product: DeskProduct
}

/** One product: its words, pictures, sizes, and where it shows. */
export function Component(): JSX.Element {
  const { productId } = useParams()
  const answer = useAsk('GET /desk/catalog/products/:productId', { params: { productId: productId as ProductId } })
  return (
    <Answered answer={answer}>
      {(product) => (product.id === productId ? <Editor key={product.id} product={product} /> : null)}
    </Answered>
  )
}

function Editor({ product }: { product: DeskProduct }): JSX.Element {
  const [from, setFrom] = useState(product)
  const [typed, setTyped] = useState(() => typedOf(product))
  const doing = useDo()
  const saved = typedOf(from)
  const changed = changedParts(typed, saved)
  // Nothing is typed, so there is nothing to lose: the newest is shown.
  if (product.version > from.version && changed.length === 0) {
    setFrom(product)
    setTyped(typedOf(product))
  }
  const params = { productId: product.id }
  const because = whyNotSave(typed)
  function take(next: DeskProduct): void {
    setFrom(next)
    setTyped(typedOf(next))
    learn('GET /desk/catalog/products/:productId', { params }, next)
  }
  const save = (): void =>
    void doing.run(
      async () => {
        const body = { ...bodyOf(typed, saved), version: from.version }
        take(await shop.call('PATCH /desk/catalog/products/:productId', { params, body }))
      },
      product.status === 'live' ? 'Saved. Shoppers see it now.' : 'Saved.',
    )
  const meanwhile = savedMeanwhile(doing.problem)
  const part: ProductPartProps = {
    typed,
    change: (some) => setTyped((before) => ({ ...before, ...some })),
    faultOf: doing.faultOf,
    product: from,
  }
  return (
    <>
      <Head product={from} isDirty={changed.length > 0} onDone={take} />
      <div className="edit">
        <div>
          <Parts {...part} isDirty={changed.length > 0} onPriced={take} />
          <Refused problem={meanwhile ? undefined : doing.problem} />
          {meanwhile && (
            <SavedMeanwhile
              problem={meanwhile}
              isThere={product.version > from.version}
              onTheirs={() => {
                doing.clear()
                take(product)
              }}
              onMine={() => {
                doing.clear()
                setTyped(laidOn(typed, saved, typedOf(product)))
                setFrom(product)
              }}
            />
          )}
          <SaveBar
            changes={changed.map((name) => partNames[name])}
            isBusy={doing.isBusy}
            can={because === undefined ? from.can.edit : { ok: false, because }}
            onSave={save}
            onDiscard={() => {
              doing.clear()
              setTyped(saved)
            }}
          />
        </div>
        <ProductAside product={from} typed={typed} />
      </div>
    </>
  )
}

interface PartsProps extends ProductPartProps {
  readonly isDirty: boolean
  readonly onPriced: (product: DeskProduct) => void
}

function Parts({ isDirty, onPriced, ...part }: PartsProps): JSX.Element {
  return (
    <>
      <WordsPart {...part} />
      <PicturesPart {...part} />
      <SizesPart {...part} isDirty={isDirty} onPriced={onPriced} />
      <WhereItShows {...part} />
      <StoriesPart {...part} />
    </>
  )
}

interface HeadProps {
  readonly product: DeskProduct
  readonly isDirty: boolean
  readonly onDone: (product: DeskProduct) => void
}

function Head({ product, isDirty, onDone }: HeadProps): JSX.Element {
  const { mark, word } = productStatusWords[product.status]
  const until = product.status === 'live' && product.visibleUntil ? ` until ${shortDay(product.visibleUntil)}` : ''
  return (
    <PageHeader
      title={product.name}
      above={
        <>
          <Link to="/products">Products</Link>, {kindWords[product.kind].toLowerCase()}
        </>
      }
    >
      <Badge mark={mark}>
        {word}
        {until}
      </Badge>
      <ProductActs product={product} isDirty={isDirty} onDone={onDone} />
    </PageHeader>
  )
}
