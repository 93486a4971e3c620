import { blob } from '../bloom.ts'
import { greens } from '../colours.ts'
import { alongStem, leaf, stalk } from '../leaf.ts'
import { fill } from '../paint.ts'
import { bendingLine, pointOn, shape, sliver, towards, type Knot } from '../path.ts'
import type { Species } from '../species.ts'

/** Stock: a column of crumpled double rosettes over felted grey leaves. */
export const stock: Species = {
  role: 'spire',
  size: 300,
  halfWidth: 56,
  colours: ['white', 'lilac', 'pink', 'purple', 'apricot', 'cream', 'magenta'],
  stem: '#7f9a85',
  draw({ random, tones, sheet }) {
    const { deep, shade, mid, light, glow } = tones
    const rosette = (n: number, back: string, front: string, heart: string, rim: string): string =>
      sheet.stamp(`stock-${mid}-${n}`, () => {
        const r = random.fork(`rosette${n}`)
        const frill = (radius: number, lobes: number): string =>
          shape(
            Array.from({ length: lobes * 2 }, (_, i): Knot => {
              const a = (i / (lobes * 2)) * Math.PI * 2 + r.jitter(0.1)
              const d = radius * (i % 2 ? 0.78 : 1) * (1 + r.jitter(0.08))
              return [Math.sin(a) * d, -Math.cos(a) * d]
            }),
          )
        return (
          fill(back, frill(32, 7)) +
          fill(front, frill(26, 7)) +
          fill(back, frill(15, 5)) +
          fill(front, frill(11.5, 5)) +
          fill(heart, blob([1, 1], 8, 7, r, 0.14, 6)) +
          fill(rim, sliver([-22, -8], [-2, -24], -6, 2.6) + sliver([-6, -2], [5, -8], -2, 2))
        )
      })
    const kinds = [
      rosette(0, deep, shade, deep, mid),
      rosette(1, shade, mid, shade, light),
      rosette(2, mid, light, shade, glow),
      rosette(3, mid, light, greens.fresh.light, glow),
    ]
    const spine = bendingLine([0, 0], 0, 288, random.jitter(0.2), 8)
    const leaves = alongStem(spine, 6, 0.75, 0.02, 0.28, (at, h) =>
      leaf(at, h, 84, 'lance', greens.sage, random, 'half'),
    )
    let svg = stalk(spine, 8, 3, greens.sage.mid) + leaves
    for (let i = 8; i >= 0; i--) {
      const { at, heading } = pointOn(spine, 0.84 + i * 0.02)
      svg += fill(
        i > 4 ? greens.fresh.light : i > 2 ? greens.fresh.glow : mid,
        blob(towards(at, heading + (i % 2 ? 1.3 : -1.3), 13 - i * 1.2), 10 - i * 0.6, 11 - i * 0.5, random, 0.06, 6),
      )
    }
    for (let row = 0; row < 9; row++) {
      const along = 0.85 - row * 0.064
      const { at, heading } = pointOn(spine, along)
      const size = 0.74 + Math.min(row, 5) * 0.055
      const places = row % 2 ? [1.12, -1.12, 0.05] : [0.66, -0.66]
      for (const across of places) {
        const lit = -across * 0.5 + random.jitter(0.4)
        const tone = across > 0.9 ? 0 : lit > 0.24 ? (random.chance(0.3) ? 3 : 2) : lit > -0.5 ? 1 : 0
        svg += sheet.use(kinds[tone] as string, {
          at: towards(
            towards(at, heading + 1.57, across * 30 * size),
            heading,
            random.jitter(5) - Math.abs(across) * 8,
          ),
          turn: random.between(0, 6),
          scale: size * (1 - Math.abs(across) * 0.1) * random.between(0.92, 1.08),
        })
      }
    }
    return svg
  },
}
