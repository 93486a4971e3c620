import { blob, paintRings, type Ring } from '../bloom.ts'
import { greens } from '../colours.ts'
import { dots, fill } from '../paint.ts'
import type { Point } from '../path.ts'
import { profiles, type View } from '../petal.ts'
import { tiltOf, type Species } from '../species.ts'

/** Flannel flower: ten grey-white bracts with green tips, a pincushion in the middle. */
export const flannelFlower: Species = {
  role: 'accent',
  size: 44,
  plateView: 'front',
  colours: ['white', 'cream', 'blush'],
  leaf: 'feather',
  draw({ random, tones, view }) {
    const eye: View = { tilt: tiltOf(view, random) * 0.9, spin: random.next() }
    const shy = view === 'bud' ? 44 : 0
    const { shade, mid, light, glow } = tones
    const form = { profile: profiles.pointed, cup: 0.2, base: 16, wobble: 0.03 }
    const rings: Ring[] = [
      {
        count: 6,
        form: { ...form, length: 82, width: 34, lift: 8 + shy, curl: -10 + shy, height: -6 },
        coat: { fill: mid, back: shade, vein: [shade, 1.5] },
      },
      {
        count: 6,
        start: 30,
        form: { ...form, length: 80, width: 34, lift: 16 + shy, curl: 0 + shy, height: -2 },
        coat: { fill: light, back: mid, streaks: [glow, 1, 0.2, 0.7, 3], vein: [mid, 1.5] },
      },
    ]
    const flat = Math.max(0.5, Math.cos(eye.tilt))
    const y = -8 * Math.sin(eye.tilt)
    const pins = Array.from({ length: 26 }, (_, i): Point => [
      Math.cos(i * 2.4) * Math.sqrt(i / 26) * 24,
      y + Math.sin(i * 2.4) * Math.sqrt(i / 26) * 24 * flat,
    ])
    // The green is a breath of felt that runs down the middle of the bract, strongest at its point.
    const tipped = rings.map((r): Ring => ({
      ...r,
      coat: {
        ...r.coat,
        lip: [greens.sage.glow, 0.16],
        streaks: [greens.sage.glow, 2, 0.58, 0.97, 4],
        tip: [greens.sage.light, 0.8, 0.34],
      },
    }))
    return paintRings(eye, tipped, random, {
      depth: 14,
      svg: fill(greens.sage.mid, blob([0, y], 26, 26 * flat, random, 0.05, 9)) + dots(greens.sage.glow, 2.6, pins),
    })
  },
}
