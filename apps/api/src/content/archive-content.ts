import type { ContentId } from '@flora/contract/ids.ts'
import { bumpCatalogVersion } from '../catalog/index.ts'
import type { Shop } from '../shop.ts'
import { decideArchiving, type Editor, stateOf } from './content.ts'
import { insertEvents, lockContent, markArchived, markWithdrawn, toPiece } from './draft-queries.ts'
import { contentNotArchivable, notForYou, pieceNotFound } from './errors.ts'

/** Takes a piece off the site at once; one that nobody has seen yet becomes a draft again. */
export function archiveContent(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  editor: Editor,
  id: ContentId,
): Promise<void> {
  const now = clock.now()
  return inTransaction(async (tx) => {
    const row = await lockContent(tx, id)
    if (!row) throw pieceNotFound()
    const piece = toPiece(row)
    const decision = decideArchiving(piece, editor, now)
    if (decision.kind === 'refuse')
      throw decision.to === 'you' ? notForYou(decision.because) : contentNotArchivable(decision.because)

    const isWithdrawn = decision.becomes === 'draft'
    await (isWithdrawn ? markWithdrawn(tx, id) : markArchived(tx, id))
    await insertEvents(tx, [
      {
        id,
        at: now,
        kind: isWithdrawn ? 'withdrawn' : 'archived',
        accountId: editor.accountId,
        who: editor.name,
      },
    ])
    if (stateOf(piece, now) === 'published') await bumpCatalogVersion(tx)
  })
}
