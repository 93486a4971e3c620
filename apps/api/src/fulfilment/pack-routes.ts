import { fulfilment, fulfilmentFiles, CardLayout, PackPart } from '@flora/contract/fulfilment.ts'
import { PrintId } from '@flora/contract/ids.ts'
import { ShopDay } from '@flora/contract/text.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { printNotFound } from './errors.ts'
import { type PapersOf, paperPieces } from './papers/paper-pieces.ts'
import { pressPapers } from './papers/press-papers.ts'
import { printPack } from './print-pack.ts'
import { findPrint, listPrintedIds } from './print-queries.ts'
import { showBuyingList } from './show-buying-list.ts'
import { showPack } from './show-pack.ts'

type Prints = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'files' | 'config' | 'log'>

const PartFile = z
  .templateLiteral([PackPart, '.pdf'])
  .transform((file) => PackPart.parse(file.slice(0, -'.pdf'.length)))
const PartParams = z.strictObject({ day: ShopDay, file: PartFile })
const PartQuery = z.strictObject({ cards: CardLayout.default('two-up'), until: ShopDay.optional() })
const PrintParams = z.strictObject({ printId: PrintId, file: PartFile })

/** The day's papers: what they would say, printing them, and the files. */
export function packRoutes(app: FastifyInstance, shop: Prints): void {
  serve(app, fulfilment.showDayPack, ({ params }) => showPack(shop.db, params.day))
  serve(app, fulfilment.showBuyingList, ({ query }) => showBuyingList(shop, query))
  serve(app, fulfilment.printDayPack, async ({ params: { day }, body }, request) => {
    const print = await printPack(shop, { ...body, key: body.key.toLowerCase(), day, caller: callerOf(request) })
    const file = `/api/fulfilment/prints/${print.id}/${print.part}.pdf`
    return { print, file, pack: await showPack(shop.db, day) }
  })

  const { partFile, printFile } = fulfilmentFiles
  app.route({
    method: partFile.method,
    url: `/api${partFile.path}`,
    config: { who: partFile.who, limit: partFile.limit },
    handler: async (request, reply) => {
      const params = PartParams.safeParse(request.params)
      const query = PartQuery.safeParse(request.query)
      if (!params.success || !query.success) throw printNotFound()
      const { day, file: part } = params.data
      return sendPapers(shop, reply, { day, part, ...query.data })
    },
  })
  app.route({
    method: printFile.method,
    url: `/api${printFile.path}`,
    config: { who: printFile.who, limit: printFile.limit },
    handler: async (request, reply) => {
      const params = PrintParams.safeParse(request.params)
      const print = params.success ? await findPrint(shop.db, params.data.printId) : undefined
      if (!params.success || !print || params.data.file !== print.part) throw printNotFound()
      const deliveryIds = await listPrintedIds(shop.db, print.id)
      return sendPapers(shop, reply, { day: print.day, part: print.part, cards: print.cards, deliveryIds })
    },
  })
}

function sendPapers(shop: Prints, reply: FastifyReply, of: PapersOf): FastifyReply {
  const pdf = pressPapers(paperPieces(shop, of))
  // The answer has begun by then: a paper that breaks off is no PDF, and the log says why.
  pdf.once('error', (err) => shop.log.error({ err, part: of.part, day: of.day }, 'papers could not be drawn'))
  return reply
    .headers({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${of.part}-${of.day}.pdf"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    })
    .send(pdf)
}
