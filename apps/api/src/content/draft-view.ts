import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { Draft, DraftCard } from '@flora/contract/content.ts'
import { toTags } from './card.ts'
import { type Editor, permissionsFor, stateOf } from './content.ts'
import { type DraftBeside, type DraftRow, toPiece } from './draft-queries.ts'
import { minutesToRead, toHtml } from './markdown.ts'

/** Who looks, and when. */
export interface Looking {
  readonly editor: Editor
  readonly now: Temporal.Instant
  readonly zone: string
}

export function toDraftCard(row: DraftRow, { editor, now, zone }: Looking): DraftCard {
  const piece = toPiece(row)
  return {
    id: row.id,
    kind: row.kind,
    state: stateOf(piece, now),
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    author: row.author,
    tags: toTags(row),
    createdAt: instantFromStored(row.created_at).toString(),
    changedAt: instantFromStored(row.changed_at).toString(),
    ...(piece.publishedAt && { publishedAt: piece.publishedAt.toString() }),
    version: row.version,
    can: permissionsFor(piece, editor, { now, zone }),
  }
}

export function toDraft(row: DraftRow & DraftBeside, looking: Looking): Draft {
  return {
    ...toDraftCard(row, looking),
    markdown: row.markdown,
    html: toHtml(row.markdown),
    minutes: minutesToRead(row.markdown),
    tint: row.tint,
    ...(row.picture && { picture: { ...row.picture, ...row.cropped_from } }),
    products: [...row.product_slugs],
    oldSlugs: [...(row.old_slugs ?? [])],
    events: (row.events ?? []).map(({ at, kind, who, detail }) => ({
      at: instantFromStored(at).toString(),
      kind,
      who,
      ...(detail.parts && { parts: detail.parts }),
    })),
  }
}
