import type { CartDelivery } from '@flora/contract/cart.ts'
import type { JSX } from 'react'
import type { DeliveryDraft } from './draft.ts'
import { deliveryFaults, type Fault, fieldId, orList } from './faults.ts'
import { TextField } from '../../components/text-field.tsx'
import type { CheckoutForm } from './use-checkout-form.ts'

type TextName = 'name' | 'phone' | 'line1' | 'line2' | 'suburb' | 'postcode' | 'instructions'

interface AddressFieldsProps {
  readonly delivery: CartDelivery
  readonly typed: DeliveryDraft
  readonly form: CheckoutForm
  readonly missing: readonly Fault[]
}

/** Recipient and address of one delivery; a pick-up only needs a name. */
export function AddressFields(props: AddressFieldsProps): JSX.Element {
  const isPickUp = props.delivery.method === 'pick-up'
  const shared = sharedBy(props)
  const part = partOf(props)
  return (
    <div className="fields">
      <TextField
        {...shared('name')}
        label={isPickUp ? 'Who picks it up?' : 'Recipient'}
        span="f3"
        autoComplete={`${part} name`}
        maxLength={80}
      />
      <TextField
        {...shared('phone')}
        label={isPickUp ? 'Their mobile' : 'Recipient’s mobile'}
        span="f3"
        optional
        type="tel"
        autoComplete={`${part} tel`}
        maxLength={24}
        hint={isPickUp ? undefined : 'We only ring if the driver can’t find the door.'}
      />
      {!isPickUp && <PlaceFields {...props} />}
    </div>
  )
}

function PlaceFields(props: AddressFieldsProps): JSX.Element {
  const { delivery, typed, form } = props
  const shared = sharedBy(props)
  const part = partOf(props)
  // Suburb and postcode contradict each other in the field that can be mended, also when it was the other that was left.
  const suburb = shared('suburb')
  const suburbFault =
    suburb.fault ??
    (form.left.has(fieldId(delivery.id, 'postcode')) ? deliveryFaults(typed, delivery).suburb : undefined)
  const several = typed.postcode === delivery.postcode && delivery.suburbs.length > 1
  return (
    <>
      <TextField {...shared('line1')} label="Street address" autoComplete={`${part} address-line1`} maxLength={100} />
      <TextField
        {...shared('line2')}
        label="Company, ward or building"
        optional
        autoComplete={`${part} address-line2`}
        maxLength={100}
      />
      <TextField
        {...suburb}
        fault={suburbFault}
        label="Suburb"
        span="f4"
        autoComplete={`${part} address-level2`}
        maxLength={60}
        among={delivery.suburbs}
        hint={
          several && typed.suburb.trim() === '' && suburbFault === undefined
            ? `${typed.postcode} is ${orList(delivery.suburbs)}.`
            : undefined
        }
      />
      <TextField
        {...shared('postcode')}
        label="Postcode"
        span="f2"
        inputMode="numeric"
        autoComplete={`${part} postal-code`}
        maxLength={4}
        onType={(value) => form.setDelivery(delivery.id, { postcode: value.replaceAll(/\D/g, '') })}
      />
      <TextField
        {...shared('instructions')}
        label="For the driver"
        optional
        autoComplete="off"
        maxLength={300}
        hint="Never printed on the card."
      />
    </>
  )
}

// Two people's addresses on one page are two sections to whatever fills forms in.
function partOf({ delivery }: AddressFieldsProps): string {
  return `section-${delivery.id} shipping`
}

function sharedBy({ delivery, typed, form, missing }: AddressFieldsProps) {
  const faults = deliveryFaults(typed, delivery)
  return (field: TextName) => {
    const id = fieldId(delivery.id, field)
    const fault = faults[field] ?? missing.find((one) => one.fieldId === id)?.sentence
    return {
      id,
      value: typed[field],
      fault: form.left.has(id) ? fault : undefined,
      onType: (value: string) => form.setDelivery(delivery.id, { [field]: value }),
      onLeave: () => form.leave(id),
    }
  }
}
