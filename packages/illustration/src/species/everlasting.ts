import { paintRings, type Ring } from '../bloom.ts'
import { colours } from '../colours.ts'
import { profiles, type View } from '../petal.ts'
import { tiltOf, type Species } from '../species.ts'
import { calyx } from './calyx.ts'
import { drawDisc } from './disc.ts'

/** Everlasting, the paper daisy: glossy, straw-dry bracts that close over a golden eye in the rain. */
export const everlasting: Species = {
  role: 'accent',
  dried: true,
  sideBuds: true,
  size: 46,
  plateView: 'front',
  colours: ['yellow', 'pink', 'white', 'apricot', 'orange', 'burgundy', 'cream'],
  leaf: 'lance',
  stem: '#9a8a54',
  draw({ random, tones, view }) {
    const eye: View = { tilt: view === 'bud' ? 1.2 : tiltOf(view, random) * 0.88, spin: random.next() }
    const { shade, mid, light, glow } = tones
    const shut = view === 'bud' ? 40 : view === 'side' ? 8 : 0
    const rank = (
      count: number,
      start: number,
      length: number,
      width: number,
      lift: number,
      height: number,
      coat: Ring['coat'],
    ): Ring => ({
      count,
      start,
      scatter: 5,
      vary: 0.08,
      coat,
      form: { length, width, profile: profiles.ray, lift, curl: lift + 12, cup: 0.5, base: 20, height, wobble: 0.03 },
    })
    const rings: Ring[] = [
      rank(12, 0, 74, 38, 10 + shut, -12, { fill: mid, back: shade, vein: [shade, 1.6] }),
      rank(11, 15, 64, 35, 24 + shut, -5, { fill: light, back: mid, lip: [glow, 0.08] }),
      rank(9, 4, 48, 30, 40 + shut, 0, { fill: mid, back: light, shadow: [shade, 0.5], lip: [glow, 0.1] }),
    ]
    const gold =
      tones === colours.yellow
        ? ([colours.orange.deep, colours.orange.shade, colours.orange.light, colours.yellow.light] as const)
        : ([colours.yellow.shade, colours.orange.shade, colours.yellow.light, colours.butter.light] as const)
    return (
      (view === 'side' || view === 'bud' ? calyx(random, 20, 30, { shade: shade, mid, light }) : '') +
      paintRings(eye, rings, random, {
        depth: 26 * Math.cos(eye.tilt),
        svg: drawDisc([0, -10 * Math.sin(eye.tilt)], 27, Math.cos(eye.tilt), random, gold),
      })
    )
  },
}
