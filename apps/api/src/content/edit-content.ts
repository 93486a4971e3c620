import type { ContentChange } from '@flora/contract/content.ts'
import type { ContentId } from '@flora/contract/ids.ts'
import { bumpCatalogVersion } from '../catalog/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { toTags } from './card.ts'
import { checkProducts, drawingOf, pictureOf } from './check-names.ts'
import { decideEdit, type Editor, stateOf, wasSeen, whatIsMissing } from './content.ts'
import {
  deleteSlug,
  type DraftRow,
  insertEvents,
  lockContent,
  saveWords,
  toPiece,
  type Words,
} from './draft-queries.ts'
import { contentNotComplete, notForYou, pieceNotFound } from './errors.ts'
import { refuseStale } from './refuse-stale.ts'
import { settleSlug } from './settle-slug.ts'
import { tagsOf } from './slug.ts'

/** Changes parts of a piece, made from the version the editor saw. Readers see it at once when it is published. */
export function editContent(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  editor: Editor,
  { id, version, change }: { id: ContentId; version: number; change: ContentChange },
): Promise<void> {
  const now = clock.now()
  return inTransaction(async (tx) => {
    const row = await lockContent(tx, id)
    if (!row) throw pieceNotFound()
    const piece = toPiece(row)
    const decision = decideEdit(piece, editor, now)
    if (decision.kind === 'refuse') throw notForYou(decision.because)
    await refuseStale(tx, { id, saw: version, saved: row.version, yours: change, editor, now })

    const { words, parts, drawing } = await changed(tx, row, change, now)
    if (parts.length === 0) return
    const missing = row.status === 'published' ? whatIsMissing(words) : undefined
    if (missing) throw contentNotComplete(missing)

    await saveWords(tx, { ...words, id, drawing, at: now })
    // An address nobody could have seen is free again; any other leads here for as long as there is this piece.
    if (words.slug !== row.slug && !wasSeen(piece, now)) await deleteSlug(tx, row.slug)
    await insertEvents(tx, [
      { id, at: now, kind: 'edited', accountId: editor.accountId, who: editor.name, detail: { parts } },
    ])
    if (stateOf(piece, now) === 'published') await bumpCatalogVersion(tx)
  })
}

interface Changed {
  readonly words: Words
  /** Names of what is different now. */
  readonly parts: string[]
  /** Given when the picture is another one. */
  readonly drawing: object | null | undefined
}

async function changed(tx: Tx, row: DraftRow, change: ContentChange, at: Temporal.Instant): Promise<Changed> {
  const before = wordsOf(row)
  const { slug, tags, products, picture, ...plain } = change
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  const after: Words = {
    ...before,
    ...given,
    ...(tags && { tags: tagsOf(tags) }),
    ...(products && { products: [...new Set(products)] }),
    ...(picture !== undefined && { picture: picture && (await pictureOf(tx, picture)) }),
  }
  const words = { ...after, slug: await slugAfter(tx, { row, slug, title: after.title, at }) }

  // A product that has gone since it was named is no fault of this change.
  await checkProducts(
    tx,
    words.products.filter((one) => !before.products.includes(one)),
  )
  const isSamePicture = words.picture?.id === before.picture?.id
  const drawing = isSamePicture ? undefined : words.picture && (await drawingOf(tx, words.picture.id))
  const parts = (Object.keys(words) as (keyof Words)[]).filter(
    (part) => JSON.stringify(words[part]) !== JSON.stringify(before[part]),
  )
  return { words, parts, drawing }
}

async function slugAfter(
  tx: Tx,
  { row, slug, title, at }: { row: DraftRow; slug: string | null | undefined; title: string; at: Temporal.Instant },
): Promise<string> {
  if (slug === undefined || slug === row.slug) return row.slug
  return settleSlug(tx, { id: row.id, wanted: slug ?? undefined, title, at })
}

function wordsOf(row: DraftRow): Words {
  const { slug, kind, title, summary, markdown, tint, author, picture } = row
  return {
    slug,
    kind,
    title,
    summary,
    markdown,
    tint,
    author,
    tags: toTags(row),
    products: row.product_slugs,
    picture: picture && { id: picture.id, alt: picture.alt },
  }
}
