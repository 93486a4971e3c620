import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Photo } from '@flora/contract/catalog-desk.ts'
import sharp, { type Sharp } from 'sharp'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { catalogDeskRoutes } from '../catalog/index.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { photoRoutes, pictureRoutes } from './index.ts'

let shop: TestShop
let headers: Record<string, string>
before(async () => {
  shop = await openShop({
    now: '2026-11-20T09:00:00+11:00',
    routes: async (app, world) => {
      catalogDeskRoutes(app, world)
      await photoRoutes(app, world)
      pictureRoutes(app, world)
    },
  })
  await aSmallShop(shop)
  headers = (await aSignedIn(shop, { role: 'florist' })).headers
})
after(() => shop.close())

// Left half coral, right half blue, and what a telephone writes beside the pixels: whose it is, where it was, which way is up.
function aPhoto(width = 1600, height = 1200): Sharp {
  const half = Buffer.from(
    `<svg width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#ff7f50"/><rect x="${width / 2}" width="${width / 2}" height="${height}" fill="#0000ff"/></svg>`,
  )
  return sharp(half).withExif({ IFD0: { Artist: 'Mercy Okafor' }, IFD3: { GPSLatitude: '37/1 48/1 0/1' } })
}

async function send(file: Buffer, { name = 'photo', fileName = 'IMG_0417.jpeg', by = headers } = {}) {
  const boundary = 'flora-test'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${fileName}"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return shop.app.inject({
    method: 'POST',
    url: '/api/desk/catalog/photos',
    headers: { ...by, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
}

const codeOf = (reply: { body: string }) => (JSON.parse(reply.body) as { code: string }).code
/** At a part of its width, half way down. */
const colourAt = async (url: string, part: number) => {
  const reply = await shop.app.inject({ url })
  assert.equal(reply.statusCode, 200, url)
  const { data, info } = await sharp(reply.rawPayload).raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width * part)) * info.channels
  return { width: info.width, height: info.height, red: data[at]!, blue: data[at + 2]! }
}

test('the whole of a kept photo is there for who works in the shop, to crop it anew, and for nobody else', async () => {
  const photo = Photo.parse((await send(await aPhoto(1800, 1200).jpeg().toBuffer())).json())
  const url = `/api/desk/catalog/photos/${photo.id}`
  const reply = await shop.app.inject({ url, headers })
  assert.deepEqual([reply.statusCode, reply.headers['content-type']], [200, 'image/webp'])
  const { width, height, exif } = await sharp(reply.rawPayload).metadata()
  assert.deepEqual([width, height, exif], [1800, 1200, undefined])
  assert.match(String(reply.headers['cache-control']), /^private/)
  assert.equal((await shop.app.inject({ url })).statusCode, 401)
  const customer = await aSignedIn(shop)
  assert.equal((await shop.app.inject({ url, headers: customer.headers })).statusCode, 403)
  assert.equal((await shop.app.inject({ url: '/api/desk/catalog/photos/pht_none', headers })).statusCode, 404)
})

test('a photo is kept once, upright, without a word of its camera, and cropped to every size about its focus', async () => {
  const file = await aPhoto().jpeg({ quality: 90 }).toBuffer()
  assert.ok((await sharp(file).metadata()).exif)
  const reply = await send(file, { fileName: 'Ærøskøbing \u0007.jpeg' })
  assert.equal(reply.statusCode, 201, reply.body)
  const photo = Photo.parse(reply.json())
  assert.deepEqual([photo.width, photo.height, photo.fileName], [1600, 1200, 'Ærøskøbing .jpeg'])
  assert.equal((await send(file)).json<Photo>().id, photo.id)

  const [kept] = await rows<{ file: string }>(shop.db, sql`select file from photos where id = ${photo.id}`)
  const master = await sharp(await bytesOf(kept!.file)).metadata()
  assert.deepEqual([master.format, master.exif, master.xmp, master.iptc], ['webp', undefined, undefined, undefined])

  // The middle is where coral meets blue.
  const left = await colourAt(`/pictures/${photo.picture.id}-400.webp`, 0.1)
  const right = await colourAt(`/pictures/${photo.picture.id}-400.webp`, 0.9)
  assert.deepEqual([left.width, left.height], [400, 500])
  assert.ok(left.red > 200 && left.blue < 120 && right.blue > 200 && right.red < 60)

  // Another focus is another picture, and there is one only where somebody put it.
  const atRight = photo.picture.id.replace('-50-50', '-100-50')
  assert.equal((await shop.app.inject({ url: `/pictures/${atRight}-400.webp` })).statusCode, 404)
  const draft = await shop.app.inject({
    method: 'POST',
    url: '/api/desk/catalog/products',
    headers,
    payload: {
      name: 'From a photo',
      kind: 'bouquet',
      pictures: [{ photoId: photo.id, focus: { x: 100, y: 50 }, alt: 'Half a picture' }],
    },
  })
  assert.equal(draft.json<{ pictures: { id: string }[] }>().pictures[0]?.id, atRight)
  for (const file of ['400.avif', '800.webp', '1200.avif']) {
    const shown = await colourAt(`/pictures/${atRight}-${file}`, 0.3)
    assert.ok(shown.blue > 200 && shown.red < 60, file)
  }
  assert.equal((await shop.app.inject({ url: `/pictures/${atRight}-800.svg` })).statusCode, 404)
})

test('a photo that was taken sideways stands upright', async () => {
  const sideways = await aPhoto(1200, 1600).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const photo = Photo.parse((await send(sideways)).json())
  assert.deepEqual([photo.width, photo.height], [1600, 1200])
})

test('PNG, WebP and AVIF are photos too', async () => {
  for (const format of ['png', 'webp', 'avif'] as const) {
    const reply = await send(await aPhoto(1000, 1250).toFormat(format).toBuffer())
    assert.equal(reply.statusCode, 201, format)
  }
})

test('what is no photo, too small or too large is refused with what to do', async () => {
  const small = await aPhoto(700, 900).jpeg().toBuffer()
  const wide = await aPhoto(2400, 600).jpeg().toBuffer()
  const huge = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: 'coral' } })
    .png()
    .toBuffer()
  const cut = (await aPhoto().jpeg().toBuffer()).subarray(0, 2_000)
  const cases: [Buffer, string][] = [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'photo-not-readable'],
    [Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'photo-is-heic'],
    [cut, 'photo-not-readable'],
    [small, 'photo-too-small'],
    [wide, 'photo-too-small'],
    [huge, 'photo-too-large'],
    [Buffer.concat([small, Buffer.alloc(25 * 1024 * 1024)]), 'photo-too-large'],
  ]
  for (const [file, code] of cases) assert.equal(codeOf(await send(file)), code)
  assert.equal(codeOf(await send(small, { name: 'other' })), 'photo-missing')
  const json = { method: 'POST', url: '/api/desk/catalog/photos', headers, payload: { photo: 'x' } } as const
  assert.ok((await shop.app.inject(json)).statusCode < 500)
  const driver = (await aSignedIn(shop, { role: 'driver' })).headers
  assert.equal((await send(small, { by: driver })).statusCode, 403)
})

async function bytesOf(name: string): Promise<Buffer> {
  const file = await shop.files.find(name)
  return Buffer.concat(await Array.fromAsync(file!.open() as AsyncIterable<Buffer>))
}
