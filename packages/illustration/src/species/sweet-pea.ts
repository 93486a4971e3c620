import { greens } from '../colours.ts'
import { leaf, stalk } from '../leaf.ts'
import { fill, line } from '../paint.ts'
import { bendingLine, knots, pointOn, shape, sliver, towards, trace, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import type { Brief, Species } from '../species.ts'

/** Sweet pea: three or four butterflies a stem, and a tendril that looks for something to hold. */
export const sweetPea: Species = {
  role: 'spray',
  size: 285,
  halfWidth: 134,
  colours: ['pink', 'lilac', 'white', 'magenta', 'coral', 'burgundy', 'lavender'],
  stem: '#749c44',
  draw({ random, tones, sheet }) {
    const open = sheet.stamp(`sweet-pea-${tones.mid}`, () => drawButterfly(random.fork('open'), tones))
    const half = sheet.stamp(`sweet-pea-half-${tones.mid}`, () => drawHalfOpen(tones))
    const stems: [turn: number, length: number, bend: number][] = [
      [-0.3, 226, -0.25],
      [0.36, 206, 0.3],
      [0.02, 282, 0.12],
    ]
    return (
      leaf([0, -30], -0.9, 70, 'oval', greens.sage, random) +
      leaf([0, -44], 0.85, 66, 'oval', greens.fresh, random) +
      tendril([0, -60], 1) +
      stems
        .map(([turn, length, bend]) => {
          const spine = bendingLine([0, 0], turn, length, bend, 6)
          const flowers = [1, 0.86, 0.72, 0.58].map((along, i) => {
            const { at, heading } = pointOn(spine, along)
            const side = i % 2 ? 1 : -1
            const spot = i === 0 ? towards(at, heading, 8) : towards(at, heading + side * 1.3, 26)
            return (
              line(greens.fresh.mid, 2, trace([at, spot])) +
              sheet.use(i === 0 ? half : open, {
                at: spot,
                turn: heading * 0.6 + (i === 0 ? 0 : side * 0.5) + random.jitter(0.14),
                scale: i === 0 ? 0.8 : 0.86 + i * 0.07,
                flip: side < 0,
              })
            )
          })
          return stalk(spine, 3.4, 2, greens.fresh.mid) + flowers.join('')
        })
        .join('')
    )
  },
}

/** The banner behind, with its cleft; two wings folded before it; the keel between them. */
function drawButterfly(random: Random, { deep, shade, mid, light, glow }: Brief['tones']): string {
  const j = (): number => random.jitter(2)
  return (
    fill(
      mid,
      shape([
        [0, 12, true],
        [-20, 4],
        [-40 + j(), -10],
        [-44, -34 + j()],
        [-26 + j(), -50],
        [-10, -46],
        [2, -38 + j(), true],
        [14, -48],
        [30 + j(), -48],
        [44, -30 + j()],
        [38 + j(), -6],
        [18, 6],
      ]),
    ) +
    fill(light, shape(knots('0 4!, -24 -8, -37 -30, -24 -43, -8 -34, -2 -20'))) +
    fill(
      shade,
      sliver([1, 2], [3, -37], 2, 2.6) + sliver([4, -6], [30, -36], 6, 1.4) + sliver([6, -2], [36, -20], 5, 1.4),
    ) +
    fill(glow, sliver([-41, -32], [-14, -47], -7, 3) + sliver([16, -47], [42, -30], -8, 3)) +
    fill(light, shape(knots('-2 16!, -20 12, -24 -4, -12 -18, 0 -10'))) +
    fill(glow, shape(knots('2 16!, 18 14, 24 0, 14 -16, 0 -10'))) +
    fill(mid, sliver([-4, 14], [-14, -12], 3, 1.6) + sliver([5, 14], [15, -8], -3, 1.6)) +
    fill(deep, sliver([0, 18], [0, -6], 1, 3)) +
    fill(greens.fresh.mid, shape(knots('-8 8!, -7 20, 0 26, 8 20, 8 8!, 0 15')))
  )
}

function drawHalfOpen({ shade, mid, light, glow }: Brief['tones']): string {
  return (
    fill(shade, shape(knots('0 16!, -15 4, -15 -20, -2 -34!, 14 -24, 18 -2'))) +
    fill(mid, shape(knots('2 14!, -4 -8, -2 -34!, 14 -24, 18 -2'))) +
    fill(light, shape(knots('2 14!, 4 -10, 12 -22, 18 -4'))) +
    fill(glow, sliver([-11, -18], [-2, -32], -3, 2)) +
    fill(greens.fresh.mid, shape(knots('-9 4!, -8 18, 0 25, 9 18, 9 4!, 0 12')))
  )
}

function tendril(from: Point, side: number): string {
  const [x, y] = from
  return line(
    greens.fresh.mid,
    2,
    trace([
      from,
      [x + side * 40, y - 38],
      [x + side * 76, y - 52],
      [x + side * 92, y - 76],
      [x + side * 78, y - 88],
      [x + side * 68, y - 76],
      [x + side * 80, y - 66],
    ]),
  )
}
