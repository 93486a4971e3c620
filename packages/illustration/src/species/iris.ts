import { colours, greens } from '../colours.ts'
import { fill } from '../paint.ts'
import { knots, shape, sliver } from '../path.ts'
import { paintRings, type Ring } from '../bloom.ts'
import { profiles, type View } from '../petal.ts'
import type { Brief, Species } from '../species.ts'
import { calyx } from './calyx.ts'

/** Iris, seen from the side as it should be: three standards up, three falls down, a yellow signal on each fall. */
export const iris: Species = {
  role: 'bloom',
  size: 66,
  plateView: 'front',
  colours: ['purple', 'blue', 'lavender', 'white', 'yellow'],
  leaf: 'strap',
  draw({ random, tones, view }) {
    if (view === 'bud') return drawBud(tones)
    return view === 'front' ? drawFront({ random, tones }) : drawTurned({ random, tones, view })
  },
}

/** Seen off its axis: the same three standards and three falls, bent in space. */
function drawTurned({ random, tones, view }: Pick<Brief, 'random' | 'tones' | 'view'>): string {
  const { deep, shade, mid, light, glow } = tones
  const eye: View = view === 'side' ? { tilt: 1.38, spin: 0.32 } : { tilt: 1.02, spin: -0.34 }
  const haft = [
    [0, 0.32],
    [0.34, 0.5],
    [0.7, 1],
    [0.9, 0.72],
    [1, 0],
  ] as const
  const rings: Ring[] = [
    {
      count: 3,
      start: 30,
      scatter: 4,
      form: {
        length: 118,
        width: 74,
        profile: haft,
        lift: 46,
        curl: -82,
        cup: 0.16,
        base: 5,
        height: -2,
        wobble: 0.035,
      },
      coat: {
        fill: mid,
        back: shade,
        streaks: [deep, 3, 0.46, 0.9, 1.8],
        lip: [light, 0.05],
        vein: [colours.yellow.light, 5],
      },
    },
    {
      count: 3,
      start: 90,
      scatter: 6,
      form: {
        length: 118,
        width: 84,
        profile: profiles.oval,
        lift: 64,
        curl: 112,
        cup: 0.3,
        base: 4,
        height: 6,
        wobble: 0.035,
      },
      coat: { fill: shade, back: light, streaks: [mid, 3, 0.15, 0.85, 2], lip: [glow, 0.05] },
    },
  ]
  return (
    (view === 'side' ? calyx(random, 34, 22) : '') +
    `<g transform="translate(0 26)scale(1.12)">${paintRings(eye, rings, random)}</g>`
  )
}

function drawBud({ shade, mid }: Brief['tones']): string {
  return (
    fill(shade, shape(knots('0 70!, -16 30, -16 -40, 0 -92!, 16 -40, 14 34'))) +
    fill(mid, shape(knots('4 60, -4 -10, 0 -92!, 16 -40, 14 34'))) +
    fill(greens.fresh.mid, shape(knots('0 84!, -18 50, -19 0, -6 -22!, 2 30'))) +
    fill(greens.fresh.light, shape(knots('0 84!, 16 50, 18 14, 8 -8!, -2 30')))
  )
}

/** The view of a coat of arms. */
function drawFront({ random, tones }: Pick<Brief, 'random' | 'tones'>): string {
  const { deep, shade, mid, light, glow } = tones
  const j = (): number => random.jitter(6)
  return (
    fill(
      shade,
      shape([
        [0, 14, true],
        [-40, -20],
        [-54 + j(), -66],
        [-26 + j(), -104],
        [2, -84],
        [8, -30],
      ]),
    ) +
    fill(
      shade,
      shape([
        [0, 14, true],
        [38, -22],
        [56 + j(), -62],
        [32 + j(), -106],
        [0, -86],
        [-8, -30],
      ]),
    ) +
    fall(-1, 54 + j(), { random, tones }) +
    fall(1, 48 + j(), { random, tones }) +
    fill(
      light,
      shape([
        [0, 16, true],
        [-30, -22],
        [-36 + j(), -64],
        [-10, -100 + j()],
        [20, -96],
        [36 + j(), -58],
        [26, -18],
      ]),
    ) +
    fill(
      mid,
      sliver([0, 4], [-4, -84], 8, 2.4) + sliver([8, 4], [18, -72], -7, 2) + sliver([-8, 0], [-22, -60], 6, 2),
    ) +
    fill(glow, sliver([-34, -50], [6, -98], -14, 4)) +
    fill(
      mid,
      shape([
        [0, 6, true],
        [-26, 20],
        [-36 + j(), 58],
        [-18, 92 + j()],
        [8, 96],
        [34 + j(), 66],
        [26, 22],
      ]),
    ) +
    fill(light, sliver([-30, 46], [2, 92], 10, 5)) +
    fill(colours.yellow.light, sliver([0, 10], [1, 56], 0, 8)) +
    fill(colours.yellow.shade, sliver([-2, 16], [0, 46], 0, 1.6)) +
    fill(
      deep,
      sliver([-10, 42], [-14, 76], 3, 1.6) + sliver([12, 42], [16, 76], -3, 1.6) + sliver([2, 58], [2, 84], 0, 1.6),
    )
  )
}

function fall(side: number, drop: number, { random, tones }: Pick<Brief, 'random' | 'tones'>): string {
  const { deep, shade, mid, light } = tones
  const j = (): number => random.jitter(6)
  return (
    fill(
      side < 0 ? mid : shade,
      shape([
        [0, 14, true],
        [side * 34, -8],
        [side * 78 + j(), 8],
        [side * 98 + j(), drop - 14],
        [side * 78 + j(), drop + 22],
        [side * 56, drop + 2],
        [side * 26, 36],
      ]),
    ) +
    fill(light, sliver([side * 34, 0], [side * 92, drop - 8], side * -14, 4)) +
    fill(
      deep,
      sliver([side * 30, 12], [side * 78, drop + 6], side * -14, 2) +
        sliver([side * 34, 20], [side * 66, drop - 4], side * -12, 1.6),
    ) +
    fill(colours.yellow.light, sliver([side * 18, 10], [side * 58, 20], side * -10, 6)) +
    fill(colours.yellow.shade, sliver([side * 24, 10], [side * 50, 15], side * -8, 1.4))
  )
}
