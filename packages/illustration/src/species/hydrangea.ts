import { blob } from '../bloom.ts'
import { greens } from '../colours.ts'
import { spreadOverGlobe } from '../globe.ts'
import { leaf } from '../leaf.ts'
import { fill, line } from '../paint.ts'
import { dot, shape, sliver, trace, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import type { Brief, Species, ViewName } from '../species.ts'

/** Hydrangea: a mop of four-petalled florets, dark where they turn away, on a fan of pale stalks. */
export const hydrangea: Species = {
  role: 'focal',
  size: 96,
  colours: ['blue', 'white', 'pink', 'lilac', 'lime', 'mauve', 'lavender', 'burgundy'],
  leaf: 'broad',
  draw(brief) {
    const { random, tones, view, sheet } = brief
    const { deep, shade, mid, light, glow } = tones
    const floret = (n: string, petal: string, lit: string, eye: string): string =>
      sheet.stamp(`hydrangea-${mid}-${n}`, () => drawFloret(random.fork(`floret${n}`), petal, lit, eye))
    const kinds = [floret('0', shade, mid, deep), floret('1', mid, light, deep), floret('2', light, glow, shade)]
    const green = floret('3', greens.fresh.light, greens.fresh.glow, greens.fresh.shade)
    const { tilt, rx, ry, reach, count } = mops[view]
    let svg =
      underside(brief) +
      fill(
        view === 'bud' ? shade : deep,
        blob([0, view === 'side' ? -26 : 0], rx * 0.86, ry * (view === 'side' ? 0.62 : 0.86), random, 0.05, 11),
      )
    for (const { at, near, fromPole } of spreadOverGlobe(tilt, count, reach).toSorted((a, b) => a.near - b.near)) {
      if (near < -0.22) continue
      const [x, y] = [at[0] * rx + random.jitter(5), at[1] * ry + random.jitter(5)]
      const lit = -at[0] * 0.5 - at[1] * 0.8 + near * 0.5 + random.jitter(0.4)
      const young = view === 'bud' && fromPole < 1 + random.jitter(0.5)
      svg += sheet.use(young ? green : (kinds[near < 0.12 ? 0 : lit > 0.62 ? 2 : lit > -0.12 ? 1 : 0] as string), {
        at: [x, view === 'side' ? Math.min(y, 26) - 10 : y],
        turn: random.between(0, 1.6),
        scale: (0.76 + 0.26 * Math.max(0, near)) * random.between(0.86, 1.1) * (young ? 0.62 : 1),
      })
    }
    return svg
  },
}

/** From the side the mop is a dome; a young one is small, and green at its crown. */
const mops: Record<ViewName, { tilt: number; rx: number; ry: number; reach: number; count: number }> = {
  front: { tilt: 0.2, rx: 88, ry: 84, reach: 1.75, count: 46 },
  turned: { tilt: 0.85, rx: 90, ry: 78, reach: 1.9, count: 56 },
  side: { tilt: 1.35, rx: 94, ry: 74, reach: 1.75, count: 58 },
  bud: { tilt: 1, rx: 58, ry: 52, reach: 1.9, count: 46 },
}

/** What a head that looks away shows below: its fan of stalks and the leaves under it. */
function underside({ random, view }: Brief): string {
  if (view === 'front') return ''
  const foot: Point = [0, view === 'bud' ? 74 : 92]
  const stalks = [-52, -30, -8, 16, 38, 56]
    .map((x) => trace([foot, [x * 0.6, foot[1] - 26], [x * (view === 'bud' ? 0.7 : 1.1), 20]]))
    .join('')
  const under = [-1.25, 1.3]
    .map((turn) => leaf([0, foot[1] - 12], turn, view === 'side' ? 92 : 70, 'broad', greens.leaf, random))
    .join('')
  return view === 'turned' ? '' : under + line(greens.fresh.mid, 4, stalks)
}

function drawFloret(random: Random, petal: string, lit: string, eye: string): string {
  let petals = ''
  let lights = ''
  for (let i = 0; i < 4; i++) {
    const a = (i * Math.PI) / 2 + random.jitter(0.15)
    const at = (r: number, off: number): Point => [Math.sin(a + off) * r, -Math.cos(a + off) * r]
    petals += shape([
      [0, 0, true],
      at(14, -0.7),
      at(25, -0.45),
      at(27 + random.jitter(2), 0),
      at(25, 0.45),
      at(14, 0.7),
    ])
    lights += sliver(at(6, -0.2), at(23, -0.3), 2, 2.4)
  }
  return fill(petal, petals) + fill(lit, lights) + fill(eye, dot([0, 0], 3))
}
