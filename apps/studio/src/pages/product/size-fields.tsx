import type { DeskProduct, DeskVariant } from '@flora/contract/catalog-desk.ts'
import type { JSX } from 'react'
import type { Answered } from '@flora/client/client.ts'
import { Button } from '../../components/button.tsx'
import { CheckField, TextField } from '../../components/fields.tsx'
import { MoneyField, NumberField } from '../../components/number-fields.tsx'
import { inSum } from '../../words/money.ts'
import { percentWords } from '../../words/promotions.ts'
import { Prices } from './prices.tsx'
import { RecipeFields } from './recipe-fields.tsx'
import type { TypedVariant } from './typed-product.ts'

export type Stems = Answered<'GET /desk/catalog/stems'>

interface SizeFieldsProps {
  readonly variant: TypedVariant
  /** As it is saved; absent for a new one. */
  readonly saved: DeskVariant | undefined
  readonly isByStems: boolean
  readonly stems: Stems
  readonly faultOf: (part: string) => string | undefined
  readonly onChange: (part: Partial<TypedVariant>) => void
  readonly onRemove: () => void
  readonly onPlan: { readonly ok: true; readonly run: () => void } | { readonly ok: false; readonly because: string }
  readonly onPriced: (product: DeskProduct) => void
}

/** One size: what it costs, how large it is, what it is tied from. */
export function SizeFields(props: SizeFieldsProps): JSX.Element {
  const { variant, saved, isByStems, stems, faultOf, onChange, onRemove, onPlan, onPriced } = props
  const of = variant.name || 'the new size'
  return (
    <fieldset className="size">
      <legend>
        <h3>
          {variant.name || 'A new size'} {!variant.active && <span className="soft">not sold</span>}
        </h3>
      </legend>
      <Measures variant={variant} faultOf={faultOf} onChange={onChange} />
      <RecipeFields
        of={of}
        recipe={variant.recipe}
        stems={stems}
        fault={faultOf('recipe')}
        onChange={(recipe) => onChange({ recipe })}
      />
      {saved?.pieces !== undefined && (
        <p className="hint">
          {isByStems ? 'The stems on hand make' : 'There are'} {saved.pieces} more. The shop stops selling at that point
          by itself.
        </p>
      )}
      {saved?.margin !== undefined && <Margin margin={saved.margin} />}
      {saved !== undefined && <Prices variant={saved} onPriced={onPriced} />}
      <div className="size-acts">
        <CheckField label="Sold" isOn={variant.active} onChange={(active) => onChange({ active })} />
        {saved !== undefined && (
          <Button
            small
            label={`Plan another price for ${of}`}
            can={onPlan.ok ? { ok: true } : onPlan}
            onPress={() => onPlan.ok && onPlan.run()}
          >
            Plan another price
          </Button>
        )}
        <Button small kind="text" label={`Remove ${of}`} onPress={onRemove}>
          Remove
        </Button>
      </div>
    </fieldset>
  )
}

// As it is saved: the shop works it out.
function Margin({ margin: { stems, left, basisPoints } }: { margin: NonNullable<DeskVariant['margin']> }): JSX.Element {
  return (
    <p className={left.minor < 0 ? 'flag' : 'hint'}>
      Stems {inSum(stems)}. Without them and GST, {inSum(left)} of its price {left.minor < 0 ? 'is missing' : 'is left'}
      {basisPoints !== undefined && basisPoints >= 0 && `, ${percentWords(Math.round(basisPoints / 100) * 100)}`}.
    </p>
  )
}

interface MeasuresProps {
  readonly variant: TypedVariant
  readonly faultOf: (part: string) => string | undefined
  readonly onChange: (part: Partial<TypedVariant>) => void
}

function Measures({ variant, faultOf, onChange }: MeasuresProps): JSX.Element {
  return (
    <div className="fields">
      <TextField
        label="Size"
        span="f2"
        value={variant.name}
        maxLength={60}
        fault={faultOf('name')}
        onChange={(name) => onChange({ name })}
      />
      <MoneyField
        label="Price, GST included"
        span="f2"
        value={variant.price}
        fault={faultOf('priceMinor')}
        onChange={(price) => onChange({ price })}
      />
      <NumberField
        label="Bench minutes"
        span="f2"
        value={variant.benchMinutes}
        max={600}
        fault={faultOf('benchMinutes')}
        onChange={(benchMinutes) => onChange({ benchMinutes })}
      />
      <TextField
        label="Measure"
        optional
        span="f2"
        value={variant.measure}
        maxLength={60}
        placeholder="11 stems"
        fault={faultOf('measure')}
        onChange={(measure) => onChange({ measure })}
      />
      <TextField
        label="SKU"
        span="f2"
        value={variant.sku}
        maxLength={60}
        fault={faultOf('sku')}
        onChange={(sku) => onChange({ sku })}
      />
      <div className="f2 two-numbers">
        <NumberField
          label="High, cm"
          value={variant.heightCm}
          min={1}
          max={400}
          fault={faultOf('heightCm')}
          onChange={(heightCm) => onChange({ heightCm })}
        />
        <NumberField
          label="Wide, cm"
          value={variant.widthCm}
          min={1}
          max={400}
          fault={faultOf('widthCm')}
          onChange={(widthCm) => onChange({ widthCm })}
        />
      </div>
    </div>
  )
}
