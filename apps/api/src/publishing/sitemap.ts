import { shopDayAt } from '@flora/calendar/shop-day.ts'
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
  const found = zone === undefined ? [] : await listAddresses(db, shopDayAt(clock.now(), zone))
  const known = new Set(fixedPages)
  const entries = [
    ...fixedPages.map((path) => ({ path, changed_day: null })),
    ...found.filter(({ path }) => !known.has(path)),
  ]
  const lines = entries.map(({ path, changed_day }) => {
    const changed = changed_day ? `<lastmod>${changed_day}</lastmod>` : ''
    return `<url><loc>${escaped(config.publicUrl + path)}</loc>${changed}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`
}

export function robots(publicUrl: string): string {
  return `User-agent: *\nDisallow: /cart\nDisallow: /checkout\nDisallow: /order\nDisallow: /find-order\nDisallow: /api\n\nSitemap: ${publicUrl}/sitemap.xml\n`
}
