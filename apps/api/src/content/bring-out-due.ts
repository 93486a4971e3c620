import { bumpCatalogVersion } from '../catalog/index.ts'
import type { Shop } from '../shop.ts'
import { insertEvents, markAppeared } from './draft-queries.ts'

/** Notes that scheduled pieces can be read now, and has every process forget the pages it kept without them. Says how many those are. */
export function bringOutDue({ inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>): Promise<number> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const ids = await markAppeared(tx, at)
    if (ids.length === 0) return 0
    await insertEvents(
      tx,
      ids.map((id) => ({ id, at, kind: 'appeared' as const, accountId: null, who: 'the clock' })),
    )
    await bumpCatalogVersion(tx)
    return ids.length
  })
}
