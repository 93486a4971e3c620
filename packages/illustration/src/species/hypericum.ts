import { blob } from '../bloom.ts'
import { greens, type Tones } from '../colours.ts'
import { alongStem, leaf, stalk } from '../leaf.ts'
import { fill, line } from '../paint.ts'
import { bendingLine, knots, pointOn, shape, sliver, trace, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import type { Species } from '../species.ts'

/** Hypericum: polished berries that sit up in their green collars. */
export const hypericum: Species = {
  role: 'spray',
  size: 265,
  halfWidth: 60,
  colours: ['red', 'coral', 'peach', 'lime', 'burgundy', 'pink', 'white'],
  stem: '#7a5a44',
  draw({ random, tones, sheet }) {
    const berry = [0, 1].map((n) =>
      sheet.stamp(`hypericum-${tones.mid}-${n}`, () => drawBerry(random.fork(`berry${n}`), tones)),
    )
    const main = bendingLine([0, 0], 0, 204, random.jitter(0.2), 7)
    const leaves = alongStem(
      main,
      4,
      0.95,
      0.3,
      0.86,
      (at, h) => leaf(at, h, 66, 'oval', random.chance(0.5) ? greens.leaf : greens.fresh, random),
      true,
    )
    const branches = [0.5, 0.66, 0.82, 1].flatMap((along, i) => {
      const { at, heading } = pointOn(main, along)
      const turns = along === 1 ? [-0.7, -0.22, 0.26, 0.72] : [i % 2 ? 0.72 : -0.72, i % 2 ? -0.6 : 0.6]
      return turns.map((t, k) => bendingLine(at, heading + t, (along === 1 ? 52 : 74) + (k % 2) * 12, -t * 0.5, 3))
    })
    return (
      stalk(main, 5, 3, '#7a5a44') +
      line(greens.fresh.shade, 2.6, branches.map((b) => trace(b)).join('')) +
      leaves +
      branches
        .map((b, i) => {
          const { at, heading } = pointOn(b, 1)
          return sheet.use(berry[i % 2] as string, {
            at,
            turn: heading * 0.9,
            scale: random.between(0.88, 1.1),
            flip: random.chance(0.5),
          })
        })
        .join('')
    )
  },
}

function drawBerry(random: Random, { deep, shade, mid, light, glow }: Tones): string {
  const collar = [-0.95, -0.45, 0.05, 0.5, 1].map((a): readonly [Point, Point] => [
    [0, 2],
    [Math.sin(a) * 21, 2 - Math.cos(a) * 17 + 3],
  ])
  const sepals = (width: number): string => collar.map(([from, to]) => sliver(from, to, 0, width)).join('')
  return (
    fill(greens.fresh.shade, sepals(8)) +
    fill(shade, shape(knots('0 -52!, -13 -40, -17 -22, -12 -5, 0 0, 12 -5, 17 -22, 13 -40'))) +
    fill(mid, shape(knots('-1 -50!, -12 -39, -16 -22, -11 -7, 2 -5, 8 -20, 6 -38'))) +
    fill(light, sliver([-11, -20], [-5, -41], -4, 4)) +
    fill(glow, sliver([-8, -28], [-5, -38], -2, 2.6)) +
    fill(
      deep,
      sliver([0, -50], [1, -58], 1, 1.8) + sliver([-1, -50], [-6, -57], 0, 1.4) + sliver([1, -50], [6, -56], 0, 1.4),
    ) +
    fill(
      greens.fresh.mid,
      blob([0, 0], 9, 5, random, 0.06, 6) +
        sliver([-4, 2], [-15, -10], -3, 3.4) +
        sliver([4, 2], [15, -9], 3, 3.4) +
        sliver([0, 3], [1, -12], 1, 4),
    )
  )
}
