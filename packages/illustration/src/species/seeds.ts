import { blob } from '../bloom.ts'
import { colours, greens, type Tones } from '../colours.ts'
import { leaf } from '../leaf.ts'
import { fill, line, place } from '../paint.ts'
import { knots, polygon, shape, sliver, towards, trace, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import { object, tableShadow } from './object-kind.ts'

/** Packets of seed, each with its picture, and some of what is in them. */
export const seeds = object(
  { size: 500, halfWidth: 150 },
  ['yellow', 'coral', 'lilac', 'pink'],
  ({ random, tones }) => {
    const spill = Array.from({ length: 13 }, (_, i): string =>
      fill(
        i % 3 ? '#54381f' : '#8a6a40',
        blob([70 + i * 9 + random.jitter(8), 4 + random.jitter(8)], 4.6, 3, random, 0.1, 5),
      ),
    ).join('')
    const second = tones === colours.lilac ? colours.butter : colours.lilac
    return (
      tableShadow(-120, 130) +
      place(packet(second, colours.white.light, random.fork('far')), { at: [44, -4], turn: 0.16 }) +
      place(packet(tones, colours.cream.glow, random.fork('near')), { at: [-34, 6], turn: -0.07 }) +
      spill
    )
  },
)

/** 156 x 250, its foot at the origin. */
function packet({ deep, shade, mid, light, glow }: Tones, paper: string, random: Random): string {
  const flower = (at: Point, radius: number): string =>
    fill(
      shade,
      Array.from({ length: 8 }, (_, i) => sliver(at, towards(at, i * 0.785 + 0.2, radius), 2, radius * 0.3)).join(''),
    ) +
    fill(
      mid,
      Array.from({ length: 8 }, (_, i) =>
        sliver(at, towards(at, i * 0.785 + 0.6, radius * 0.94), -2, radius * 0.28),
      ).join(''),
    ) +
    fill(
      light,
      Array.from({ length: 8 }, (_, i) =>
        sliver(towards(at, i * 0.785 + 0.6, radius * 0.4), towards(at, i * 0.785 + 0.6, radius * 0.84), 1, 1.8),
      ).join(''),
    ) +
    fill(
      mid === colours.yellow.mid ? '#5a3522' : colours.yellow.mid,
      blob(at, radius * 0.27, radius * 0.25, random, 0.05, 8),
    ) +
    fill(
      colours.butter.light,
      sliver([at[0] - radius * 0.14, at[1]], [at[0] + radius * 0.06, at[1] - radius * 0.14], -2, 2),
    )
  return (
    fill(colours.straw.mid, polygon(knots('-78 -250, 78 -250, 80 2, -80 2'))) +
    fill(paper, polygon(knots('-78 -250, 76 -250, 77 0, -80 0'))) +
    fill(shade, polygon(knots('-78 -250, 76 -250, 76 -226, -78 -226'))) +
    fill(
      deep,
      Array.from({ length: 12 }, (_, i) => sliver([-70 + i * 13, -248], [-70 + i * 13, -228], 0, 0.9)).join(''),
    ) +
    fill(glow, shape(knots('-64 -212!, 64 -212!, 64 -62!, 0 -56, -64 -62!'))) +
    line(greens.leaf.mid, 4, trace(knots('0 -60, -4 -100, -6 -150')) + trace(knots('0 -60, 20 -84, 34 -104'))) +
    leaf([-2, -84], -1, 46, 'lance', greens.leaf, random) +
    leaf([4, -70], 1.2, 44, 'lance', greens.leaf, random) +
    flower([34, -110], 24) +
    flower([-8, -154], 42) +
    fill(
      deep,
      sliver([-52, -44], [52, -44], 1, 3) + sliver([-36, -28], [36, -28], 1, 2) + sliver([-24, -15], [24, -15], 1, 1.4),
    ) +
    fill(colours.straw.light, polygon(knots('64 -226, 76 -226, 77 0, 66 0')))
  )
}
