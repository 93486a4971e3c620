import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sql } from '../platform/sql.ts'
import sharp from 'sharp'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { rows } from '../platform/db.ts'
import type { Files } from '../platform/files.ts'
import type { Shop } from '../shop.ts'
import { drawMissingPictures, pictureRoutes, publishingJobs } from './index.ts'
import { parsePictureFile } from './picture.ts'

function counting(files: Files): Files & { puts: string[] } {
  const puts: string[] = []
  return { ...files, puts, put: (name, content) => (puts.push(name), files.put(name, content)) }
}

async function openGallery(
  t: TestContext,
): Promise<{ shop: TestShop; files: ReturnType<typeof counting>; id: string }> {
  let files: ReturnType<typeof counting> | undefined
  const routes = (app: TestShop['app'], shop: Shop) =>
    pictureRoutes(app, { ...shop, files: (files = counting(shop.files)) })
  const shop = await openShop({ now: '2026-11-20T09:00:00+11:00', routes })
  t.after(shop.close)
  await aSmallShop(shop)
  const [picture] = await rows<{ id: string }>(
    shop.db,
    sql`select id from pictures where product_id = 'prd_coral-charm' and position = 0`,
  )
  return { shop, files: files!, id: picture!.id }
}

test('draws a picture once however many ask for it, and keeps it', async (t) => {
  const { shop, files, id } = await openGallery(t)
  const replies = await Promise.all(Array.from({ length: 6 }, () => shop.app.inject(`/pictures/${id}-400.avif`)))
  assert.deepEqual(files.puts, [`pictures/${id}-400.avif`])

  const first = replies[0]!
  assert.deepEqual(
    [first.statusCode, first.headers['content-type'], first.headers['cache-control']],
    [200, 'image/avif', 'public, max-age=31536000, immutable'],
  )
  const { format, compression, width, height, hasAlpha } = await sharp(first.rawPayload).metadata()
  assert.deepEqual(
    { format, compression, width, height, hasAlpha },
    { format: 'heif', compression: 'av1', width: 400, height: 500, hasAlpha: true },
  )

  const again = await shop.app.inject(`/pictures/${id}-400.avif`)
  assert.deepEqual(again.rawPayload, first.rawPayload)
  assert.equal(files.puts.length, 1, 'the second time it comes from the store')
})

test('the other kinds: WebP of its width, the drawing itself, and an empty vase for what nobody has drawn', async (t) => {
  const { shop, id } = await openGallery(t)
  const webp = await shop.app.inject(`/pictures/${id}-800.webp`)
  assert.deepEqual(
    [(await sharp(webp.rawPayload).metadata()).format, (await sharp(webp.rawPayload).metadata()).height],
    ['webp', 1000],
  )
  const svg = await shop.app.inject(`/pictures/${id}-800.svg`)
  assert.match(svg.body, /^<svg /)
  assert.match(String(svg.headers['content-security-policy']), /default-src 'none'/)
  assert.equal((await shop.app.inject('/pictures/no-picture-400.webp')).statusCode, 200)
})

for (const file of [
  'unknown-picture-400.avif',
  '../../etc/passwd',
  'ab12cd34-401.avif',
  'ab12cd34-400.png',
  'ab12cd34',
  '%2e%2e%2fshop-400.avif',
  'ABCDEFGH-400.avif',
]) {
  test(`there is no picture ${file}`, async (t) => {
    const shop = await openShop({ now: '2026-11-20T09:00:00+11:00', routes: pictureRoutes })
    t.after(shop.close)
    const reply = await shop.app.inject(`/pictures/${encodeURIComponent(decodeURIComponent(file))}`)
    assert.deepEqual([reply.statusCode, reply.json<{ code: string }>().code], [404, 'picture-not-found'])
  })
}

test('the job draws every file that is missing, and a second round finds nothing to do', async (t) => {
  const shop = await openShop({ now: '2026-11-20T09:00:00+11:00', routes: pictureRoutes })
  t.after(shop.close)
  await aSmallShop(shop)
  await rows(shop.db, sql`delete from pictures where product_id <> 'prd_beeswax-candle'`)
  assert.equal(await drawMissingPictures(shop), 2, 'the candle and the empty vase')
  assert.equal(await shop.runJobs(publishingJobs(shop)), 2)
  assert.equal((await shop.files.list('pictures')).length, 12)
  assert.equal(await drawMissingPictures(shop), 0)
})

test('a file name is read whole', () => {
  assert.deepEqual(parsePictureFile('ab-12cd34-1200.webp'), { id: 'ab-12cd34', width: 1200, format: 'webp' })
})
