import { blob, paintRings, type Ring } from '../bloom.ts'
import { dots, fill } from '../paint.ts'
import { type Point } from '../path.ts'
import { profiles, type View } from '../petal.ts'
import { tiltOf, type Species } from '../species.ts'
import { calyx } from './calyx.ts'

/** Scabiosa: a pincushion with a skirt of frills. */
export const scabiosa: Species = {
  role: 'accent',
  sideBuds: true,
  size: 46,
  plateView: 'front',
  colours: ['lilac', 'white', 'burgundy', 'lavender', 'pink', 'blue'],
  leaf: 'feather',
  draw({ random, tones, view }) {
    const eye: View = { tilt: tiltOf(view, random) * 0.92, spin: random.next() }
    const { deep, shade, mid, light, glow } = tones
    const shy = view === 'bud' ? 34 : 0
    const form = { profile: profiles.broad, cup: 0.3, edge: 'ruffled', wobble: 0.07 } as const
    const rings: Ring[] = [
      {
        count: 8,
        scatter: 9,
        vary: 0.1,
        form: { ...form, length: 68, width: 50, lift: 12 + shy, curl: -12 + shy, base: 30, height: -10 },
        coat: { fill: mid, back: shade, streaks: [shade, 3, 0.1, 0.8, 1.8], lip: [light, 0.07] },
      },
      {
        count: 7,
        start: 22,
        scatter: 9,
        vary: 0.12,
        form: { ...form, length: 42, width: 38, lift: 30 + shy, curl: 4 + shy, base: 30, height: 0 },
        coat: { fill: light, back: mid, streaks: [mid, 3, 0.1, 0.8, 1.6], lip: [glow, 0.1] },
      },
    ]
    const flat = Math.max(0.46, Math.cos(eye.tilt))
    const y = -16 * Math.sin(eye.tilt)
    const golden = (from: number, to: number, radius: number): Point[] =>
      Array.from({ length: to - from }, (_, k): Point => {
        const [i, r] = [k + from, Math.sqrt((k + from + 0.5) / to) * radius]
        return [Math.cos(i * 2.39996) * r, y + Math.sin(i * 2.39996) * r * flat]
      })
    const cushion =
      fill(shade, blob([0, y + 4], 37, 37 * flat + 3, random, 0.05, 10)) +
      dots(mid, 4.6, golden(6, 30, 34)) +
      dots(light, 3.2, golden(0, 24, 27)) +
      dots(glow, 1.8, golden(0, 34, 37)) +
      dots(deep, 1.3, golden(3, 17, 24))
    return (
      (view === 'side' || view === 'bud' ? calyx(random, 22, 30) : '') +
      paintRings(eye, rings, random, { depth: 20, svg: cushion })
    )
  },
}
