import { parseClockTime } from '@flora/calendar/clock-time.ts'
import { content } from '@flora/contract/content.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../platform/caller.ts'
import { serve, serveHot } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { archiveContent } from './archive-content.ts'
import { editorOf } from './content.ts'
import { createDraft } from './create-draft.ts'
import { deleteContent } from './delete-content.ts'
import { editContent } from './edit-content.ts'
import { publishContent } from './publish-content.ts'
import { minutesToRead, toHtml } from './markdown.ts'
import { listContent, showContent } from './read-content.ts'
import { listDrafts, showDraft } from './read-drafts.ts'

/** What anyone may read. */
export function contentRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'clock' | 'hotReads'>): void {
  const hot = { hotReads: shop.hotReads, edgeSeconds: 60 }
  serveHot(app, content.listContent, hot, ({ query: { kind, tag, page } }) =>
    listContent(shop, { kinds: kind, tag, page }),
  )
  serveHot(app, content.showContent, hot, ({ params }) => showContent(shop, params.piece))
}

/** What staff write; a guard stands before these. */
export function contentDeskRoutes(
  app: FastifyInstance,
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs'>,
): void {
  serve(app, content.listDrafts, ({ query }, request) => listDrafts(shop, editorOf(callerOf(request)), query))

  serve(app, content.showDraft, ({ params }, request) => showDraft(shop, editorOf(callerOf(request)), params.id))

  serve(app, content.previewContent, async ({ body: { markdown } }) => ({
    html: toHtml(markdown),
    minutes: minutesToRead(markdown),
  }))

  serve(app, content.createDraft, async ({ body }, request) => {
    const editor = editorOf(callerOf(request))
    return showDraft(shop, editor, await createDraft(shop, editor, body))
  })

  serve(app, content.editContent, async ({ params, body: { version, ...change } }, request) => {
    const editor = editorOf(callerOf(request))
    await editContent(shop, editor, { id: params.piece, version, change })
    return showDraft(shop, editor, params.piece)
  })

  serve(app, content.publishContent, async ({ params: { id }, body: { version, at } }, request) => {
    const editor = editorOf(callerOf(request))
    await publishContent(shop, editor, { id, version, at: at && { day: at.day, time: parseClockTime(at.time) } })
    return showDraft(shop, editor, id)
  })

  serve(app, content.archiveContent, async ({ params: { id } }, request) => {
    const editor = editorOf(callerOf(request))
    await archiveContent(shop, editor, id)
    return showDraft(shop, editor, id)
  })

  serve(app, content.deleteContent, async ({ params }, request) => {
    await deleteContent(shop, editorOf(callerOf(request)), params.piece)
    return { message: 'It’s deleted, and its address is free again.' }
  })
}
