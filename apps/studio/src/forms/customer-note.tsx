import type { CustomerPage } from '@flora/contract/customer-desk.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { LongTextField } from '../components/fields.tsx'

/** What the shop should remember of a customer. */
export function NoteCustomer({
  customer: { accountId, name, note },
  onClose,
}: {
  customer: CustomerPage
  onClose: () => void
}): JSX.Element {
  const [words, setWords] = useState(note)
  const doing = useDo()
  async function send(): Promise<void> {
    const done = await doing.run(
      () => shop.call('PUT /desk/customers/:accountId/note', { params: { accountId }, body: { note: words } }),
      'Noted.',
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title={`About ${name}`}
      isOpen
      onClose={onClose}
      does="Keep the note"
      doing="Keeping"
      isBusy={doing.isBusy}
      problem={doing.faultOf('note') === undefined ? doing.problem : undefined}
      onSend={() => void send()}
    >
      <LongTextField
        label="What to remember"
        value={words}
        rows={6}
        maxLength={1_000}
        hint="She can read it: it is in her data when she asks for that."
        fault={doing.faultOf('note')}
        onChange={setWords}
      />
    </FormDialog>
  )
}
