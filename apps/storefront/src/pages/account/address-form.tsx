import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Address } from '@flora/contract/customers.ts'
import { type FormEvent, type JSX, useState } from 'react'
import { TextField } from '../../components/text-field.tsx'
import { phoneFault } from '../checkout/faults.ts'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'

const fields = ['label', 'name', 'phone', 'line1', 'line2', 'suburb', 'postcode'] as const
type Field = (typeof fields)[number]
type Typed = Record<Field, string>

const looks: Readonly<Record<Field, Omit<Parameters<typeof TextField>[0], 'id' | 'value' | 'onType' | 'onLeave'>>> = {
  label: { label: 'What you call it', optional: true, hint: 'Mum, Work', maxLength: 40 },
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
  line2: {
    label: 'Company, ward or building',
    optional: true,
    autoComplete: 'shipping address-line2',
    maxLength: 100,
  },
  suburb: { label: 'Suburb', span: 'f4', autoComplete: 'shipping address-level2', maxLength: 60 },
  postcode: { label: 'Postcode', span: 'f2', inputMode: 'numeric', autoComplete: 'shipping postal-code', maxLength: 4 },
}

interface AddressFormProps {
  /** The one to change; absent for another one. */
  readonly address?: Address
  readonly onSaved: () => Promise<void>
  readonly onLeave: () => void
}

/** An address with what the checkout would ask for, and what she calls it. */
export function AddressForm({ address, onSaved, onLeave }: AddressFormProps): JSX.Element {
  const part = address?.id ?? 'new-address'
  const [typed, setTyped] = useState<Typed>(() => typedOf(address))
  const [faults, setFaults] = useState<Partial<Typed>>({})
  const [asking, run] = useAsking()

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = faultsOf(typed)
    setFaults(found)
    const first = fields.find((field) => found[field] !== undefined)
    if (first) return document.getElementById(`${part}-${first}`)?.focus()
    await run(async () => {
      const client = createClient(browserCarrier())
      // Four digits, as was looked at above.
      const body = typed as Typed & { postcode: string }
      if (address === undefined) await client.call('POST /account/addresses', { body })
      else await client.call('PATCH /account/addresses/:addressId', { params: { addressId: address.id }, body })
      await onSaved()
    })
  }

  return (
    <form className="acc-form" onSubmit={(event) => void save(event)} noValidate>
      <div className="fields">
        {fields.map((field) => (
          <TextField
            key={field}
            {...looks[field]}
            id={`${part}-${field}`}
            value={typed[field]}
            fault={faults[field]}
            onType={(value) => {
              setTyped({ ...typed, [field]: value })
              setFaults({ ...faults, [field]: undefined })
            }}
          />
        ))}
      </div>
      <Refused asking={asking} opening="Not kept." />
      <div className="acts">
        <button className="btn" aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? 'Keeping' : 'Keep this address'}
        </button>
        <button type="button" className="btn btn-text" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </form>
  )
}

function typedOf(address: Address | undefined): Typed {
  return Object.fromEntries(fields.map((field) => [field, address?.[field] ?? ''])) as Typed
}

function faultsOf(typed: Typed): Partial<Typed> {
  const phone = phoneFault(typed.phone)
  return {
    ...(typed.name.trim() === '' && { name: 'Who gets the flowers there?' }),
    ...(phone !== undefined && { phone }),
    ...(typed.line1.trim() === '' && { line1: 'Please give street and number.' }),
    ...(typed.suburb.trim() === '' && { suburb: 'Please give the suburb.' }),
    ...(!/^\d{4}$/.test(typed.postcode.trim()) && { postcode: 'Four digits, like 3067.' }),
  }
}
