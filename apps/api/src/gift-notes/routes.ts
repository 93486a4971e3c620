import { giftNotes } from '@flora/contract/gift-notes.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../platform/http.ts'
import type { SuggestingShop } from './ask-hosted-writer.ts'
import { suggestGiftNotes } from './suggest-gift-notes.ts'

export function giftNoteRoutes(app: FastifyInstance, shop: SuggestingShop): void {
  serve(app, giftNotes.suggest, async ({ body }) => {
    // Kept nowhere: who asks again is given others.
    const [seed] = crypto.getRandomValues(new Uint32Array(1))
    const texts = await suggestGiftNotes(shop, body, { seed: seed! })
    return { suggestions: texts.map((text) => ({ text })) }
  })
}
