import { blob, paintRings, type Ring } from '../bloom.ts'
import { colours } from '../colours.ts'
import { dots, fill } from '../paint.ts'
import { type Point } from '../path.ts'
import { profiles, type View } from '../petal.ts'
import { tiltOf, type Species } from '../species.ts'
import { calyx } from './calyx.ts'

/** Zinnia: stiff blunt petals in shingled ranks, and a ring of yellow stars round the eye. */
export const zinnia: Species = {
  role: 'bloom',
  size: 56,
  plateView: 'front',
  colours: ['coral', 'magenta', 'orange', 'pink', 'red', 'yellow', 'white', 'lime'],
  leaf: 'broad',
  draw({ random, tones, view }) {
    const eye: View = { tilt: view === 'bud' ? 1.12 : tiltOf(view, random) * 0.88, spin: random.next() }
    const { deep, shade, mid, light, glow } = tones
    const shy = view === 'bud' ? 20 : 0
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
      scatter: 4,
      vary: 0.06,
      coat,
      form: {
        length,
        width,
        profile: profiles.blade,
        lift,
        curl: lift - 16,
        cup: 0.3,
        base: 14,
        height,
        wobble: 0.035,
      },
    })
    const rings: Ring[] = [
      rank(11, 0, 82, 40, 6 + shy, -16, { fill: mid, back: shade, vein: [shade, 1.8] }),
      rank(10, 16, 70, 37, 17 + shy, -9, { fill: light, back: mid, shadow: [mid, 0.62] }),
      rank(8, 2, 56, 33, 30 + shy, -2, { fill: mid, back: mid, shadow: [shade, 0.66] }),
      rank(7, 24, 42, 28, 44 + shy, 4, { fill: light, back: light, shadow: [shade, 0.7], lip: [glow, 0.1] }),
    ]
    const y = -22 * Math.sin(eye.tilt)
    const flat = Math.max(0.44, Math.cos(eye.tilt))
    const circle = (count: number, radius: number): Point[] =>
      Array.from({ length: count }, (_, i): Point => {
        const a = ((i + random.jitter(0.2)) / count) * Math.PI * 2
        return [Math.cos(a) * radius, y + Math.sin(a) * radius * flat]
      })
    const stars = circle(9, 20)
    const heart =
      fill(deep, blob([0, y], 25, 25 * flat, random, 0.05, 8)) +
      fill(shade, blob([-1, y - 1], 14, 14 * flat, random, 0.06, 7)) +
      dots(tones === colours.yellow ? colours.orange.mid : colours.yellow.mid, 5.2, stars) +
      dots(colours.butter.glow, 2, stars) +
      dots(light, 1.8, circle(5, 7))
    return (
      (view === 'side' || view === 'bud' ? calyx(random, 24, 30) : '') +
      paintRings(eye, rings, random, { depth: 40 * Math.cos(eye.tilt), svg: heart })
    )
  },
}
