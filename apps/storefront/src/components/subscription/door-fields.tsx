import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { Address } from '@flora/contract/customers.ts'
import { type JSX, useMemo } from 'react'
import { orList } from '../../pages/checkout/faults.ts'
import { FitMeter } from '../card-preview/card-preview.tsx'
import { SelectField } from '../select-field.tsx'
import { TextField } from '../text-field.tsx'
import { type Door, type DoorFaults, type DoorLine, linesOf } from './door.ts'

export interface DoorFieldsProps {
  /** Begins the fields' ids. */
  readonly part: string
  readonly door: Door
  readonly faults: DoorFaults
  readonly isPickUp: boolean
  /** Suburbs of the postcode, where the shop knows them. */
  readonly suburbs: readonly string[]
  /** The addresses she keeps. */
  readonly addresses: readonly Address[]
  readonly onType: (part: Partial<Door>) => void
}

const looks = {
  name: { label: 'Recipient', span: 'f3', autoComplete: 'shipping name', maxLength: 80 },
  phone: {
    label: 'Their mobile',
    span: 'f3',
    optional: true,
    type: 'tel',
    autoComplete: 'shipping tel',
    maxLength: 24,
  },
  line1: { label: 'Street address', autoComplete: 'shipping address-line1', maxLength: 100 },
  line2: { label: 'Company, ward or building', optional: true, autoComplete: 'shipping address-line2', maxLength: 100 },
  suburb: { label: 'Suburb', span: 'f4', autoComplete: 'shipping address-level2', maxLength: 60 },
  postcode: { label: 'Postcode', span: 'f2', inputMode: 'numeric', autoComplete: 'shipping postal-code', maxLength: 4 },
  instructions: { label: 'For the driver', optional: true, autoComplete: 'off', maxLength: 300 },
} as const

/** Recipient, address and what the driver should know, from her addresses or typed. */
export function DoorFields(props: DoorFieldsProps): JSX.Element {
  const { part, door, faults, isPickUp, suburbs, addresses, onType } = props
  const field = (line: keyof typeof looks): JSX.Element => (
    <TextField
      {...looks[line]}
      {...(line === 'name' && isPickUp && { label: 'Who picks it up?' })}
      {...(line === 'suburb' && { among: suburbs })}
      {...(line === 'suburb' &&
        suburbs.length > 1 &&
        door.suburb === '' &&
        faults.suburb === undefined && { hint: `${door.postcode} is ${orList(suburbs)}.` })}
      id={`${part}-${line}`}
      value={door[line]}
      fault={faults[line]}
      onType={(value) => onType({ [line]: line === 'postcode' ? value.replaceAll(/\D/g, '') : value })}
    />
  )
  return (
    <>
      {!isPickUp && <FromKept part={part} door={door} addresses={addresses} onType={onType} />}
      <div className="fields">
        {field('name')}
        {field('phone')}
        {!isPickUp && (
          <>
            {field('line1')}
            {field('line2')}
            {field('suburb')}
            {field('postcode')}
            {field('instructions')}
          </>
        )}
      </div>
    </>
  )
}

type FromKeptProps = Pick<DoorFieldsProps, 'part' | 'door' | 'addresses' | 'onType'>

function FromKept({ part, door, addresses, onType }: FromKeptProps): JSX.Element | null {
  if (addresses.length === 0) return null
  const chosen = addresses.find((address) =>
    Object.entries(linesOf(address)).every(([line, value]) => door[line as DoorLine].trim() === value),
  )
  return (
    <div className="co-from">
      <SelectField
        id={`${part}-from`}
        label="From your addresses"
        value={chosen?.id ?? ''}
        choices={[
          ['', chosen === undefined ? 'Choose one, or type below' : 'Another one, typed below'],
          ...addresses.map(
            (one) => [one.id, `${one.label === '' ? one.name : one.label}, ${one.line1}, ${one.suburb}`] as const,
          ),
        ]}
        onChoose={(id) => {
          const address = addresses.find((one) => one.id === id)
          onType(address === undefined ? { name: '', phone: '', line1: '', line2: '' } : linesOf(address))
        }}
      />
    </div>
  )
}

// The contract's limit; its module would bring a schema library into the page.
const mostCharacters = 900

/** What the card says each time, and whether her name stands on it. */
export function CardFields({ part, door, onType }: Pick<DoorFieldsProps, 'part' | 'door' | 'onType'>): JSX.Element {
  const id = `${part}-cardMessage`
  const fit = useMemo(() => fitCard(door.cardMessage), [door.cardMessage])
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={id}>
          Card message<span className="opt"> optional</span>
        </label>
        <textarea
          className="input"
          id={id}
          rows={4}
          maxLength={mostCharacters}
          value={door.cardMessage}
          aria-invalid={!fit.fits}
          aria-describedby={`${id}-fit`}
          onChange={(event) => onType({ cardMessage: event.target.value })}
        />
        <FitMeter fit={fit} id={`${id}-fit`} />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={door.anonymous}
          onChange={(event) => onType({ anonymous: event.target.checked })}
        />
        <span>
          Leave my name off
          <span className="why">The recipient won’t see your name or the price, even if they ask us.</span>
        </span>
      </label>
    </div>
  )
}

const substitutions = [
  ['nearest-match', 'Nearest match, same value or better'],
  ['ask-me', 'Ask me first'],
  ['refund', 'Leave that delivery out'],
] as const

/** What to do when a stem is missing on the day. */
export function SubstitutionField({
  part,
  door,
  onType,
}: Pick<DoorFieldsProps, 'part' | 'door' | 'onType'>): JSX.Element {
  return (
    <SelectField
      id={`${part}-substitution`}
      label="If a stem doesn’t make it to market"
      value={door.substitution}
      choices={substitutions}
      onChoose={(value) => onType({ substitution: value as Door['substitution'] })}
    />
  )
}
