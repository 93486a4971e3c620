import type { ShopSettings } from '@flora/contract/settings.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { LongTextField } from '../components/fields.tsx'

interface WordLetterProps {
  readonly letter: ShopSettings['letters'][number]
  readonly version: number
  readonly onClose: () => void
}

/** What the shop says before and after the facts of a letter. */
export function WordLetter({
  letter: { letter, name, opening, closing },
  version,
  onClose,
}: WordLetterProps): JSX.Element {
  const [typed, setTyped] = useState({ opening, closing })
  const doing = useDo()
  async function send(): Promise<void> {
    const done = await doing.run(
      () => shop.call('PUT /desk/settings/letters/:letter', { params: { letter }, body: { version, ...typed } }),
      'Kept. The next letter has it.',
    )
    if (done) onClose()
  }
  const field = (part: 'opening' | 'closing', label: string, hint: string): JSX.Element => (
    <LongTextField
      label={label}
      value={typed[part]}
      rows={4}
      maxLength={600}
      hint={hint}
      fault={doing.faultOf(part)}
      onChange={(words) => setTyped((before) => ({ ...before, [part]: words }))}
    />
  )
  return (
    <FormDialog
      title={name}
      isOpen
      onClose={onClose}
      does="Keep the words"
      doing="Keeping"
      isBusy={doing.isBusy}
      problem={doing.problem}
      onSend={() => void send()}
    >
      {field('opening', 'Before', 'After the first sentence. An empty line begins a new paragraph.')}
      {field('closing', 'After', 'Last, before the shop’s address.')}
    </FormDialog>
  )
}
