import type { RecipeLine } from './arrange.ts'
import { colourOf } from './arrange.ts'
import { greens } from './colours.ts'
import { svgDocument } from './document.ts'
import { stampFor } from './face.ts'
import { line, newSheet, type Sheet } from './paint.ts'
import { bendingLine, trace } from './path.ts'
import { randomFrom, type Random } from './random.ts'
import { species } from './species/index.ts'
import { isFace, type Species } from './species.ts'
import { leavesOnStem } from './stem-leaves.ts'

export type GardenStrip = {
  seed: string
  /** Pixels; the flowers keep their size and there are more of them when it is wider. */
  width: number
  height: number
  /** What grows in the bed; the counts are shares. Left away, it is the shop's spring bed. */
  recipe?: readonly RecipeLine[]
}

const springBed: readonly RecipeLine[] = [
  { stem: 'tulip', colour: 'pink', count: 3 },
  { stem: 'iris', colour: 'purple', count: 3 },
  { stem: 'anemone', colour: 'white', count: 2 },
  { stem: 'flannelFlower', count: 2 },
  { stem: 'ranunculus', colour: 'apricot', count: 3 },
  { stem: 'poppy', colour: 'coral', count: 3 },
  { stem: 'peony', colour: 'coral', count: 2 },
  { stem: 'delphinium', colour: 'lavender', count: 2 },
  { stem: 'snapdragon', colour: 'butter', count: 3 },
]

/** A row of flowers that stand on the lower edge of the picture, for the foot of a page. Transparent; it runs off both sides. */
export function drawGarden({ seed, width, height, recipe = springBed }: GardenStrip): string {
  const random = randomFrom(seed)
  const sheet = newSheet(`garden/${seed}/${width}/${height}/${JSON.stringify(recipe)}`)
  const step = height * 0.205
  const row = sow(recipe, Math.ceil(width / step) + 1, random)
  const body = row
    .map((grower, i) => {
      const x = (i - 0.1 + random.jitter(0.24)) * step
      const tall = height * (i % 3 === 1 ? random.between(0.8, 0.92) : random.between(0.46, 0.68))
      return { svg: plantOut(sheet, grower, x, height, tall, random), tall }
    })
    // The tall stand behind the low.
    .toSorted((a, b) => b.tall - a.tall)
    .map(({ svg }) => svg)
    .join('')
  return svgDocument({ box: { width, height }, sheet, body, fit: 'xMidYMax slice' })
}

/** Deals the bed out in a row, so that a kind does not stand next to itself. */
function sow(recipe: readonly RecipeLine[], count: number, random: Random): RecipeLine[] {
  const owed = recipe.map((grower) => ({ grower, owed: random.next() * grower.count }))
  const row: RecipeLine[] = []
  for (let i = 0; i < count; i++) {
    for (const lot of owed) lot.owed += lot.grower.count
    const [next] = owed
      .filter((lot) => lot.grower !== row.at(-1) && lot.grower !== row.at(-2))
      .toSorted((a, b) => b.owed - a.owed)
    const lot = next ?? owed[0]
    if (!lot) return row
    lot.owed -= recipe.reduce((sum, grower) => sum + grower.count, 0)
    row.push(lot.grower)
  }
  return row
}

function plantOut(sheet: Sheet, grower: RecipeLine, x: number, ground: number, tall: number, random: Random): string {
  const kind: Species = species[grower.stem]
  const flip = random.chance(0.5)
  if (!isFace(kind.role)) {
    const stamp = stampFor(sheet, { stem: grower.stem, colour: colourOf(grower), view: 'front' })
    return sheet.use(stamp, { at: [x, ground + 6], turn: random.jitter(0.05), scale: (tall * 0.94) / 300, flip })
  }
  const stamp = sheet.stamp(`garden/${grower.stem}/${colourOf(grower)}`, () =>
    growFace(sheet, grower, randomFrom(`garden/${grower.stem}`)),
  )
  return sheet.use(stamp, { at: [x, ground + 6], turn: random.jitter(0.04), scale: tall / 300, flip })
}

/** A flower on its stem with its own leaves, its foot at the origin and its head about 300 higher. */
function growFace(sheet: Sheet, grower: RecipeLine, random: Random): string {
  const kind: Species = species[grower.stem]
  const radius = Math.min(88, Math.max(52, kind.size * 0.98))
  const spine = bendingLine([0, 0], 0.08, 300 - radius, -0.16, 8)
  const end = spine.at(-1) as readonly [number, number]
  const head = stampFor(sheet, { stem: grower.stem, colour: colourOf(grower), view: kind.plateView ?? 'turned' })
  const stemPaint = kind.stem ?? (kind.leaf === 'strap' ? greens.sage.shade : greens.leaf.shade)
  return (
    sheet.use(leavesOf(sheet, kind.leaf ?? 'rose', random), { at: [0, 0], scale: 0.62 }) +
    line(stemPaint, 6, trace(spine)) +
    sheet.use(head, { at: end, scale: radius / 100 })
  )
}

/** Flowers with the same kind of leaf share one cut of it. */
function leavesOf(sheet: Sheet, form: NonNullable<Species['leaf']>, random: Random): string {
  const spine = bendingLine([0, 0], 0.08, 372, -0.16, 8)
  return sheet.stamp(`garden-leaves/${form}`, () => leavesOnStem(form, spine, random.fork('leaves')))
}
