import { blob, paintRings, stamens, type Ring } from '../bloom.ts'
import { colours, greens } from '../colours.ts'
import { dots, fill } from '../paint.ts'
import { type Point } from '../path.ts'
import { bendPetal, profiles, type View } from '../petal.ts'
import { tiltOf, type Species } from '../species.ts'

/** Hellebore: five broad sepals, freckled towards a crown of cream stamens. It hangs its head. */
export const hellebore: Species = {
  role: 'accent',
  sideBuds: true,
  size: 50,
  plateView: 'front',
  colours: ['white', 'mauve', 'burgundy', 'blush', 'lime'],
  leaf: 'lance',
  draw({ random, tones, view }) {
    const eye: View = { tilt: tiltOf(view, random) * 0.88, spin: random.next() * 6 }
    const shut = view === 'bud' ? 50 : view === 'side' ? 16 : 0
    const { deep, shade, mid, light, glow } = tones
    const broad = [
      [0, 0.3],
      [0.42, 1],
      [0.78, 0.8],
      [1, 0],
    ] as const
    const form = { profile: broad, cup: 0.3, base: 6, wobble: 0.025 }
    const sepal = (nth: number): Ring => ({
      count: 1,
      start: nth * 72 + 14,
      form: {
        ...form,
        length: 92,
        width: 92,
        lift: (nth % 2 ? 28 : 21) + shut,
        curl: 6 + shut,
        height: nth % 2 ? 0 : -6,
      },
      coat:
        nth % 2
          ? { fill: light, back: mid, shadow: [mid, 0.5], streaks: [mid, 4, 0.2, 0.92, 2], lip: [glow, 0.06] }
          : { fill: mid, back: shade, shadow: [shade, 0.55], streaks: [light, 3, 0.4, 0.94, 2.4], vein: [shade, 1.8] },
    })
    const rings = [0, 1, 2, 3, 4].map(sepal)
    const flat = Math.max(0.42, Math.cos(eye.tilt))
    const at: Point = [0, -12 * Math.sin(eye.tilt)]
    if (view === 'bud') return paintRings(eye, rings, random)
    const freckle = tones === colours.burgundy ? tones.glow : tones === colours.mauve ? deep : colours.burgundy.light
    const freckles = Array.from({ length: 5 }, (_, i) => {
      const petal = bendPetal(
        eye,
        i * 72 + 14,
        { ...form, profile: profiles.oval, length: 90, width: 60, lift: 26, curl: 8 },
        random,
      )
      return [0.38, 0.46, 0.52, 0.6, 0.68].flatMap((s, k) => [
        petal.at(s, (k % 2 ? 0.42 : -0.36) + random.jitter(0.2)),
        petal.at(s, random.jitter(0.14)),
      ])
    }).flat()
    const nectaries = Array.from({ length: 11 }, (_, i): Point => [
      at[0] + Math.cos(i * 0.571) * 23,
      at[1] + Math.sin(i * 0.571) * 23 * flat,
    ])
    const eyeSvg =
      (view === 'front' || view === 'turned' ? dots(freckle, 1.7, freckles) : '') +
      dots(greens.fresh.mid, 5, nectaries) +
      stamens(at, 22, 5, 21, flat, { thread: colours.butter.light, anther: colours.cream.glow, size: 2.8 }, random) +
      fill(greens.fresh.light, blob(at, 8, 7 * flat, random, 0.12, 6))
    return paintRings(eye, rings, random, { depth: 40, svg: eyeSvg })
  },
}
