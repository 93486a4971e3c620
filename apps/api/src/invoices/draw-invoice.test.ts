import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { anOrder, aView, letterhead, paid } from '../notifications/test/an-order.ts'
import { drawInvoice } from './draw-invoice.ts'
import { type Invoice, toInvoice } from './invoice.ts'

const invoiceOf = (...view: Parameters<typeof aView>): Invoice =>
  toInvoice(aView(...view), { ...letterhead, abn: '12 345 678 901', gstBasisPoints: 1000 })

/**
 * Reads a PDF of pdfkit's back: the words of each page, in the order in which they were written, through each font's own table
 * from glyphs to letters.
 */
function readPdf(pdf: Buffer): { pages: string[][]; info: string; fonts: string[] } {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id, body]) => [id!, body!]),
  )
  const streamOf = (id: string) => {
    const [, head, body] = /^([\s\S]*?)stream\n([\s\S]*)\nendstream/.exec(objects.get(id)!)!
    return head!.includes('/FlateDecode') ? inflateSync(Buffer.from(body!, 'latin1')).toString('latin1') : body!
  }
  const letters = new Map<string, string[]>()
  for (const [, name, id] of [...objects.values()].join('\n').matchAll(/^\/(F\d+) (\d+) 0 R$/gm)) {
    const table = streamOf(/\/ToUnicode (\d+)/.exec(objects.get(id!)!)![1]!)
    const [, list] = /<0000> <[0-9a-f]{4}> \[(.*)\]/.exec(table)!
    letters.set(
      name!,
      Array.from(list!.matchAll(/<([0-9a-f ]*)>/g), ([, codes]) =>
        String.fromCharCode(
          ...codes!
            .split(' ')
            .filter(Boolean)
            .map((code) => Number.parseInt(code, 16)),
        ),
      ),
    )
  }
  const wordsOf = (content: string) =>
    Array.from(content.matchAll(/BT\n([\s\S]*?)ET/g), ([, block]) => {
      const font = letters.get(/\/(F\d+) [\d.]+ Tf/.exec(block!)![1]!)!
      return Array.from(block!.matchAll(/<([0-9a-f]+)>/g), ([, glyphs]) =>
        Array.from(glyphs!.matchAll(/.{4}/g), ([glyph]) => font[Number.parseInt(glyph, 16)]).join(''),
      ).join('')
    })
  const everything = [...objects.values()]
  return {
    pages: everything
      .filter((body) => /\/Type \/Page\n/.test(body))
      .map((body) => wordsOf(streamOf(/\/Contents (\d+)/.exec(body)![1]!))),
    info: everything.filter((body) => body.startsWith('(')).join('\n'),
    fonts: everything.flatMap((body) =>
      body.includes('/FontFile2') ? [/\/FontName \/\w+\+([\w-]+)/.exec(body)![1]!] : [],
    ),
  }
}

test('an invoice says all that the tax office and the customer look for', async () => {
  const { pages, fonts, info } = readPdf(await drawInvoice(invoiceOf(anOrder(), paid)))
  assert.equal(pages.length, 1)
  for (const words of [
    'Tax invoice',
    'Flora',
    'ABN 12 345 678 901',
    '41 Rose Street, Fitzroy 3065',
    'Mercy Okafor',
    'mercy@example.com',
    'FL-4K7QXB',
    'Paid 20 November 2026',
    'Coral Charm',
    'Large',
    '$120.00',
    'Peace lily',
    '2',
    '$48.00',
    '$96.00',
    'Beeswax candle',
    '$22.00',
    'Delivery, Sat 21 Nov',
    '$12.00',
    'Money off, SPRING10',
    '−$21.60',
    'Total',
    '$228.40',
    'Includes GST of $20.76',
    'Paid by Visa ending 4242',
  ]) {
    assert.ok(pages[0]!.includes(words), `“${words}” is not in ${JSON.stringify(pages[0])}`)
  }
  assert.deepEqual(fonts.toSorted(), [
    'Besley-Bold',
    'Besley-Italic',
    'Besley-Regular',
    'HankenGrotesk-Regular',
    'HankenGrotesk-SemiBold',
  ])
  assert.match(info, /\(Tax invoice FL-4K7QXB\)/)
  assert.match(info, /\(D:20261119231000Z\)/)
})

test('a cancelled order’s invoice says so', async () => {
  const { pages } = readPdf(
    await drawInvoice(invoiceOf(anOrder(), { ...paid, status: 'REFUNDED', places: 'released', refundedMinor: 22_840 })),
  )
  assert.ok(pages[0]!.includes('Cancelled – adjustment'))
  assert.ok(pages[0]!.includes('Refunded to Visa ending 4242'))
  assert.ok(pages[0]!.includes('−$228.40'))
})

test('the same order has the same bytes, and another state of it has others', async () => {
  const [first, second, refunded] = await Promise.all([
    drawInvoice(invoiceOf(anOrder(), paid)),
    drawInvoice(invoiceOf(anOrder(), paid)),
    drawInvoice(invoiceOf(anOrder(), { ...paid, refundedMinor: 100 })),
  ])
  assert.ok(first.equals(second))
  assert.ok(!first.equals(refunded))
})

test('a long invoice runs over pages, each with its table’s head and its number', async () => {
  const invoice = invoiceOf(anOrder(), paid)
  const rows = Array.from({ length: 56 }, (_, index) => ({ ...invoice.rows[0]!, label: `Row ${index}` }))
  const { pages } = readPdf(await drawInvoice({ ...invoice, rows }))
  assert.ok(pages.length > 1)
  for (const [index, page] of pages.entries())
    assert.ok(page.includes(`FL-4K7QXB, page ${index + 1} of ${pages.length}`))
  assert.deepEqual(
    pages.flat().filter((words) => words.startsWith('Row ')),
    rows.map(({ label }) => label),
  )
  assert.equal(pages.flat().filter((words) => words === 'Total').length, 1)
})

test('names of many countries are printed; a letter that no face has becomes a question mark', async () => {
  const { pages } = readPdf(
    await drawInvoice(invoiceOf(anOrder({ buyerName: 'Nguyễn Đặng & Łukasz Šimůnek 李\u202E🌷' }), paid)),
  )
  // The name is longer than its column.
  const to = pages[0]!.indexOf('To')
  assert.deepEqual(pages[0]!.slice(to + 1, to + 3), ['Nguyễn Đặng & Łukasz ', 'Šimůnek ??'])
})
