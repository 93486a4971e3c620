import type { DeskOrder } from '@flora/contract/desk-order.ts'
import { type JSX, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { TextField } from '../components/fields.tsx'

/** Corrects who pays, and where letters go. */
export function ChangeBuyer({ desk, onClose }: { desk: DeskOrder; onClose: () => void }): JSX.Element {
  const { buyer } = desk.order
  const [typed, setTyped] = useState({ name: buyer.name, email: buyer.email, phone: buyer.phone })
  const doing = useDo()
  const params = { orderId: desk.order.id }
  async function send(): Promise<void> {
    const done = await doing.run(async () => {
      const after = await shop.call('PUT /desk/orders/:orderId/buyer', { params, body: typed })
      learn('GET /desk/orders/:orderId', { params }, after)
    }, 'Corrected. Letters go there from now on.')
    if (done) onClose()
  }
  const hasField = (doing.problem?.fields ?? []).length > 0
  return (
    <FormDialog
      title="Correct the buyer"
      isOpen
      onClose={onClose}
      does="Save"
      doing="Saving"
      isBusy={doing.isBusy}
      problem={hasField ? undefined : doing.problem}
      onSend={() => void send()}
    >
      <TextField
        label="Name"
        value={typed.name}
        maxLength={80}
        fault={doing.faultOf('name')}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <TextField
        label="E-mail"
        type="email"
        value={typed.email}
        maxLength={254}
        fault={doing.faultOf('email')}
        onChange={(email) => setTyped({ ...typed, email })}
      />
      <TextField
        label="Phone"
        type="tel"
        optional
        value={typed.phone}
        maxLength={24}
        fault={doing.faultOf('phone')}
        onChange={(phone) => setTyped({ ...typed, phone })}
      />
    </FormDialog>
  )
}
