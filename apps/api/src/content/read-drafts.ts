import {
  contentPageSize,
  type ContentKind,
  type ContentState,
  type Draft,
  type DraftList,
} from '@flora/contract/content.ts'
import type { ContentId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import type { Editor } from './content.ts'
import { findDraft, listDraftRows } from './draft-queries.ts'
import { toDraft, toDraftCard } from './draft-view.ts'
import { pieceNotFound } from './errors.ts'
import { findTimeZone } from './queries.ts'

type Reads = Pick<Shop, 'db' | 'clock'>

interface DraftsAsked {
  readonly q?: string | undefined
  readonly state?: ContentState | undefined
  readonly kind?: ContentKind | undefined
  readonly by?: 'me' | undefined
  readonly page?: number | undefined
}

/** One page of all pieces in all states, the last changed first. */
export async function listDrafts({ db, clock }: Reads, editor: Editor, asked: DraftsAsked): Promise<DraftList> {
  const { q, state, kind, by, page = 1 } = asked
  const now = clock.now()
  const [zone, { total, items }] = await Promise.all([
    zoneOf(db),
    listDraftRows(db, { q, state, kind, by: by && editor.accountId, page, now }),
  ])
  return {
    items: items.map((row) => toDraftCard(row, { editor, now, zone })),
    total,
    page,
    pages: Math.ceil(total / contentPageSize),
  }
}

/** One piece with its Markdown and its history. Refuses (404 content-not-found) one that is not there. */
export async function showDraft({ db, clock }: Reads, editor: Editor, id: ContentId): Promise<Draft> {
  const [zone, row] = await Promise.all([zoneOf(db), findDraft(db, id)])
  if (!row) throw pieceNotFound()
  return toDraft(row, { editor, now: clock.now(), zone })
}

// Nobody is staff of a shop that is not there; its drafts would have been written somewhere.
async function zoneOf(db: Shop['db']): Promise<string> {
  return (await findTimeZone(db)) ?? 'UTC'
}
