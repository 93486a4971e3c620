import { blob } from '../bloom.ts'
import { colours, greens, type Tones } from '../colours.ts'
import { leaf, stalk } from '../leaf.ts'
import { fill } from '../paint.ts'
import { bendingLine, knots, pointOn, shape, sliver, towards } from '../path.ts'
import type { Random } from '../random.ts'
import type { Species } from '../species.ts'

/** Freesia: a comb of trumpets along an arched neck, open ones first, green buds at the tip. */
export const freesia: Species = {
  role: 'spray',
  size: 285,
  halfWidth: 176,
  colours: ['yellow', 'white', 'pink', 'lilac', 'red', 'orange', 'purple'],
  stem: '#527b2e',
  draw({ random, tones, sheet }) {
    const trumpet = sheet.stamp(`freesia-${tones.mid}`, () => drawTrumpet(random.fork('trumpet'), tones))
    const stems: [turn: number, length: number, side: number][] = [
      [-0.34, 196, -1],
      [0.1, 236, 1],
    ]
    return (
      leaf([0, 0], -0.2, 150, 'willow', greens.fresh, random) +
      leaf([4, 0], 0.42, 140, 'willow', greens.leaf, random) +
      stems
        .map(([turn, length, side]) => {
          const neck = bendingLine([0, 0], turn, length, side * 0.15, 6)
          const tip = neck.at(-1) as (typeof neck)[number]
          // The neck bends sharply at the first flower, and the comb stands on its back.
          const comb = bendingLine(tip, turn + side * 0.42, 142, side * 0.72, 8)
          let svg = stalk(neck, 4, 3, greens.fresh.shade) + stalk(comb, 3, 1.6, greens.fresh.mid)
          for (let i = 8; i >= 0; i--) {
            const { at, heading } = pointOn(comb, i * 0.12 + 0.03)
            const up = heading - side * (1.35 - i * 0.05)
            if (i < 4)
              svg += sheet.use(trumpet, {
                at,
                turn: up + (i % 2 ? 0.34 : -0.12) * side,
                scale: 1.06 - i * 0.14,
                flip: side < 0,
              })
            else svg += drawBud(random, at, up, 36 - (i - 4) * 5.4, i > 5 ? greens.fresh : tones)
          }
          return svg
        })
        .join('')
    )
  },
}

function drawBud(random: Random, at: readonly [number, number], heading: number, length: number, tones: Tones): string {
  const tip = towards(at, heading, length)
  return (
    fill(
      tones.mid,
      blob(towards(at, heading, length * 0.58), length * 0.22, length * 0.34, random, 0.04, 7) +
        sliver(at, tip, 0, length * 0.2),
    ) +
    fill(tones.light, sliver(towards(at, heading, length * 0.35), tip, 2, 2)) +
    fill(greens.fresh.shade, sliver(at, towards(at, heading, length * 0.4), 0, 4))
  )
}

/** A tube that flares into six rounded petals; the throat glows. */
function drawTrumpet(random: Random, { shade, mid, light, glow }: Tones): string {
  const j = (): number => random.jitter(2.4)
  const throat = mid === colours.white.mid || mid === colours.yellow.mid ? colours.yellow : colours.butter
  return (
    fill(greens.fresh.mid, shape(knots('-4 2, -5 -14, 0 -18!, 5 -14, 4 2'))) +
    fill(
      shade,
      shape([
        [-26 + j(), -64, true],
        [-14, -82],
        [0, -86 + j()],
        [16, -82],
        [27 + j(), -62, true],
        [0, -48],
      ]),
    ) +
    fill(
      mid,
      shape([
        [-4, -8, true],
        [-14, -40],
        [-34 + j(), -58],
        [-36, -76 + j()],
        [-20, -78],
        [-6, -58],
        [6, -58],
        [20, -79],
        [36, -74 + j()],
        [33 + j(), -57],
        [13, -40],
        [4, -8, true],
      ]),
    ) +
    fill(
      light,
      shape([
        [-3, -10, true],
        [-12, -42],
        [-16 + j(), -62],
        [0, -72 + j()],
        [16 + j(), -61],
        [11, -42],
        [3, -10, true],
      ]),
    ) +
    fill(glow, sliver([-15, -60], [13, -64], -10, 3) + sliver([-34, -60], [-24, -77], -5, 2.4)) +
    fill(throat.light, sliver([0, -24], [0, -56], 0, 4)) +
    fill(mid, sliver([-6, -22], [-9, -54], 2, 1.6) + sliver([6, -22], [9, -54], -2, 1.6))
  )
}
