import { paintRings, type Ring } from '../bloom.ts'
import { colours } from '../colours.ts'
import { type View } from '../petal.ts'
import { tiltOf, type Species } from '../species.ts'
import { calyx } from './calyx.ts'
import { drawDisc } from './disc.ts'

/** Cosmos: eight pleated petals with pinked ends, thin as tissue, round a button of gold. */
export const cosmos: Species = {
  role: 'accent',
  sideBuds: true,
  size: 54,
  plateView: 'front',
  colours: ['pink', 'white', 'magenta', 'burgundy', 'blush'],
  leaf: 'feather',
  draw({ random, tones, view }) {
    const eye: View = { tilt: tiltOf(view, random) * 0.92, spin: random.next() }
    const { shade, mid, light, glow } = tones
    const shy = view === 'bud' ? 56 : 0
    const fan = [
      [0, 0.16],
      [0.45, 0.7],
      [0.85, 1],
      [1, 0],
    ] as const
    const form = { profile: fan, cup: 0.22, base: 12, edge: 'notched', wobble: 0.03 } as const
    const rings: Ring[] = [
      {
        count: 4,
        scatter: 5,
        form: { ...form, length: 86, width: 66, lift: 12 + shy, curl: -6 + shy, height: -6 },
        coat: { fill: mid, back: shade, shadow: [shade, 0.42], streaks: [shade, 5, 0.22, 0.9, 1.5] },
      },
      {
        count: 4,
        start: 45,
        scatter: 6,
        form: { ...form, length: 84, width: 64, lift: 20 + shy, curl: 2 + shy, height: -2 },
        coat: { fill: light, back: mid, shadow: [mid, 0.42], streaks: [mid, 5, 0.22, 0.9, 1.5], lip: [glow, 0.05] },
      },
    ]
    const gold = [colours.yellow.shade, colours.yellow.mid, colours.yellow.deep, colours.butter.light] as const
    return (
      (view === 'side' || view === 'bud' ? calyx(random, 20, 20) : '') +
      paintRings(eye, rings, random, {
        depth: 16,
        svg: view === 'bud' ? '' : drawDisc([0, -5 * Math.sin(eye.tilt)], 20, Math.cos(eye.tilt), random, gold),
      })
    )
  },
}
