import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { Shop } from '../shop.ts'
import { escaped } from './plain-page.ts'
import { findTimeZone, listAddresses } from './queries.ts'

const fixedPages = [
  '/',
  '/flowers',
  '/plants',
  '/dried',
  '/add-ons',
  '/occasions',
  '/journal',
  '/pages/delivery-and-fees',
]

/** Every public page of the shop, for search engines. */
export async function sitemap({ db, clock, config }: Pick<Shop, 'db' | 'clock' | 'config'>): Promise<string> {
  const zone = await findTimeZone(db)
  const now = clock.now()
  const found = zone === undefined ? [] : await listAddresses(db, { today: shopDayAt(now, zone), now })
  const changes = new Map(found.map(({ path, changed_at }) => [path, changed_at]))
  const lines = [...new Set([...fixedPages, ...changes.keys()])].map((path) => {
    const changed = changes.get(path)
    const last = changed ? `<lastmod>${instantFromStored(changed)}</lastmod>` : ''
    return `<url><loc>${escaped(config.publicUrl + path)}</loc>${last}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`
}

export function robots(publicUrl: string): string {
  return `User-agent: *\nDisallow: /cart\nDisallow: /checkout\nDisallow: /order\nDisallow: /find-order\nDisallow: /api\n\nSitemap: ${publicUrl}/sitemap.xml\n`
}
