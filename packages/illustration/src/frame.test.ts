import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { catalogue, drawBouquet, sampleProducts, type BouquetOrder } from './index.ts'

// At a quarter of its size: what touches the outermost two pixels would be cut by the edge of a card.
const small = { width: 200, height: 250 }
const edge = 2

async function touchesFrame(order: BouquetOrder): Promise<boolean> {
  const svg = drawBouquet({ background: 'none', ...order })
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(small.width, small.height)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  for (let y = 0; y < info.height; y++) {
    for (let x = 0; x < info.width; x++) {
      const isInside = x >= edge && x < info.width - edge && y >= edge && y < info.height - edge
      if (!isInside && (data[(y * info.width + x) * info.channels + 3] ?? 0) > 20) return true
    }
  }
  return false
}

async function assertFramed(orders: readonly BouquetOrder[]): Promise<void> {
  const cut: string[] = []
  for (const order of orders) if (await touchesFrame(order)) cut.push(JSON.stringify(order))
  assert.deepEqual(cut, [])
}

test('the check sees a picture that does reach its edge', async () => {
  assert.ok(await touchesFrame({ seed: 'x', recipe: [{ stem: 'rose', count: 12 }], background: 'ivory' }))
})

test('nothing in the sample range touches the edge of its picture', async () => {
  await assertFramed(sampleProducts.map(({ order }): BouquetOrder => ({ ...order, background: 'none' })))
})

test('no branch, spray or leaf reaches the frame, alone or as a large bunch', async () => {
  const tall = catalogue.filter(({ role }) => role === 'foliage' || role === 'spray' || role === 'spire')
  await assertFramed(
    tall.flatMap(({ stem }) =>
      (['wrapped', 'vase'] as const).flatMap((presentation) =>
        [1, 9].map((count): BouquetOrder => ({ seed: `${stem}${count}`, presentation, recipe: [{ stem, count }] })),
      ),
    ),
  )
})

test('foliage round a heap of flowers stays in the frame in every presentation', async () => {
  const leaves = catalogue.filter(({ kind }) => kind === 'foliage')
  await assertFramed(
    leaves.flatMap(({ stem }) =>
      (['wrapped', 'vase', 'bunch', 'posy', 'box'] as const).map((presentation): BouquetOrder => ({
        seed: `heap ${stem}`,
        presentation,
        recipe: [
          { stem: 'rose', count: 9 },
          { stem: 'freesia', count: 3 },
          { stem, count: 7 },
        ],
      })),
    ),
  )
})

test('plants and add-ons keep off the edges', async () => {
  const standing = catalogue.filter(({ kind }) => kind === 'plant' || kind === 'add-on')
  await assertFramed(standing.map(({ stem }): BouquetOrder => ({ seed: stem, recipe: [{ stem, count: 1 }] })))
})

test('gifts at the foot of a bouquet stay in the picture', async () => {
  const gifts = catalogue.filter(({ kind }) => kind === 'add-on')
  await assertFramed(
    gifts.map(({ stem }, i): BouquetOrder => ({
      seed: stem,
      presentation: (['vase', 'wrapped', 'posy', 'bunch'] as const)[i % 4] ?? 'vase',
      recipe: [
        { stem: 'rose', count: 9 },
        { stem, count: 1 },
        { stem: 'card', count: 1 },
      ],
    })),
  )
})

test('add-ons share a table without reaching over its ends', async () => {
  const stems = ['card', 'sparkling', 'soap', 'honey', 'candle', 'chocolates', 'mister'] as const
  await assertFramed(
    stems.map((_, i): BouquetOrder => ({
      seed: `table ${i}`,
      recipe: stems.slice(0, i + 1).map((stem) => ({ stem, count: 1 })),
    })),
  )
})
