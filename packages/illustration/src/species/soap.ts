import { greens, type Tones } from '../colours.ts'
import { leaf } from '../leaf.ts'
import { fill, line } from '../paint.ts'
import { dot, knots, shape, sliver, trace, type Knot } from '../path.ts'
import { object, tableShadow } from './object-kind.ts'

/** Two cakes of soap tied with twine, a leaf under the knot. */
export const soap = object(
  { size: 490, halfWidth: 150 },
  ['blush', 'lavender', 'lime', 'cream'],
  ({ random, tones }) => {
    const { mid } = tones
    const twineMarks = '#8c7148'
    return (
      tableShadow(-142, 142) +
      cake(2, 0, 142, tones) +
      cake(-80, -0.03, 130, tones) +
      fill('#cbb184', shape(knots('-10 -168!, 9 -169!, 13 -80, 11 2!, -9 3!, -8 -80'))) +
      fill(
        twineMarks,
        [-150, -132, -112, -92, -62, -42, -20].map((y) => sliver([-8, y], [9, y - 7], 0, 1.6)).join(''),
      ) +
      leaf([0, -126], -1.1, 108, 'lance', greens.sage, random) +
      leaf([2, -126], 1.05, 98, 'lance', greens.leaf, random) +
      leaf([0, -130], -0.5, 84, 'lance', greens.leaf, random) +
      [
        [-40, -196],
        [-30, -210],
        [-50, -184],
        [-22, -190],
        [-60, -172],
      ]
        .map(
          ([x, y]) =>
            fill(tones.deep === '#484080' ? mid : '#9189c3', dot([x as number, y as number], 6)) +
            fill('#bab3db', dot([(x as number) - 1, (y as number) - 2], 3)),
        )
        .join('') +
      line(
        '#cbb184',
        4,
        trace(knots('0 -128, -34 -146, -46 -124, -4 -126, 36 -146, 46 -122, 2 -126, -18 -88')) +
          trace([
            [2, -126],
            [24, -86],
          ]),
      ) +
      fill(twineMarks, shape(knots('-8 -134, 8 -135, 9 -119, -8 -118')))
    )
  },
)

/** One cake: its foot, how it lies, half its width. */
function cake(y: number, tilt: number, wide: number, { deep, shade, mid, light, glow }: Tones): string {
  const p = (x: number, up: number, corner = false): Knot => [x, y - up + x * tilt, corner]
  return (
    fill(
      shade,
      shape([p(-wide, 46), p(-wide + 2, 8), p(-wide + 20, 0), p(wide - 22, 0), p(wide - 2, 8), p(wide, 46), p(0, 40)]),
    ) +
    fill(deep, shape([p(wide * 0.56, 40), p(wide, 46), p(wide - 2, 8), p(wide - 22, 0), p(wide * 0.5, 0)])) +
    fill(
      mid,
      shape([
        p(-wide, 48),
        p(-wide + 18, 78),
        p(-wide + 44, 86),
        p(wide - 48, 86),
        p(wide - 20, 78),
        p(wide, 48),
        p(wide - 16, 39),
        p(-wide + 14, 39),
      ]),
    ) +
    fill(
      light,
      shape([p(-wide + 16, 54), p(-wide + 30, 76), p(wide - 52, 79), p(wide - 26, 70), p(wide - 20, 55), p(0, 49)]),
    ) +
    fill(
      glow,
      sliver([-wide + 22, y - 64], [wide * 0.2, y - 78], -6, 3) +
        sliver([-wide + 4, y - 34], [-wide + 8, y - 12], 2, 3),
    ) +
    fill(shade, [-0.5, -0.1, 0.36, 0.62].map((k) => dot([wide * k, y - 20 + k * 10], 1.8)).join(''))
  )
}
