import type { ProductKind } from '@flora/contract/catalog.ts'
import { type JSX, useState } from 'react'
import { useNavigate } from 'react-router'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { SelectField, TextField } from '../components/fields.tsx'
import { choicesOf, kindWords } from '../words/products.ts'

/** A new product: a name and a kind, and the rest on its own page. */
export function AddProduct({ onClose }: { onClose: () => void }): JSX.Element {
  const [name, setName] = useState('')
  const [kind, setKind] = useState<ProductKind>('bouquet')
  const doing = useDo()
  const go = useNavigate()
  async function send(): Promise<void> {
    await doing.run(async () => {
      const { id } = await shop.call('POST /desk/catalog/products', { body: { name, kind } })
      await go(`/products/${id}`)
    })
  }
  return (
    <FormDialog
      title="Add a product"
      isOpen
      onClose={onClose}
      does="Begin it"
      doing="Beginning"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={name.trim() === '' ? { ok: false, because: 'Give it a name.' } : { ok: true }}
      onSend={() => void send()}
    >
      <p className="soft">It begins as a draft that nobody but staff sees.</p>
      <TextField label="Name" value={name} maxLength={120} fault={doing.faultOf('name')} onChange={setName} />
      <SelectField label="Kind" value={kind} choices={choicesOf(kindWords)} onChange={setKind} />
    </FormDialog>
  )
}
