import type { ContentKind } from '@flora/contract/content.ts'
import { type JSX, useState } from 'react'
import { useNavigate } from 'react-router'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { SelectField, TextField } from '../components/fields.tsx'
import { articleKinds } from '../words/articles.ts'
import { choicesOf } from '../words/products.ts'

/** A new piece: its title and kind, and the rest on its own page. */
export function BeginArticle({ onClose }: { onClose: () => void }): JSX.Element {
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<ContentKind>('journal')
  const doing = useDo()
  const go = useNavigate()
  async function send(): Promise<void> {
    await doing.run(async () => {
      const { id } = await shop.call('POST /content', { body: { title, kind } })
      await go(`/articles/${id}`)
    })
  }
  return (
    <FormDialog
      title="Write something"
      isOpen
      onClose={onClose}
      does="Begin it"
      doing="Beginning"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={title.trim() === '' ? { ok: false, because: 'Give it a title.' } : { ok: true }}
      onSend={() => void send()}
    >
      <p className="soft">It begins as a draft that nobody but staff sees.</p>
      <TextField label="Title" value={title} maxLength={120} fault={doing.faultOf('title')} onChange={setTitle} />
      <SelectField label="Kind" value={kind} choices={choicesOf(articleKinds)} onChange={setKind} />
    </FormDialog>
  )
}
