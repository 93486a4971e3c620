import type { ClockTime } from '@flora/calendar/clock-time.ts'
import { instantOf } from '@flora/calendar/instant.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { ContentId } from '@flora/contract/ids.ts'
import { bumpCatalogVersion } from '../catalog/index.ts'
import type { Shop } from '../shop.ts'
import { decidePublication, type Editor } from './content.ts'
import { insertEvents, lockContent, markPublished, toPiece } from './draft-queries.ts'
import { contentNotComplete, contentNotPublishable, notForYou, pieceNotFound } from './errors.ts'
import { findTimeZone } from './queries.ts'
import { refuseStale } from './refuse-stale.ts'

interface Publishing {
  readonly id: ContentId
  /** The version that was read before somebody said yes. */
  readonly version: number
  /** On the shop's wall; now, when absent. */
  readonly at: { readonly day: ShopDay; readonly time: ClockTime } | undefined
}

/** Publishes a piece now, or lets it appear at a time to come: then a job tells every process at that moment. */
export function publishContent(
  { inTransaction, clock, jobs }: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>,
  editor: Editor,
  { id, version, at }: Publishing,
): Promise<void> {
  const now = clock.now()
  return inTransaction(async (tx) => {
    const row = await lockContent(tx, id)
    if (!row) throw pieceNotFound()
    const zone = (await findTimeZone(tx)) ?? 'UTC'
    const wanted = at && instantOf(at.day, at.time, zone)
    const decision = decidePublication(toPiece(row), editor, { at: wanted, now, zone })
    if (decision.kind === 'refuse') {
      if (decision.to === 'you') throw notForYou(decision.because)
      throw decision.isIncomplete ? contentNotComplete(decision.because) : contentNotPublishable(decision.because)
    }
    await refuseStale(tx, { id, saw: version, saved: row.version, yours: { version, ...(at && { at }) }, editor, now })

    const isNow = decision.state === 'published'
    await markPublished(tx, id, { publishedAt: decision.at, appearedAt: isNow ? now : undefined })
    const from = { from: decision.at.toString() }
    await insertEvents(tx, [
      { id, at: now, kind: decision.state, accountId: editor.accountId, who: editor.name, detail: from },
    ])
    if (isNow) await bumpCatalogVersion(tx)
    else await jobs.enqueue(tx, 'content/bring-out-due', {}, secondsUntil(decision.at, now))
  })
}

function secondsUntil(at: Temporal.Instant, now: Temporal.Instant): number {
  return Math.ceil(now.until(at).total('seconds'))
}
