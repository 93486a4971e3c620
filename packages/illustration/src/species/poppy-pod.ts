import { blob } from '../bloom.ts'
import { colours } from '../colours.ts'
import { stalk } from '../leaf.ts'
import { fill } from '../paint.ts'
import { bendingLine, knots, pointOn, shape, sliver, type Knot } from '../path.ts'
import type { Species } from '../species.ts'

/** Poppy pods: pepper pots with fluted lids, bloomed like plums. */
export const poppyPod: Species = {
  role: 'spray',
  dried: true,
  size: 285,
  halfWidth: 120,
  colours: ['straw', 'lilac', 'terracotta', 'white'],
  stem: '#a08a62',
  draw({ random, tones, sheet }) {
    const { deep, shade, mid, light, glow } = tones
    const pod = sheet.stamp(`pod-${mid}`, () => {
      const r = random.fork('pod')
      const lid: Knot[] = Array.from({ length: 18 }, (_, i): Knot => {
        const a = (i / 18) * Math.PI * 2
        const d = i % 2 ? 0.8 : 1.06
        return [Math.cos(a) * 27 * d, -74 + Math.sin(a) * 8 * d]
      })
      const ribs = [-22, -11, 1, 13, 23].map((x) => sliver([x * 0.4, -4], [x * 0.55, -66], x * -0.34, 1.8)).join('')
      return (
        fill(deep, blob([0, -1], 9, 5, r, 0.05, 6)) +
        fill(mid, shape(knots('-11 -66, -27 -50, -34 -32, -26 -11, -8 -1, 9 -1, 26 -10, 33 -31, 27 -50, 11 -66'))) +
        fill(shade, shape(knots('6 -66, 27 -50, 33 -31, 26 -10, 9 -1, 2 -2, 16 -16, 20 -36'))) +
        fill(light, sliver([-25, -24], [-12, -60], -7, 6)) +
        fill(glow, sliver([-23, -34], [-17, -50], -3, 2.6)) +
        fill(deep, ribs) +
        fill(shade, shape(knots('-12 -64!, -13 -72, 13 -72, 12 -64!'))) +
        fill(deep, shape(lid.map(([x, y]): Knot => [x, y + 4]))) +
        fill(light, shape(lid)) +
        fill(
          shade,
          Array.from({ length: 9 }, (_, i) =>
            sliver([0, -75], [Math.cos((i / 9) * 6.28) * 23, -74 + Math.sin((i / 9) * 6.28) * 6.6], 0, 1.1),
          ).join(''),
        ) +
        fill(glow, sliver([-24, -76], [-6, -81], -2, 1.4))
      )
    })
    const stems: [turn: number, length: number, bend: number, size: number][] = [
      [-0.3, 166, -0.2, 0.78],
      [0.34, 178, 0.24, 0.86],
      [-0.02, 222, 0.06, 1],
    ]
    return stems
      .map(([turn, length, bend, size]) => {
        const spine = bendingLine([0, 0], turn, length, bend, 5)
        const { at, heading } = pointOn(spine, 1)
        return (
          stalk(spine, 4, 3.4, colours.straw.shade) +
          sheet.use(pod, { at, turn: heading, scale: size, flip: random.chance(0.5) })
        )
      })
      .join('')
  },
}
