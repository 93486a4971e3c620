import type { JSX } from 'react'
import { Link } from 'react-router'
import { useSeemsSignedIn } from '../../account-hint.ts'
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
      <SignInFirst />
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

// Whoever has an account finds her name, doors and cards filled in. Nobody needs one.
function SignInFirst(): JSX.Element | null {
  const isSignedIn = useSeemsSignedIn()
  if (isSignedIn) return null
  return (
    <p className="small co-sign">
      Have an account? <Link to="/sign-in?to=/checkout">Sign in</Link>, and this is filled in. You don’t need one to
      buy.
    </p>
  )
}
