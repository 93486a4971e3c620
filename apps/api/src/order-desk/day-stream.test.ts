import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { after, before, test } from 'node:test'
import { aVisitor, openPayingShop, type PayingShop, placedOrder, saturday } from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { openDayEar } from './day-ear.ts'
import { aMember, aPaidOrder } from './test/a-desk.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
})
after(() => open.close())

interface Stream {
  readonly reply: IncomingMessage
  /** Waits until the stream has said so often that a day changed, since it began, and gives all that it said. */
  readonly heard: (times: number) => Promise<string>
}

async function stream(shop: PayingShop, headers: Record<string, string>, day: string = saturday): Promise<Stream> {
  const { port } = shop.app.server.address() as { port: number }
  const asked = get({ port, host: '127.0.0.1', path: `/api/desk/days/${day}/live`, headers })
  const [reply] = (await once(asked, 'response')) as [IncomingMessage]
  let text = ''
  reply.setEncoding('utf8').on('data', (some: string) => (text += some))
  return {
    reply,
    heard: async (times) => {
      while (text.split('event: day').length - 1 < times) await once(reply, 'data')
      return text
    },
  }
}

test('a page hears at once that it may ask, and again when staff change its day; of other days it hears nothing', async () => {
  const { headers } = await aSignedIn(open.shop, { role: 'florist' })
  const { visitor } = await aMember(open)
  const { deliveryId } = await aPaidOrder(open)
  const other = await aPaidOrder(open, { day: '2026-11-24' })
  const { reply, heard } = await stream(open, headers)
  assert.deepEqual([reply.statusCode, reply.headers['content-type']], [200, 'text/event-stream; charset=utf-8'])
  assert.match(await heard(1), /data: \{"day":"2026-11-21"\}/)
  const body = { deliveryIds: [other.deliveryId], to: 'PREPARING' as const }
  await visitor.call('POST /desk/deliveries/status', { body })
  await visitor.call('POST /desk/deliveries/status', { body: { ...body, deliveryIds: [deliveryId] } })
  const told = await heard(2)
  assert.equal(told.split('event: day').length - 1, 2)
  assert.ok(!told.includes('2026-11-24'))
  reply.destroy()
})

test('nobody listens who may not look, and a day that is none is refused', async () => {
  const customer = await aSignedIn(open.shop)
  const driver = await aSignedIn(open.shop, { role: 'driver' })
  const owner = await aSignedIn(open.shop, { role: 'owner' })
  for (const [headers, status] of [
    [{}, 401],
    [customer.headers, 403],
    [driver.headers, 403],
  ] as const) {
    const { reply } = await stream(open, headers)
    assert.equal(reply.statusCode, status)
    reply.destroy()
  }
  const { reply } = await stream(open, owner.headers, '2026-13-01')
  assert.equal(reply.statusCode, 422)
  reply.destroy()
})

test('what shoppers do is seen by looking, and only of days that somebody watches', async () => {
  const ear = openDayEar(open.shop)
  const told: string[] = []
  const stop = await ear.watch(saturday, () => told.push(saturday))
  await ear.look()
  assert.deepEqual(told, [], 'the first look only remembers')
  await placedOrder(aVisitor(open.app), { day: '2026-11-24' })
  await ear.look()
  assert.deepEqual(told, [])
  await placedOrder(aVisitor(open.app))
  await ear.look()
  assert.deepEqual(told, [saturday])
  stop()
  await placedOrder(aVisitor(open.app))
  await ear.look()
  assert.deepEqual(told, [saturday])
  ear.close()
})

test('a shop that closes ends its streams', async () => {
  const own = await openPayingShop()
  const { headers } = await aSignedIn(own.shop, { role: 'owner' })
  const { reply } = await stream(own, headers)
  const ended = once(reply, 'end')
  await own.close()
  await ended
})
