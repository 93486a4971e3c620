import type { NewDraft } from '@flora/contract/content.ts'
import { type ContentId, newId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { checkProducts, drawingOf, pictureOf } from './check-names.ts'
import type { Editor } from './content.ts'
import { insertDraft, insertEvents } from './draft-queries.ts'
import { settleSlug } from './settle-slug.ts'
import { tagsOf } from './slug.ts'

/** Begins a draft of the editor's own. Its address comes from its title unless she names one. */
export function createDraft(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  editor: Editor,
  given: NewDraft,
): Promise<ContentId> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const id = newId('cnt')
    const products = [...new Set(given.products)]
    await checkProducts(tx, products)
    const picture = given.picture ? await pictureOf(tx, given.picture) : null
    const drawing = picture && (await drawingOf(tx, picture.id))
    await insertDraft(tx, {
      id,
      slug: await settleSlug(tx, { id, wanted: given.slug, title: given.title, at }),
      kind: given.kind,
      title: given.title,
      summary: given.summary ?? '',
      markdown: given.markdown ?? '',
      tint: given.tint ?? 'sage',
      tags: tagsOf(given.tags ?? []),
      author: given.author ?? editor.name,
      authorId: editor.accountId,
      products,
      picture,
      drawing,
      at,
    })
    await insertEvents(tx, [{ id, at, kind: 'created', accountId: editor.accountId, who: editor.name }])
    return id
  })
}
