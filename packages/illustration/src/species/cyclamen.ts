import { greens, type Tones } from '../colours.ts'
import { fill } from '../paint.ts'
import { stalk } from '../leaf.ts'
import { bendingLine, knots, pointOn, shape, sliver, towards, type Knot } from '../path.ts'
import type { Random } from '../random.ts'
import { plant } from './plant-kind.ts'

/** Cyclamen: petals blown back like ears in the wind, over marbled hearts. */
export const cyclamen = plant(
  400,
  ({ random, tones, sheet }) => {
    const flowers = [0, 1].map((n) =>
      sheet.stamp(`cyclamen-${tones.mid}-${n}`, () => drawFlower(random.fork(`flower${n}`), tones)),
    )
    const marbled = [0, 1].map((n) =>
      sheet.stamp(`cyclamen-leaf-${n}`, () => drawLeaf(random.fork(`leaf${n}`), n ? greens.leaf : greens.dark)),
    )
    let svg = ''
    const leaves = [
      [-1.35, 112, 0.92],
      [1.35, 116, 0.94],
      [-0.95, 120, 1],
      [0.95, 124, 1],
      [-0.5, 104, 0.96],
      [0.5, 108, 0.98],
      [0, 96, 1],
      [-1.62, 74, 0.78],
      [1.66, 76, 0.8],
      [-0.72, 62, 0.9],
      [0.75, 60, 0.92],
      [0.04, 42, 0.86],
    ] as const
    leaves.forEach(([turn, length, scale], i) => {
      const spine = bendingLine([turn * 16, 6], turn * 0.7, length * 0.7, turn * 0.5, 4)
      svg +=
        stalk(spine, 3.4, 2.8, '#8a5a4e') +
        sheet.use(marbled[i % 2] as string, {
          at: pointOn(spine, 1).at,
          turn: turn * 1.1 + random.jitter(0.2),
          scale,
          flip: i % 3 === 0,
        })
    })
    const stems = [
      [-0.66, 190, 0.8],
      [0.7, 186, 0.82],
      [-0.38, 236, 0.94],
      [0.4, 244, 0.96],
      [-0.12, 282, 1],
      [0.16, 264, 0.98],
      [-0.9, 140, 0.72],
      [0.02, 206, 0.9],
      [0.94, 142, 0.72],
    ] as const
    stems.forEach(([turn, length, scale], i) => {
      const spine = bendingLine([turn * 14, 0], turn * 0.75, length - 46, turn * 0.35, 6)
      svg +=
        stalk(spine, 3.4, 2.6, '#8a4f4c') +
        sheet.use(flowers[i % 2] as string, {
          at: pointOn(spine, 1).at,
          turn: turn * 0.5 + random.jitter(0.12),
          scale,
          flip: turn > 0,
        })
    })
    return svg
  },
  { colours: ['pink', 'white', 'red', 'magenta'] },
)

/** The mouth looks down at the origin; five petals stand up from it, twisted. */
function drawFlower(random: Random, { deep, shade, mid, light, glow }: Tones): string {
  const petal = (lean: number, length: number, width: number, body: string, rim: string): string => {
    const tip = towards([0, 4], lean, length)
    const side = (along: number, across: number): Knot => {
      const at = towards([0, 4], lean + across * 0.02, length * along)
      return towards(at, lean + Math.PI / 2, across) as unknown as Knot
    }
    return (
      fill(
        body,
        shape([
          [-1, 4, true],
          side(0.3, -width * 0.6),
          side(0.66, -width),
          [tip[0] + random.jitter(4), tip[1], true],
          side(0.7, width),
          side(0.3, width * 0.5),
        ]),
      ) +
      fill(rim, sliver(towards([0, 4], lean - 0.16, length * 0.3), towards([0, 4], lean - 0.2, length * 0.84), -5, 3.4))
    )
  }
  return (
    petal(-1.02, 56, 11, shade, mid) +
    petal(1.08, 58, 11, shade, mid) +
    petal(0.56, 78, 12, mid, light) +
    petal(-0.6, 74, 12, mid, light) +
    petal(0.3, 62, 9, shade, mid) +
    petal(-0.06, 86, 13, light, glow) +
    fill(
      shade,
      sliver([0, -2], [2, -48], 2, 2) + sliver([-4, -4], [-24, -42], -3, 1.6) + sliver([5, -4], [24, -44], 3, 1.6),
    ) +
    fill(mid, shape(knots('-12 2, -9 -9, 0 -12, 10 -9, 12 3, 7 11, 0 13, -8 10'))) +
    fill(deep, shape(knots('-8 7, 0 4, 8 7, 5 12, 0 13, -5 12'))) +
    fill(glow, sliver([-9, 0], [2, -8], -3, 2))
  )
}

function drawLeaf(random: Random, { deep, shade, mid }: Tones): string {
  const j = (): number => random.jitter(2)
  const heart: Knot[] = [
    [0, 0, true],
    [-18, 12],
    [-40 + j(), 4],
    [-48, -20],
    [-38 + j(), -48],
    [-14, -64 + j()],
    [2, -70],
    [18, -62],
    [40 + j(), -46],
    [47, -18],
    [38 + j(), 6],
    [17, 12],
  ]
  const ring = heart.map(([x, y]): Knot => [x * 0.74, -26 + (y + 26) * 0.76])
  const inner = heart.map(([x, y], i): Knot => [x * 0.5, -26 + (y + 26) * (i % 2 ? 0.46 : 0.6)])
  return (
    fill(mid, shape(heart)) +
    fill(greens.sage.light, shape(ring)) +
    fill(shade, shape(inner)) +
    fill(
      deep,
      sliver([0, 0], [1, -60], 1, 1) +
        sliver([0, -8], [-32, -26], -4, 0.9) +
        sliver([0, -8], [32, -24], 4, 0.9) +
        sliver([0, -22], [-20, -48], -3, 0.8) +
        sliver([0, -22], [20, -46], 3, 0.8),
    )
  )
}
