import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { card, fitCard } from '@flora/card-fit/card-fit.ts'
import type { DeliveryId } from '@flora/contract/ids.ts'
import { afternoon, openPayingShop, type PayingShop, saturday } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { aMember, aPaidOrder, aRun, type Member, type PaidOrder, refuses } from './test/a-day.ts'
import { readPaper, type ReadPage } from './test/read-paper.ts'

const message = 'Dear June,\n\nSixty springs, and you still plant everything a fortnight early.\n\nYour Mercy'
const day = saturday

let open: PayingShop
let florist: Member
let orders: PaidOrder[]
before(async () => {
  open = await openPayingShop()
  florist = await aMember(open, 'florist', 'Ada Marsh')
  const wren = await aMember(open, 'driver', 'Wren Hall')
  orders = [
    await aPaidOrder(open, { variantId: 'var_coral-charm-small', quantity: 2, cardMessage: message }),
    await aPaidOrder(open, { variantId: 'var_coral-charm-small', windowId: afternoon, cardMessage: 'Second' }),
    await aPaidOrder(open, { variantId: 'var_peace-lily-one', cardMessage: '' }),
  ]
  await aRun(
    florist,
    wren.accountId,
    orders.slice(0, 2).map(({ deliveryId }) => deliveryId),
  )
})
after(() => open.close())

async function paper(path: string): Promise<ReadPage[]> {
  const reply = await open.app.inject({ url: `/api${path}`, headers: florist.headers })
  assert.equal(reply.statusCode, 200, reply.body)
  assert.equal(reply.headers['content-type'], 'application/pdf')
  return readPaper(reply.rawPayload)
}
const part = (name: string, query = '') => paper(`/fulfilment/days/${day}/pack/${name}.pdf${query}`)
const print = (body: object, of: string = day) =>
  florist.call('POST /fulfilment/days/:day/prints', {
    params: { day: of as typeof day },
    body: { key: crypto.randomUUID(), part: 'whole', ...body },
  })
const pack = () => florist.call('GET /fulfilment/days/:day/pack', { params: { day } })

test('a card is 88 by 125 millimetres and breaks as its buyer saw it, in the font it was measured by', async () => {
  const [first, second, ...rest] = await part('cards', '?cards=single')
  assert.deepEqual([first!.size, second!.size, rest.length], [[88, 125], [88, 125], 0])
  const lines = fitCard(message).lines.filter((line) => line !== '')
  const written = first!.pieces.filter(({ size }) => Math.abs(size - card.sizePt) < 0.01)
  assert.deepEqual(
    written.map(({ text }) => text),
    lines,
  )
  for (const { x } of written) assert.ok(Math.abs(x - (card.marginMm * 72) / 25.4) < 0.01)
  // The empty lines of the message are empty on paper.
  const [a, b] = written
  assert.ok(Math.abs(b!.y - a!.y - 2 * card.leadingPt) < 0.01)
  assert.deepEqual(first!.fonts.map((name) => name.replace(/^[A-Z]{6}\+/, '')).toSorted(), [
    'Besley-Bold',
    'Besley-Italic',
    'Besley-Regular',
  ])
  assert.ok(!first!.text.includes(orders[0]!.number) && !first!.text.includes('$'))
  assert.match(first!.text, /Preview, not printed yet/)
})

test('two cards share an A4 page, and their numbers stand outside of the cut', async () => {
  const pages = await part('cards')
  assert.deepEqual(
    pages.map(({ size }) => size),
    [[210, 297]],
  )
  const numbers = pages[0]!.pieces.filter(({ text }) => text.startsWith('FL-'))
  assert.deepEqual(
    numbers.map(({ text }) => text),
    [orders[0]!.number, orders[1]!.number],
  )
  const cutBelow = ((297 + 125) / 2 / 25.4) * 72
  for (const { y } of numbers) assert.ok(y > cutBelow)
})

test('a work sheet is A5 and says what to tie, stem by stem, for whom, and no price', async () => {
  const sheets = await part('work-sheets')
  assert.deepEqual(
    sheets.map(({ size }) => size),
    Array.from({ length: 3 }, () => [148, 210]),
  )
  const text = sheets.map((sheet) => sheet.text).find((each) => each.includes(orders[0]!.number))!
  for (const words of [
    '2 × Coral Charm, small',
    'Peony ‘Coral Charm’',
    'Silver dollar gum',
    'If short: nearest match.',
    'Run 1, Wren Hall, stop 1',
    'June Okafor',
    '12 Nicholson Street',
    'Abbotsford 3067',
    'sheet 1 of 3',
  ])
    assert.ok(text.includes(words), `${words} in ${text}`)
  assert.ok(text.includes(`by the last four: ${orders[0]!.number.slice(-4)}`))
  const all = sheets.map((sheet) => sheet.text).join()
  assert.ok(!all.includes('$') && !all.includes('Mercy Okafor'))
  assert.ok(all.includes('No card: the buyer wrote none.'))
  for (const { fonts } of sheets) for (const font of fonts) assert.match(font, /^[A-Z]{6}\+(Besley|HankenGrotesk)/)
})

test('the sheet of a bouquet has its picture, how many, and stems for one and for all', async () => {
  const sheets = await part('bouquets')
  const charm = sheets.find(({ text }) => text.includes('Coral Charm'))!
  assert.equal(charm.images, 1)
  assert.ok(charm.text.includes('3 ×'))
  const row = charm.pieces.filter(
    ({ y }) => Math.abs(y - charm.pieces.find(({ text }) => text.startsWith('Peony'))!.y) < 8,
  )
  assert.deepEqual(
    row.map(({ text }) => text).filter((text) => /^\d+$/.test(text)),
    ['4', '12'],
  )
  assert.ok(charm.text.includes(orders[0]!.number) && charm.text.includes(orders[1]!.number))
})

test('a label is 100 by 62 millimetres and says where it goes', async () => {
  const labels = await part('labels')
  assert.deepEqual(
    labels.map(({ size }) => size),
    Array.from({ length: 3 }, () => [100, 62]),
  )
  assert.ok(labels[0]!.text.includes('June Okafor') && labels[0]!.text.includes('Run 1, Wren Hall, stop 1'))
})

test('a driver has one run sheet with her stops in order, and what has no run is by itself', async () => {
  const [run, none, ...rest] = await part('run-sheets')
  assert.deepEqual([run!.size, none!.size, rest.length], [[210, 297], [210, 297], 0])
  assert.ok(run!.text.includes('Run 1, Wren Hall') && none!.text.includes('Without a run'))
  assert.ok(run!.text.indexOf('8 am to 12 noon, Inner north') < run!.text.indexOf('2 pm to 6 pm, Inner north'))
  assert.ok(none!.text.includes(orders[2]!.number) && !run!.text.includes(orders[2]!.number))
})

test('the buying list is whole bunches of what is missing, for the days to come too', async () => {
  await rows(open.shop.db, sql`update stock_items set on_hand = 12 where item_id = 'stm_peony-coral'`)
  const list = await florist.call('GET /fulfilment/buying-list', { query: { from: day, until: day } })
  assert.deepEqual(
    list.lines.map(({ stemId, needed, usable, short, bunch, bunches, stemsToBuy }) => [
      stemId,
      needed,
      usable,
      short,
      bunch,
      bunches,
      stemsToBuy,
    ]),
    [
      ['stm_peony-coral', 12, 12, 0, 10, 0, 0],
      ['stm_silver-dollar', 6, 6, 0, 10, 0, 0],
    ],
  )
  // A lot that is not good any more on the day, and one whose stems are owed, help nothing.
  await rows(open.shop.db, sql`update stock_items set owed = 9 where item_id = 'stm_peony-coral'`)
  const short = await florist.call('GET /fulfilment/buying-list', { query: { from: day, until: '2026-11-23' } })
  assert.deepEqual(short.lines[0], { ...list.lines[0]!, usable: 3, short: 9, bunches: 1, stemsToBuy: 10 })
  const [sheet] = await part('buying-list', '?until=2026-11-23')
  assert.ok(sheet!.text.includes('1 of 10') && sheet!.text.includes('Sat 21 Nov to Mon 23 Nov'), sheet!.text)
  await refuses(
    florist.call('GET /fulfilment/buying-list', { query: { from: day, until: '2026-11-20' } }),
    'days-not-possible',
  )
  await rows(open.shop.db, sql`update stock_items set owed = 0, on_hand = 60 where item_id = 'stm_peony-coral'`)
})

test('printing freezes the cards, is written down once for its key, and names what changed since', async () => {
  assert.deepEqual((await pack()).changes, [])
  const key = crypto.randomUUID()
  const { print: first, file } = await print({ key })
  assert.deepEqual([first.isReprint, first.frozen, first.deliveries, first.who], [false, 3, 3, 'Ada Marsh, florist'])
  const [again, meanwhile] = await Promise.all([print({ key }), print({ key })])
  assert.deepEqual([again!.print, meanwhile!.print], [first, first])
  await refuses(print({ key, part: 'cards' }), 'key-used')

  const pages = await paper(file.replace('/api', ''))
  assert.deepEqual([...new Set(pages.map(({ size }) => size.join('×')))], ['148×210', '210×297', '100×62'])
  const withCards = pages.find(({ text }) => text.includes('Sixty springs'))!
  assert.ok(withCards.text.includes('41 Rose Street') && !withCards.text.includes('Preview'))
  const frozen = await rows(open.shop.db, sql`select id from order_deliveries where card_printed_at is not null`)
  assert.equal(frozen.length, 3)

  assert.deepEqual((await pack()).changes, [])
  await rows(
    open.shop.db,
    sql`update order_deliveries set line1 = '14 Nicholson Street', window_starts = '09:00' where id = ${orders[0]!.deliveryId}`,
  )
  await rows(open.shop.db, sql`update order_deliveries set status = 'CANCELLED' where id = ${orders[1]!.deliveryId}`)
  const late = await aPaidOrder(open, { cardMessage: 'Late' })
  const { changes, prints } = await pack()
  assert.deepEqual(
    new Set(changes.map(({ sentence }) => sentence)),
    new Set([
      `${orders[0]!.number}: the address and the window changed.`,
      `${orders[1]!.number} is not for this day any more.`,
      `${late.number} is new.`,
    ]),
  )
  assert.equal(prints.length, 1)

  const { print: second } = await print({ deliveryIds: [orders[0]!.deliveryId, late.deliveryId] })
  assert.deepEqual([second.isReprint, second.frozen, second.deliveries], [true, 1, 2])
  assert.deepEqual(
    (await pack()).changes.map(({ kind }) => kind),
    ['gone'],
  )
})

test('a card that does not fit is named before anything is printed', async () => {
  const wide = await aPaidOrder(open)
  await rows(
    open.shop.db,
    sql`update order_deliveries set card_message = ${'line\n'.repeat(20)} where id = ${wide.deliveryId}`,
  )
  await refuses(print({}), 'card-too-long')
  const [row] = await rows<{ at: string | null }>(
    open.shop.db,
    sql`select card_printed_at as at from order_deliveries where id = ${wide.deliveryId}`,
  )
  assert.equal(row!.at, null)
  assert.deepEqual((await pack()).cards.tooLong, [wide.number])
  await rows(open.shop.db, sql`update order_deliveries set status = 'CANCELLED' where id = ${wide.deliveryId}`)
})

test('a day without orders prints nothing, and a print of somebody else’s making is nobody’s', async () => {
  await refuses(print({}, '2027-01-05'), 'nothing-to-print')
  const reply = (url: string, headers: object = florist.headers) =>
    open.app.inject({ url: `/api${url}`, headers: headers as never })
  assert.equal((await reply('/fulfilment/prints/prt_none/whole.pdf')).statusCode, 404)
  assert.equal((await reply(`/fulfilment/days/${day}/pack/secrets.pdf`)).statusCode, 404)
  assert.equal((await reply(`/fulfilment/days/tomorrow/pack/whole.pdf`)).statusCode, 404)
  const driver = await aMember(open, 'driver')
  assert.equal((await reply(`/fulfilment/days/${day}/pack/whole.pdf`, driver.headers)).statusCode, 403)
})

test('words as long as their fields still give whole papers', async () => {
  const long = await aPaidOrder(open, { variantId: 'var_coral-charm-large' })
  await rows(
    open.shop.db,
    sql`update order_deliveries set recipient_name = ${'Wilhelmina '.repeat(7)}, line1 = ${'A very long street '.repeat(6)}, line2 = ${'Rear building '.repeat(8)},
          instructions = ${'Ring twice, then wait by the gate. '.repeat(14)}, card_message = '日本 😀 Ω' where id = ${long.deliveryId}`,
  )
  const { print: done, file } = await print({ part: 'work-sheets', deliveryIds: [long.deliveryId as DeliveryId] })
  assert.equal(done.deliveries, 1)
  const pages = await paper(file.replace('/api', ''))
  assert.ok(pages.length >= 1 && pages.every(({ size }) => size[0] === 148))
  for (const name of ['labels', 'run-sheets']) assert.ok((await part(name)).length > 0)
})
