import { colours, greens, type Tones } from '../colours.ts'
import { dots, fill } from '../paint.ts'
import { leaf, stalk } from '../leaf.ts'
import { bendingLine, pointOn, shape, sliver, type Knot, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import { plant } from './plant-kind.ts'

/** Anthurium: lacquered hearts with a candle on each, over larger hearts of green. */
export const anthurium = plant(
  500,
  ({ random, tones }) => {
    let svg = ''
    const leaves = [
      [-1.15, 92, 104],
      [1.2, 96, 108],
      [-0.72, 120, 112],
      [0.78, 126, 110],
      [-0.28, 96, 106],
      [0.34, 104, 100],
      [0.04, 70, 104],
      [-1.5, 62, 84],
      [1.55, 64, 86],
    ] as const
    leaves.forEach(([turn, length, size], i) => {
      const spine = bendingLine([turn * 14, 8], turn * 0.6, length, turn * 0.5, 5)
      svg +=
        stalk(spine, 4.4, 3.4, greens.leaf.mid) +
        leaf(
          pointOn(spine, 1).at,
          turn * 1.5 + (turn > 0 ? 0.5 : -0.5),
          size,
          'heart',
          i % 2 ? greens.leaf : greens.dark,
          random,
          'full',
        )
    })
    const flowers = [
      [-0.5, 196, 0.84, -0.5],
      [0.52, 204, 0.88, 0.55],
      [-0.14, 248, 1, -0.2],
      [0.2, 290, 1.06, 0.28],
      [0.86, 132, 0.66, 0.9],
    ] as const
    for (const [turn, length, scale, lean] of flowers) {
      const spine = bendingLine([turn * 12, 0], turn * 0.7, length - 30, turn * 0.4, 6)
      svg += stalk(spine, 4.2, 3.2, greens.fresh.shade) + spathe(pointOn(spine, 1).at, lean, scale, tones, random)
    }
    return svg
  },
  { colours: ['red', 'pink', 'white', 'coral'] },
)

/** Glossy: one broad light, one hard glint, and veins pressed in. */
function spathe(
  foot: Point,
  lean: number,
  scale: number,
  { deep, shade, mid, light, glow }: Tones,
  random: Random,
): string {
  const j = (): number => random.jitter(2)
  const p = (x: number, y: number, corner = false): Knot => [
    foot[0] + (x * Math.cos(lean) - y * Math.sin(lean)) * scale,
    foot[1] + (x * Math.sin(lean) + y * Math.cos(lean)) * scale,
    corner,
  ]
  const q = (x: number, y: number): Point => [p(x, y)[0], p(x, y)[1]]
  const candle = deep === colours.white.deep ? colours.coral : colours.butter
  const grains = [-6, -16, -26, -36].map((y, i) => q(-3 + (i % 2) * 4, y - 2))
  return (
    fill(
      mid,
      shape([
        p(0, 2, true),
        p(-14, 10),
        p(-36 + j(), 4),
        p(-46, -18),
        p(-38 + j(), -44),
        p(-12, -68),
        p(2, -84, true),
        p(16, -66),
        p(38 + j(), -42),
        p(44, -16),
        p(34, 6),
        p(14, 11),
      ]),
    ) +
    fill(
      shade,
      shape([p(2, 2, true), p(14, 11), p(34, 6), p(44, -16), p(38, -42), p(16, -66), p(2, -84, true), p(4, -40)]),
    ) +
    fill(light, sliver(q(-34, -8), q(-22, -52), -12 * scale, 9 * scale)) +
    fill(
      glow,
      sliver(q(-38, -20), q(-31, -40), -4 * scale, 3 * scale) + sliver(q(18, -8), q(30, -30), 5 * scale, 2.4 * scale),
    ) +
    fill(
      deep,
      sliver(q(0, -6), q(2, -78), 0, 1.1) +
        sliver(q(-6, -6), q(-28, -36), -5, 0.9) +
        sliver(q(8, -6), q(29, -34), 5, 0.9),
    ) +
    fill(candle.shade, sliver(q(0, 4), q(5, -52), -3 * scale, 8 * scale)) +
    fill(candle.light, sliver(q(-2, 0), q(3, -48), -3 * scale, 4 * scale)) +
    dots(candle.glow, 1.5 * scale, grains)
  )
}
