import type { Cart } from '@flora/contract/cart.ts'
import type { JSX } from 'react'
import { TextField } from '../../components/fields.tsx'
import { Section } from '../../components/section.tsx'
import type { ChangeDraft } from '../phone-order.tsx'
import { useKept } from './use-kept.ts'

interface BuyerPartProps {
  readonly cart: Cart
  readonly faultOf: (path: string) => string | undefined
  readonly change: ChangeDraft
}

/** Who is on the telephone, and pays. */
export function BuyerPart({ cart, faultOf, change }: BuyerPartProps): JSX.Element {
  const [buyer, type] = useKept(cart.buyer, (typed) => change({ what: 'buyer', buyer: typed }))
  return (
    <Section title="Who pays">
      <div className="fields">
        <TextField label="Name" span="f3" maxLength={80} value={buyer.name} onChange={(name) => type({ name })} />
        <TextField
          label="Phone"
          span="f3"
          type="tel"
          optional
          maxLength={24}
          value={buyer.phone}
          fault={faultOf('buyer.phone')}
          onChange={(phone) => type({ phone })}
        />
        <TextField
          label="E-mail"
          type="email"
          maxLength={254}
          hint="The receipt goes there, and the link to pay by."
          value={buyer.email}
          fault={faultOf('buyer.email')}
          onChange={(email) => type({ email })}
        />
      </div>
    </Section>
  )
}
