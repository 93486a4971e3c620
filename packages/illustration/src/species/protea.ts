import { blob, paintRings, receptacle, type Ring } from '../bloom.ts'
import { colours } from '../colours.ts'
import { fill } from '../paint.ts'
import { sliver, type Point } from '../path.ts'
import { profiles, type View } from '../petal.ts'
import type { Species } from '../species.ts'

/** King protea: ranks of stiff, pointed bracts round a silky dome. */
export const protea: Species = {
  role: 'focal',
  size: 100,
  plateView: 'front',
  colours: ['pink', 'blush', 'coral', 'white', 'burgundy'],
  leaf: 'broad',
  draw({ random, tones, view }) {
    const eye: View = { tilt: view === 'front' ? 0.62 : view === 'bud' ? 1.4 : 0.98, spin: random.next() }
    const { deep, shade, mid, light, glow } = tones
    const shy = view === 'bud' ? 22 : 0
    const bract = { profile: profiles.pointed, cup: 0.35, wobble: 0.03 }
    const rings: Ring[] = [
      {
        count: 10,
        vary: 0.06,
        form: { ...bract, length: 96, width: 32, lift: 36 + shy, curl: 6 + shy, base: 16, height: -26 },
        coat: { fill: mid, back: shade, vein: [shade, 2] },
      },
      {
        count: 11,
        start: 16,
        vary: 0.06,
        form: { ...bract, length: 92, width: 30, lift: 52 + shy, curl: 28 + shy, base: 18, height: -18 },
        coat: { fill: light, back: mid, vein: [glow, 2.4] },
      },
      {
        count: 10,
        start: 4,
        vary: 0.07,
        form: { ...bract, length: 78, width: 26, lift: 64 + shy, curl: 50 + shy, base: 22, height: -10 },
        coat: { fill: mid, back: mid, shadow: [deep, 0.5], lip: [glow, 0.1] },
      },
    ]
    const y = -22 * Math.sin(eye.tilt)
    const silk = { shade: '', light: '' }
    for (let i = 0; i < 46; i++) {
      const a = (i / 46) * Math.PI * 2 + random.jitter(0.1)
      const r = 42 * random.between(0.8, 1.04)
      const p: Point = [Math.cos(a) * r, y + Math.sin(a) * r * 0.72 + 4]
      silk[i % 2 ? 'shade' : 'light'] += sliver(p, [p[0] * 0.12, y - 30 + random.jitter(4)], Math.cos(a) * -5, 2.2)
    }
    const dome =
      fill(colours.cream.shade, blob([0, y], 44, 35, random, 0.03, 10)) +
      fill(colours.blush.shade, silk.shade) +
      fill(colours.cream.glow, silk.light) +
      fill(shade, blob([0, y - 29], 9, 7, random, 0.1, 6))
    const cup = { depth: 3, svg: fill(deep, blob([0, y * 0.2], 46, 34 * Math.cos(eye.tilt) + 12, random, 0.04, 9)) }
    return paintRings(eye, rings, random, receptacle(eye, deep, random), cup, {
      depth: 26 * Math.cos(eye.tilt),
      svg: dome,
    })
  },
}
