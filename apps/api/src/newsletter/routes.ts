import { newsletter } from '@flora/contract/newsletter.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { askNewsletter, changeConsent, confirmNewsletter, leaveNewsletter } from './give-consent.ts'
import { isWanted } from './queries.ts'

type NewsletterShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs'>

export function newsletterRoutes(app: FastifyInstance, shop: NewsletterShop): void {
  serve(app, newsletter.askNewsletter, async ({ body }) => {
    await askNewsletter(shop, body.email)
    return { message: 'We’ve sent a link there. The letter comes once you’ve followed it.' }
  })

  serve(app, newsletter.confirmNewsletter, async ({ body }) => {
    await confirmNewsletter(shop, body.token)
    return { message: 'The next letter comes to you. Each has a link that ends it.' }
  })

  serve(app, newsletter.leaveNewsletter, async ({ body }) => {
    await leaveNewsletter(shop, body.token)
    return { message: 'That was the last one. We won’t write again.' }
  })

  serve(app, newsletter.showConsent, async (_, request) => ({
    isWanted: await isWanted(shop.db, callerOf(request).email),
  }))

  serve(app, newsletter.changeConsent, async ({ body }, request) => {
    const { email } = callerOf(request)
    await changeConsent(shop, { email, isWanted: body.isWanted, source: 'account' })
    return { isWanted: await isWanted(shop.db, email) }
  })
}
