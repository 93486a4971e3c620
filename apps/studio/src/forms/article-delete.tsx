import type { Draft } from '@flora/contract/drafts.ts'
import type { JSX } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'

/** Deletes a piece for good. */
export function DeleteArticle(props: { draft: Draft; onClose: () => void; onDone: () => void }): JSX.Element {
  const { draft, onClose, onDone } = props
  const doing = useDo()
  return (
    <FormDialog
      title={`Delete “${draft.title}”?`}
      isOpen
      onClose={onClose}
      does="Delete it"
      doing="Deleting"
      kind="poppy"
      leave="Keep it"
      isBusy={doing.isBusy}
      problem={doing.problem}
      onSend={() =>
        void doing.run(async () => {
          await shop.call('DELETE /content/:piece', { params: { piece: draft.id } })
          onDone()
        }, 'It is deleted.')
      }
    >
      <p>Its text is gone then, and its address is free again.</p>
    </FormDialog>
  )
}
