import type { ContentId } from '@flora/contract/ids.ts'
import { invariant } from '../platform/refusal.ts'
import type { Tx } from '../platform/db.ts'
import type { Editor } from './content.ts'
import { findDraft } from './draft-queries.ts'
import { toDraft } from './draft-view.ts'
import { changedMeanwhile } from './errors.ts'
import { findTimeZone } from './queries.ts'

interface Stale {
  readonly id: ContentId
  /** The version the editor made her change from. */
  readonly saw: number
  readonly saved: number
  readonly yours: object
  readonly editor: Editor
  readonly now: Temporal.Instant
}

/** Refuses (409 changed-meanwhile) what was made from another version than the saved one, and shows both. */
export async function refuseStale(tx: Tx, { id, saw, saved, yours, editor, now }: Stale): Promise<void> {
  if (saw === saved) return
  const [row, zone] = [await findDraft(tx, id), await findTimeZone(tx)]
  invariant(row, `${id} was locked and is gone`)
  throw changedMeanwhile(toDraft(row, { editor, now, zone: zone ?? 'UTC' }), yours)
}
