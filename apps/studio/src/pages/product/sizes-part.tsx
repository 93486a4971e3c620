import type { DeskProduct } from '@flora/contract/catalog-desk.ts'
import { type JSX, useState } from 'react'
import { useAsk } from '../../asking/use-ask.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { AddStem } from '../../forms/stem-add.tsx'
import { PlanPrice } from '../../forms/price-plan.tsx'
import type { ProductPartProps } from '../product.tsx'
import { SizeFields } from './size-fields.tsx'
import type { TypedVariant } from './typed-product.ts'

interface SizesPartProps extends ProductPartProps {
  readonly isDirty: boolean
  readonly onPriced: (product: DeskProduct) => void
}

const mostSizes = 12

/** Sizes with their prices, measures and recipes. */
export function SizesPart({ typed, change, faultOf, product, isDirty, onPriced }: SizesPartProps): JSX.Element {
  const stems = useAsk('GET /desk/catalog/stems', {}).data ?? []
  const [open, setOpen] = useState<'stem' | TypedVariant>()
  const { variants } = typed
  const at = (key: string, part: Partial<TypedVariant>): void =>
    change({ variants: variants.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  const plannable =
    open !== undefined && open !== 'stem' ? product.variants.find(({ id }) => id === open.id) : undefined
  return (
    <Section
      title="Sizes and recipes"
      aside={
        <Button
          small
          can={variants.length < mostSizes ? { ok: true } : { ok: false, because: 'Twelve at most.' }}
          onPress={() => change({ variants: [...variants, newSize(typed.slug, variants.length)] })}
        >
          Add a size
        </Button>
      }
    >
      {variants.map((variant, index) => (
        <SizeFields
          key={variant.key}
          variant={variant}
          saved={product.variants.find(({ id }) => id === variant.id)}
          isByStems={typed.stockBy === 'stems'}
          stems={stems}
          faultOf={(part) => faultOf(`variants.${index}.${part}`)}
          onChange={(part) => at(variant.key, part)}
          onRemove={() => change({ variants: variants.filter(({ key }) => key !== variant.key) })}
          onPlan={
            isDirty
              ? { ok: false, because: 'Save or discard your changes first.' }
              : { ok: true, run: () => setOpen(variant) }
          }
          onPriced={onPriced}
        />
      ))}
      {variants.length === 0 && <p className="soft">It has no size yet, so it has no price.</p>}
      <Button small kind="text" onPress={() => setOpen('stem')}>
        A stem is missing from the list
      </Button>
      {open === 'stem' && <AddStem stems={stems} onClose={() => setOpen(undefined)} />}
      {plannable && <PlanPrice variant={plannable} onClose={() => setOpen(undefined)} onDone={onPriced} />}
    </Section>
  )
}

function newSize(slug: string, index: number): TypedVariant {
  return {
    key: crypto.randomUUID(),
    sku: `${slug.toUpperCase().slice(0, 50)}-${index + 1}`,
    name: index === 0 ? 'One size' : '',
    measure: '',
    price: undefined,
    benchMinutes: undefined,
    heightCm: undefined,
    widthCm: undefined,
    active: true,
    recipe: [],
  }
}
