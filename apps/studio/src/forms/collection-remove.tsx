import type { DeskCollection } from '@flora/contract/catalog-desk.ts'
import type { JSX } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'

/** Takes a collection away. */
export function RemoveCollection(props: { collection: DeskCollection; onClose: () => void }): JSX.Element {
  const { collection, onClose } = props
  const doing = useDo()
  async function send(): Promise<void> {
    const done = await doing.run(
      () =>
        shop.call('POST /desk/catalog/collections/:collectionId/removal', {
          params: { collectionId: collection.id },
          body: { version: collection.version },
        }),
      `${collection.name} is gone; its products stay.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title={`Remove ${collection.name}?`}
      isOpen
      onClose={onClose}
      does="Remove it"
      doing="Removing"
      kind="poppy"
      leave="Keep it"
      isBusy={doing.isBusy}
      problem={doing.problem}
      onSend={() => void send()}
    >
      <p>Its products stay in the shop; only this shelf goes.</p>
    </FormDialog>
  )
}
