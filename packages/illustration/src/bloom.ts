import { dots, fill, line } from './paint.ts'
import { bendPetal, type Petal, type PetalShape, type View } from './petal.ts'
import { shape, sliver, type Knot, type Point } from './path.ts'
import type { Random } from './random.ts'

/** The paints of one petal: its inside, its back, and the marks laid over them. */
export type Coat = {
  fill: string
  back?: string
  /** Shadow from the heart outwards: its colour and how far it reaches. */
  shadow?: readonly [colour: string, reach: number]
  lip?: readonly [colour: string, thickness: number]
  streaks?: readonly [colour: string, count: number, from: number, to: number, width: number]
  /** A dipped tip: its colour, where it begins, and how much of the petal's width it takes (nine tenths when it says nothing). */
  tip?: readonly [colour: string, from: number, across?: number]
  /** A fine line along the middle. */
  vein?: readonly [colour: string, width: number]
}

export type Ring = {
  count: number
  form: PetalShape
  coat: Coat
  /** Where the first petal stands, in degrees. */
  start?: number
  /** Unevenness of angles (degrees) and of sizes (parts of one). */
  scatter?: number
  vary?: number
}

type Painted = { depth: number; svg: string }

/** Paints all petals of a flower from the farthest to the nearest, with its hearts among them at the depths where they sit. */
export function paintRings(view: View, rings: readonly Ring[], random: Random, ...hearts: readonly Painted[]): string {
  const petals = rings.flatMap((ring) => growRing(view, ring, random))
  petals.push(...hearts)
  return petals
    .toSorted((a, b) => a.depth - b.depth)
    .map((p) => p.svg)
    .join('')
}

function growRing(view: View, ring: Ring, random: Random): Painted[] {
  const vary = ring.vary ?? 0.06
  return Array.from({ length: ring.count }, (_, i) => {
    const angle = (ring.start ?? 0) + (360 / ring.count) * i + random.jitter(ring.scatter ?? 5)
    const size = 1 + random.jitter(vary)
    const form = {
      ...ring.form,
      length: ring.form.length * size,
      width: ring.form.width * (1 + random.jitter(vary)),
      lift: ring.form.lift + random.jitter(vary * 50),
      curl: ring.form.curl + random.jitter(vary * 80),
    }
    const petal = bendPetal(view, angle, form, random)
    return { depth: petal.depth, svg: paintPetal(petal, ring.coat) }
  })
}

export function paintPetal(petal: Petal, coat: Coat): string {
  const back = !petal.inside && coat.back !== undefined
  let svg = fill(back ? (coat.back as string) : coat.fill, petal.outline)
  if (!back && coat.shadow) svg += fill(coat.shadow[0], petal.patch(0, coat.shadow[1]))
  if (coat.streaks)
    svg += fill(coat.streaks[0], petal.streaks(coat.streaks[1], coat.streaks[2], coat.streaks[3], coat.streaks[4]))
  if (coat.lip) svg += fill(coat.lip[0], petal.lip(coat.lip[1]))
  if (coat.tip) svg += fill(coat.tip[0], petal.patch(coat.tip[1], 1, coat.tip[2] ?? 0.9))
  if (coat.vein) svg += fill(coat.vein[0], sliver(petal.at(0.12, 0), petal.at(0.86, 0.04), 1, coat.vein[1]))
  return svg
}

/** Stands where the petals meet, so that nothing shows between their bases when the flower is turned. */
export function receptacle(view: View, colour: string, random: Random): Painted {
  return { depth: 2, svg: fill(colour, blob([0, 15 * Math.sin(view.tilt)], 24, 18, random, 0.05, 6)) }
}

/** A cut-out that is nearly round: discs, hearts, pots of pollen. */
export function blob(at: Point, rx: number, ry: number, random: Random, uneven = 0.06, knots = 9): string {
  const start = random.next() * 6
  return shape(
    Array.from({ length: knots }, (_, i): Knot => {
      const a = start + (i / knots) * Math.PI * 2
      const r = 1 + random.jitter(uneven)
      return [at[0] + Math.cos(a) * rx * r, at[1] + Math.sin(a) * ry * r]
    }),
  )
}

/** A ring of stamens: fine threads, and their anthers as one path of dots. */
export function stamens(
  at: Point,
  count: number,
  inner: number,
  outer: number,
  flat: number,
  paints: { thread: string; anther: string; size: number },
  random: Random,
): string {
  let threads = ''
  const anthers: Point[] = []
  for (let i = 0; i < count; i++) {
    const a = ((i + random.jitter(0.35)) / count) * Math.PI * 2
    const r = outer * random.between(0.78, 1.06)
    const tip: Point = [at[0] + Math.cos(a) * r, at[1] + Math.sin(a) * r * flat]
    threads += `M${Math.round(at[0] + Math.cos(a) * inner)} ${Math.round(at[1] + Math.sin(a) * inner * flat)}L${Math.round(tip[0])} ${Math.round(tip[1])}`
    anthers.push(tip)
  }
  return line(paints.thread, 1.6, threads) + dots(paints.anther, paints.size, anthers)
}
