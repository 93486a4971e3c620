import type { ContentId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { decideDeletion, type Editor } from './content.ts'
import { deleteContent as deleteRow, insertEvents, lockContent, toPiece } from './draft-queries.ts'
import { contentNotDeletable, notForYou, pieceNotFound } from './errors.ts'

/** Deletes a draft or an archived piece with every address it had. Who did it stays written down. */
export function deleteContent(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  editor: Editor,
  id: ContentId,
): Promise<void> {
  const now = clock.now()
  return inTransaction(async (tx) => {
    const row = await lockContent(tx, id)
    if (!row) throw pieceNotFound()
    const decision = decideDeletion(toPiece(row), editor, now)
    if (decision.kind === 'refuse')
      throw decision.to === 'you' ? notForYou(decision.because) : contentNotDeletable(decision.because)

    await deleteRow(tx, id)
    const { title, slug } = row
    await insertEvents(tx, [
      { id, at: now, kind: 'deleted', accountId: editor.accountId, who: editor.name, detail: { title, slug } },
    ])
  })
}
