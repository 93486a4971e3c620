import { blob } from '../bloom.ts'
import { onGlobe } from '../globe.ts'
import { fill } from '../paint.ts'
import { shape, sliver } from '../path.ts'
import type { Species } from '../species.ts'
import { calyx } from './calyx.ts'

/** Rows of the globe from its pole outwards: how far from the pole, how many petals, how large. */
const rows = [
  [0.16, 4, 0.5],
  [0.42, 8, 0.66],
  [0.7, 12, 0.78],
  [0.98, 15, 0.86],
  [1.26, 17, 0.9],
  [1.56, 18, 0.88],
  [1.9, 18, 0.84],
] as const

/** Chrysanthemum, the incurved kind: a globe of spoons that all bend up and close over the heart. */
export const chrysanthemum: Species = {
  role: 'bloom',
  size: 60,
  plateView: 'turned',
  colours: ['white', 'yellow', 'lime', 'mauve', 'rust', 'pink', 'burgundy', 'butter', 'lilac', 'orange'],
  leaf: 'feather',
  draw({ random, tones, view, sheet }) {
    const tilt = { front: 0.3, turned: 0.74, side: 1.18, bud: 1.1 }[view]
    const radius = view === 'bud' ? 58 : 84
    const { deep, shade, mid, light, glow } = tones
    const spoon = (n: number, body: string, hollow: string, rim: string): string =>
      sheet.stamp(`chrysanthemum-${mid}-${n}`, () => {
        const r = random.fork(`spoon${n}`)
        const j = (): number => r.jitter(2)
        return (
          fill(hollow, sliver([-19, -30], [19, -34], -20, 5)) +
          fill(
            body,
            shape([
              [0, -48 + j()],
              [16, -38],
              [19 + j(), -6],
              [13, 34],
              [0, 46],
              [-13, 34],
              [-19 + j(), -6],
              [-16, -38],
            ]),
          ) +
          fill(hollow, sliver([3, -26], [2, 40], 4, 5) + sliver([-8, -16], [-6, 34], -2, 2)) +
          fill(rim, sliver([-17, -26], [15, -38], -15, 5))
        )
      })
    const kinds = [spoon(0, shade, deep, mid), spoon(1, mid, shade, light), spoon(2, light, mid, glow)]
    let svg = fill(shade, blob([0, 0], radius * 0.96, radius * 0.94, random, 0.03, 11))
    rows.forEach(([fromPole, count, size], row) => {
      const start = random.next() * 6
      const petals = Array.from({ length: count }, (_, i) =>
        onGlobe(tilt, fromPole, start + ((i + random.jitter(0.16)) / count) * Math.PI * 2),
      )
      for (const { at, near, toPole } of petals.toSorted((a, b) => a.near - b.near)) {
        if (near < -0.12) continue
        const lit = -at[0] * 0.42 - at[1] * 0.62 + near * 0.2 + random.jitter(0.42) - (row > 4 ? 0.55 : 0)
        // Outer petals are seen on their backs and stand a little off the globe.
        const off = radius * (row > 4 ? 1.03 : 0.98)
        svg += sheet.use(kinds[lit > 0.42 ? 2 : lit > -0.34 ? 1 : 0] as string, {
          at: [at[0] * off, at[1] * off],
          turn: toPole,
          scale: (radius / 100) * size * (0.74 + 0.26 * Math.max(0, near)),
        })
      }
    })
    return (view === 'side' || view === 'bud' ? calyx(random, radius - 6, 34) : '') + svg
  },
}
