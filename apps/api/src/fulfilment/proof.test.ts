import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Stop } from '@flora/contract/fulfilment.ts'
import sharp from 'sharp'
import { openPayingShop, type PayingShop } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { looksLikePhoto } from './photo-kind.ts'
import { aMember, aPaidOrder, aRun, type Member, orderOf, type PaidOrder } from './test/a-day.ts'

let open: PayingShop
let wren: Member
let order: PaidOrder
before(async () => {
  open = await openPayingShop()
  const florist = await aMember(open, 'florist')
  wren = await aMember(open, 'driver')
  order = await aPaidOrder(open)
  await aRun(florist, wren.accountId, [order.deliveryId])
})
after(() => open.close())

function aPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: '#5a7d4c' } })
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '37/1 48/1 0/1' } })
    .jpeg()
    .toBuffer()
}

async function send(
  photo: Uint8Array,
  { key = crypto.randomUUID() as string, by = wren as Pick<Member, 'headers'>, field = 'photo' } = {},
) {
  const form = new FormData()
  form.append(field, new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), '../../door.jpg')
  const request = new Request('http://shop/', { method: 'POST', body: form })
  return open.app.inject({
    method: 'POST',
    url: `/api/driver/stops/${order.deliveryId}/reports/${key}/photo`,
    headers: { ...by.headers, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

test('a photograph may come before its report, is small, says nothing of where it was taken, and is seen by the buyer alone', async () => {
  const photo = await aPhoto()
  assert.ok((await sharp(photo).metadata()).exif, 'the phone wrote where it was')
  const key = crypto.randomUUID()
  const early = await send(photo, { key })
  assert.equal(early.statusCode, 200, early.body)
  assert.equal(early.json<Stop>().reports.length, 0)
  assert.equal((await orderOf(open, order.link)).deliveries[0]!.outcome, undefined)

  const body = { key, outcome: 'delivered', at: '2026-11-19T22:00:00Z', where: 'Side gate', hasPhoto: true } as const
  const stop = await wren.call('POST /driver/stops/:deliveryId/reports', {
    params: { deliveryId: order.deliveryId },
    body,
  })
  assert.equal(stop.outcome!.photo.kind, 'here')
  await open.work()
  const letter = open.shop.letters.find(({ text }) => text.includes('Side gate'))
  assert.match(letter!.text, /photo of where it stands/)

  const { photos } = (await orderOf(open, order.link)).deliveries[0]!.outcome!
  const shown = await open.app.inject({ url: photos[0]! })
  assert.equal(shown.headers['content-type'], 'image/webp')
  assert.match(String(shown.headers['cache-control']), /private/)
  const { width, height, exif, format } = await sharp(shown.rawPayload).metadata()
  assert.deepEqual({ width, height, exif, format }, { width: 1_600, height: 1_067, exif: undefined, format: 'webp' })
  assert.ok(shown.rawPayload.length < 120_000)

  // Another order's link, and no link, open nothing.
  const other = await aPaidOrder(open)
  const id = photos[0]!.split('/').at(-1)!
  for (const url of [`/api/orders/${other.link}/proofs/${id}`, `/api/orders/${order.link}/proofs/prf_none`])
    assert.equal((await open.app.inject({ url })).statusCode, 404)
  const staff = `/api/fulfilment/proofs/${id}`
  assert.equal((await open.app.inject({ url: staff })).statusCode, 401)
  assert.equal((await open.app.inject({ url: staff, headers: wren.headers })).statusCode, 200)
  const kit = await aMember(open, 'driver', 'Kit Lane')
  assert.equal((await open.app.inject({ url: staff, headers: kit.headers })).statusCode, 404)
})

test('sent twice, even at once, a photograph is kept once', async () => {
  const photo = await aPhoto()
  const key = crypto.randomUUID()
  const answers = await Promise.all([send(photo, { key }), send(photo, { key }), send(photo, { key })])
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 200],
  )
  assert.equal((await rows(open.shop.db, sql`select 1 from proofs where report_key = ${key}::uuid`)).length, 1)
})

test('a photograph that stood on its side stands upright', async () => {
  const lying = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#fff' } })
    .withExif({ IFD0: { Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const key = crypto.randomUUID()
  await send(lying, { key })
  assert.deepEqual(await rows(open.shop.db, sql`select width, height from proofs where report_key = ${key}::uuid`), [
    { width: 200, height: 400 },
  ])
})

test('what is no photograph is refused by its bytes, whatever it calls itself', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>')
  const cut = (await aPhoto()).subarray(0, 400)
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  for (const bytes of [svg, Buffer.from('%PDF-1.7'), Buffer.from('GIF89a'), Buffer.alloc(0), cut, heic]) {
    const reply = await send(bytes)
    assert.deepEqual(
      [reply.statusCode, reply.json<{ code: string }>().code],
      [422, 'photo-not-readable'],
      bytes.toString('latin1', 0, 12),
    )
  }
  assert.equal((await send(await aPhoto(), { field: 'file' })).json<{ code: string }>().code, 'photo-missing')
  const large = Buffer.concat([await aPhoto(), Buffer.alloc(21 * 1024 * 1024)])
  assert.deepEqual((await send(large)).statusCode, 413)
})

test('a small file that would unpack to a wall of pixels is refused', async () => {
  const wall = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  assert.ok(wall.length < 1_000_000)
  assert.equal((await send(wall)).statusCode, 422)
})

test('only the driver of a stop, and the shop, may send its photographs; four are enough', async () => {
  const kit = await aMember(open, 'driver', 'Kit Lane')
  assert.equal((await send(await aPhoto(), { by: kit })).statusCode, 404)
  assert.equal((await send(await aPhoto(), { by: { headers: {} } })).statusCode, 401)
  const answers = [await send(await aPhoto()), await send(await aPhoto())]
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 409],
  )
})

test('a photograph is known by how it begins', () => {
  const begins = (text: string) => looksLikePhoto(Buffer.from(text, 'latin1'))
  assert.ok(begins('\xff\xd8\xff\xe0') && begins('\x89PNG\r\n\x1a\n') && begins('RIFF\0\0\0\0WEBPVP8 '))
  assert.ok(begins('\0\0\0\x18ftypheic') && begins('\0\0\0\x18ftypmif1'))
  assert.ok(!begins('\0\0\0\x18ftypisom') && !begins('RIFF\0\0\0\0WAVE') && !begins('<svg') && !begins(''))
})
