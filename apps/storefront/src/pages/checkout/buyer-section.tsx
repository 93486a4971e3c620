import type { JSX } from 'react'
import { buyerFaults, type Fault, fieldId } from './faults.ts'
import { TextField } from '../../components/text-field.tsx'
import type { CheckoutForm } from './use-checkout-form.ts'

/** The one who pays: whom the receipt goes to and whom we ring. */
export function BuyerSection({ form, missing }: { form: CheckoutForm; missing: readonly Fault[] }): JSX.Element {
  const { buyer } = form.draft
  const faults = buyerFaults(buyer)
  const shared = (field: 'name' | 'email' | 'phone') => {
    const id = fieldId('buyer', field)
    return {
      id,
      value: buyer[field],
      fault: form.left.has(id) ? (faults[field] ?? missing.find((fault) => fault.fieldId === id)?.sentence) : undefined,
      onType: (value: string) => form.setBuyer({ [field]: value }),
      onLeave: () => form.leave(id),
    }
  }
  return (
    <section aria-labelledby="co-you">
      <h2 className="q" id="co-you">
        You
      </h2>
      <div className="fields">
        <TextField {...shared('name')} label="Your name" span="f3" autoComplete="name" maxLength={80} />
        <TextField
          {...shared('phone')}
          label="Your mobile"
          span="f3"
          optional
          type="tel"
          autoComplete="tel"
          maxLength={24}
        />
        <TextField
          {...shared('email')}
          label="Your e-mail"
          type="email"
          autoComplete="email"
          maxLength={254}
          hint="For the receipt and your private link to follow the order."
        />
      </div>
    </section>
  )
}
