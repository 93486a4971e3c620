import type { CartDelivery } from '@flora/contract/cart.ts'
import type { Address } from '@flora/contract/customers.ts'
import type { JSX } from 'react'
import { SelectField } from '../../components/select-field.tsx'
import type { DeliveryDraft } from './draft.ts'
import { fieldId } from './faults.ts'
import type { CheckoutForm } from './use-checkout-form.ts'

interface FromAddressesProps {
  readonly deliveryId: CartDelivery['id']
  readonly typed: DeliveryDraft
  readonly addresses: readonly Address[]
  readonly form: CheckoutForm
}

/** Fills recipient and address from one that she keeps. What is filled in can be changed as if it had been typed. */
export function FromAddresses({ deliveryId, typed, addresses, form }: FromAddressesProps): JSX.Element | null {
  if (addresses.length === 0) return null
  const chosen = addresses.find((address) => isAlike(typed, address))
  return (
    <div className="co-from">
      <SelectField
        id={fieldId(deliveryId, 'from')}
        label="From your addresses"
        value={chosen?.id ?? ''}
        choices={[
          ['', chosen === undefined ? 'Choose one, or type below' : 'Another one, typed below'],
          ...addresses.map((address) => [address.id, nameOf(address)] as const),
        ]}
        onChoose={(id) => {
          const address = addresses.find((one) => one.id === id)
          form.setDelivery(deliveryId, address === undefined ? blank : fieldsOf(address))
        }}
      />
    </div>
  )
}

type AddressDraft = Pick<DeliveryDraft, 'name' | 'phone' | 'line1' | 'line2' | 'suburb' | 'postcode'>

const blank: Omit<AddressDraft, 'suburb' | 'postcode'> = { name: '', phone: '', line1: '', line2: '' }

function fieldsOf({ name, phone, line1, line2, suburb, postcode }: Address): AddressDraft {
  return { name, phone, line1, line2, suburb, postcode }
}

function isAlike(typed: AddressDraft, address: Address): boolean {
  return Object.entries(fieldsOf(address)).every(
    ([field, value]) => typed[field as keyof AddressDraft].trim() === value,
  )
}

function nameOf({ label, name, line1, suburb }: Address): string {
  return `${label === '' ? name : label}, ${line1}, ${suburb}`
}
