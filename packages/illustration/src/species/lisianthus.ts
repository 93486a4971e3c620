import { blob, paintRings, receptacle, type Ring } from '../bloom.ts'
import { colours, greens } from '../colours.ts'
import { dots, fill } from '../paint.ts'
import { knots, shape, sliver, type Point } from '../path.ts'
import { profiles, type View } from '../petal.ts'
import { tiltOf, type Brief, type Species } from '../species.ts'
import { calyx } from './calyx.ts'

/** Lisianthus: a ruffled goblet, paler towards its throat, where a rose would be darker. */
export const lisianthus: Species = {
  role: 'bloom',
  sideBuds: true,
  size: 58,
  colours: ['white', 'purple', 'pink', 'lilac', 'cream', 'blush', 'apricot', 'lime'],
  leaf: 'broad',
  draw,
}

function draw({ random, tones, view }: Brief): string {
  if (view === 'bud') return drawBud({ random, tones })
  const eye: View = { tilt: view === 'side' ? 1.2 : tiltOf(view, random) + 0.06, spin: random.next() * 6 }
  const { shade, mid, light, glow } = tones
  const form = { profile: profiles.broad, edge: 'ruffled', wobble: 0.045 } as const
  const rings: Ring[] = [
    {
      count: 5,
      vary: 0.08,
      form: { ...form, length: 104, width: 92, lift: 52, curl: -22, cup: 0.2, base: 6, height: -18 },
      coat: { fill: light, back: mid, shadow: [glow, 0.5], streaks: [mid, 4, 0.5, 0.98, 1.8], lip: [shade, 0.05] },
    },
    {
      count: 5,
      start: 38,
      vary: 0.1,
      form: { ...form, length: 92, width: 78, lift: 68, curl: 14, cup: 0.35, base: 6, height: -8 },
      coat: { fill: mid, back: mid, shadow: [light, 0.55], streaks: [shade, 3, 0.55, 0.96, 1.8], lip: [glow, 0.08] },
    },
    {
      count: 4,
      start: 12,
      scatter: 14,
      vary: 0.12,
      form: { ...form, length: 76, width: 60, lift: 80, curl: 52, cup: 0.5, base: 5, height: 0 },
      coat: { fill: shade, back: light, shadow: [light, 0.45], lip: [glow, 0.1] },
    },
  ]
  return (
    (view === 'side' ? calyx(random, 36, 30) : '') +
    paintRings(eye, rings, random, receptacle(eye, mid, random), {
      depth: 70 * Math.cos(eye.tilt) - (view === 'front' ? 0 : 22),
      svg: drawThroat(-34 * Math.sin(eye.tilt), Math.cos(eye.tilt * 0.7), { random, tones }),
    })
  )
}

/** Green deep down, and the yellow anthers that tell it from a rose. */
function drawThroat(y: number, flat: number, { random, tones }: Pick<Brief, 'random' | 'tones'>): string {
  const ring = Array.from({ length: 6 }, (_, i): Point => [
    Math.cos(i * 1.05 + 0.3) * 11 + random.jitter(1.5),
    y + Math.sin(i * 1.05 + 0.3) * 11 * flat,
  ])
  return (
    fill(tones.shade, blob([0, y], 30, 28 * flat, random, 0.06, 7)) +
    fill(greens.fresh.light, blob([0, y + 1], 17, 16 * flat, random, 0.08, 6)) +
    fill(greens.fresh.glow, blob([-1, y - 1], 6, 6 * flat, random, 0.08, 5)) +
    dots(colours.yellow.mid, 3.4, ring)
  )
}

function drawBud({ random, tones }: Pick<Brief, 'random' | 'tones'>): string {
  const { shade, mid, light, glow } = tones
  const twist = [-16, -3, 10].map((x) => sliver([x, 40], [x + 20, -58], -14, 4)).join('')
  return (
    fill(mid, shape(knots('0 56!, -27 22, -27 -26, -8 -76!, 10 -66, 27 -22, 25 24'))) +
    fill(light, shape(knots('0 56!, -27 22, -27 -26, -8 -76!, -2 -30, -10 20'))) +
    fill(shade, twist) +
    fill(glow, sliver([-20, 18], [-12, -60], -8, 3)) +
    fill(greens.sage.mid, sliver([-18, 48], [-36, -18], -8, 5) + sliver([18, 48], [36, -12], 8, 5)) +
    calyx(random, 50, 24, greens.sage)
  )
}
