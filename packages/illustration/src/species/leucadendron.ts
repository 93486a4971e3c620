import { blob, paintRings, receptacle, type Ring } from '../bloom.ts'
import { colours, greens } from '../colours.ts'
import { fill } from '../paint.ts'
import { sliver } from '../path.ts'
import { profiles, type View } from '../petal.ts'
import type { Species } from '../species.ts'

/** Leucadendron: leaves that colour towards the tip and close round a small cone. */
export const leucadendron: Species = {
  role: 'bloom',
  size: 62,
  colours: ['red', 'burgundy', 'yellow', 'lime'],
  leaf: 'lance',
  draw({ random, tones, view }) {
    const eye: View = { tilt: view === 'front' ? 0.7 : view === 'turned' ? 0.98 : 1.24, spin: random.next() }
    const shut = view === 'bud' ? 18 : 0
    const { shade, mid, light, glow } = tones
    const green = tones === colours.lime ? greens.fresh : greens.olive
    const form = { profile: profiles.pointed, cup: 0.4, wobble: 0.025 }
    const rings: Ring[] = [
      {
        count: 9,
        vary: 0.08,
        form: { ...form, length: 104, width: 38, lift: 34 + shut, curl: 20 + shut, base: 8, height: -34 },
        coat: { fill: mid, back: shade, shadow: [green.mid, 0.66], vein: [green.light, 2] },
      },
      {
        count: 8,
        start: 24,
        vary: 0.07,
        form: { ...form, length: 100, width: 40, lift: 50 + shut, curl: 42 + shut, base: 9, height: -22 },
        coat: { fill: mid, back: shade, shadow: [green.light, 0.36], vein: [light, 2.2] },
      },
      {
        count: 6,
        start: 6,
        vary: 0.06,
        form: { ...form, length: 90, width: 38, lift: 66 + shut / 2, curl: 68 + shut, base: 9, height: -12 },
        coat: { fill: light, back: mid, shadow: [shade, 0.34], vein: [glow, 2], lip: [glow, 0.06] },
      },
    ]
    const y = -30 * Math.sin(eye.tilt)
    const cone =
      fill(greens.fresh.shade, blob([0, y], 19, 23, random, 0.05, 8)) +
      fill(
        greens.fresh.glow,
        [-10, -2, 6]
          .map((x) => sliver([x, y + 14], [x + 7, y - 16], -6, 2.4) + sliver([x + 6, y + 14], [x - 3, y - 14], 6, 1.6))
          .join(''),
      )
    return paintRings(eye, rings, random, receptacle(eye, green.shade, random), {
      depth: 22 * Math.cos(eye.tilt),
      svg: cone,
    })
  },
}
