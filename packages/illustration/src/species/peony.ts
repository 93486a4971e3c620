import { blob, paintRings, receptacle, stamens, type Ring } from '../bloom.ts'
import { colours, type Tones } from '../colours.ts'
import { fill } from '../paint.ts'
import { profiles, type View } from '../petal.ts'
import { knots, shape, sliver } from '../path.ts'
import { tiltOf, type Brief, type Species } from '../species.ts'
import { calyx } from './calyx.ts'

/** Peony, and garden rose: a bowl of broad guard petals holding a loose heap of ruffled ones. */
export const peony: Species = {
  role: 'focal',
  sideBuds: true,
  size: 88,
  colours: ['pink', 'blush', 'white', 'coral', 'burgundy', 'magenta', 'cream', 'peach', 'apricot'],
  leaf: 'broad',
  draw,
}

function draw({ random, tones, view }: Brief): string {
  if (view === 'bud') return drawBud({ random, tones })
  const eye: View = {
    tilt: view === 'side' ? 1.08 : tiltOf(view, random) + (view === 'turned' ? -0.08 : 0.12),
    spin: random.next() * 6,
  }
  const { shade, mid } = tones
  const rings = petalsOf(tones)
  const y = -40 * Math.sin(eye.tilt)
  if (view !== 'side') {
    // Blown open, it shows its gold: nothing tells a peony from a rose faster.
    const flat = view === 'front' ? 0.86 : 0.62
    const [gx, gy] = view === 'front' ? [0, y * 0.8] : [0, y * 1.16]
    const gold =
      fill(shade, blob([gx, gy + 3], 34, 36 * flat, random, 0.05, 7)) +
      stamens(
        [gx, gy],
        30,
        4,
        25,
        flat,
        { thread: colours.yellow.shade, anther: colours.yellow.mid, size: 3.4 },
        random,
      ) +
      stamens([gx, gy], 18, 2, 14, flat, { thread: colours.yellow.mid, anther: colours.butter.mid, size: 3 }, random)
    const depth = view === 'front' ? 62 * Math.cos(eye.tilt) : 52 * Math.cos(eye.tilt)
    return paintRings(eye, rings.slice(0, 3), random, receptacle(eye, mid, random), { depth, svg: gold })
  }
  const heart = fill(shade, blob([0, y], 42, 38, random, 0.05, 7))
  return (
    calyx(random, 34, 40) +
    paintRings(eye, rings, random, receptacle(eye, mid, random), { depth: 12 * Math.cos(eye.tilt), svg: heart })
  )
}

/** Guard petals, a second bowl, and the ruffles: the last ring only in flowers that stay double. */
function petalsOf(tones: Tones): Ring[] {
  const { shade, mid, light, glow } = tones
  return [
    {
      count: 6,
      vary: 0.1,
      form: {
        length: 96,
        width: 100,
        profile: profiles.broad,
        lift: 44,
        curl: 2,
        cup: 0.3,
        base: 8,
        height: -16,
        edge: 'notched',
        wobble: 0.04,
      },
      coat: { fill: light, back: mid, shadow: [mid, 0.7], streaks: [mid, 3, 0.58, 0.95, 1.8], lip: [glow, 0.06] },
    },
    {
      count: 5,
      start: 28,
      vary: 0.1,
      form: {
        length: 84,
        width: 82,
        profile: profiles.broad,
        lift: 66,
        curl: 34,
        cup: 0.4,
        base: 8,
        height: -4,
        edge: 'notched',
        wobble: 0.05,
      },
      coat: { fill: mid, back: mid, shadow: [shade, 0.72], lip: [light, 0.09] },
    },
    ...rufflesOf(tones),
  ]
}

function rufflesOf({ deep, shade, mid, light, glow }: Tones): Ring[] {
  return [
    {
      count: 6,
      scatter: 22,
      vary: 0.16,
      form: {
        length: 66,
        width: 44,
        profile: profiles.broad,
        lift: 66,
        curl: 58,
        cup: 0.5,
        base: 10,
        height: 8,
        edge: 'ruffled',
        wobble: 0.06,
      },
      coat: { fill: mid, back: light, shadow: [shade, 0.74], lip: [glow, 0.1] },
    },
    {
      count: 5,
      start: 20,
      scatter: 24,
      vary: 0.18,
      form: {
        length: 60,
        width: 36,
        profile: profiles.broad,
        lift: 82,
        curl: 84,
        cup: 0.5,
        base: 4,
        height: 14,
        edge: 'ruffled',
        wobble: 0.07,
      },
      coat: { fill: shade, back: mid, shadow: [deep, 0.7], lip: [light, 0.12] },
    },
  ]
}

function drawBud({ random, tones }: { random: Brief['random']; tones: Brief['tones'] }): string {
  const { shade, mid, light, glow } = tones
  return (
    fill(mid, blob([0, 0], 50, 52, random, 0.04, 8)) +
    fill(shade, shape(knots('-46 -16, -20 -44, 4 -20, -8 30, -30 40'))) +
    fill(light, shape(knots('-20 -44, 14 -54, 46 -22, 48 20, 16 46, 0 0'))) +
    fill(
      glow,
      sliver([-20, -44], [4, -8], -6, 3) + sliver([16, -52], [44, -16], -8, 3) + sliver([46, -10], [30, 36], 4, 2),
    ) +
    calyx(random, 44, 46)
  )
}
