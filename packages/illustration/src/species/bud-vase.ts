import { greens } from '../colours.ts'
import { leaf, stalk } from '../leaf.ts'
import { fill } from '../paint.ts'
import { bendingLine, pointOn, sliver, dryBrush } from '../path.ts'
import { object, tableShadow, turned, turnedShade } from './object-kind.ts'

const slim = [
  [17, -176],
  [12, -164],
  [13, -120],
  [30, -92],
  [52, -62],
  [56, -34],
  [44, -6],
  [38, 2],
] as const

/** A bud vase, with one sprig in it to show its scale. */
export const budVase = object(
  { size: 600, halfWidth: 66 },
  ['blush', 'blue', 'cream', 'lime', 'terracotta'],
  ({ random, tones }) => {
    const { deep, shade, mid, light, glow } = tones
    const spine = bendingLine([0, -150], -0.08, 132, 0.42, 6)
    const leaves = [0.22, 0.4, 0.58, 0.76, 0.9]
      .map((along, i) => {
        const { at, heading } = pointOn(spine, along)
        return leaf(at, heading + (i % 2 ? 0.95 : -0.95), 50 - i * 4, 'oval', i % 2 ? greens.sage : greens.leaf, random)
      })
      .join('')
    const { at: tip, heading } = pointOn(spine, 1)
    return (
      tableShadow(-50, 50) +
      fill(
        deep,
        turned(
          [
            [17, -180],
            [16, -172],
          ],
          4,
        ),
      ) +
      stalk(spine, 4, 2.4, greens.leaf.shade) +
      leaves +
      leaf(tip, heading, 34, 'oval', greens.leaf, random) +
      fill(mid, turned(slim, 5)) +
      fill(shade, turnedShade(slim, 0.44)) +
      fill(light, dryBrush([-14, -80], [-12, -10], 44, 7, random)) +
      fill(light, [-52, -40, -28].map((y) => sliver([-54, y], [53, y], -9, 2)).join('')) +
      fill(glow, sliver([-8, -158], [-8, -112], 1, 3) + sliver([-36, -66], [-42, -30], -4, 6)) +
      fill(light, sliver([-16, -176], [16, -176], -4, 2.6))
    )
  },
)
