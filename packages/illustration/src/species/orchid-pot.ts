import { greens } from '../colours.ts'
import { blob } from '../bloom.ts'
import { leaf, stalk } from '../leaf.ts'
import { fill, line } from '../paint.ts'
import { bendingLine, knots, pointOn, towards, trace } from '../path.ts'
import { drawMoth } from './orchid.ts'
import { plant } from './plant-kind.ts'

/** Phalaenopsis in its pot: two arching sprays of moths over a few leathery leaves. */
export const orchidPot = plant(
  590,
  ({ random, tones, sheet }) => {
    const moth = sheet.stamp(`moth-${tones.mid}`, () => drawMoth(random.fork('moth'), tones))
    const leaves = [
      [-1.25, 132],
      [1.2, 138],
      [-0.7, 104],
      [0.72, 96],
      [1.62, 92],
      [-1.66, 96],
    ] as const
    const roots = line(greens.sage.mid, 5, trace(knots('-40 2, -62 -8, -74 8')) + trace(knots('44 2, 60 -10, 70 6')))
    const sprays = [
      [-0.1, 214, -1.9, 7],
      [0.14, 158, 2, 6],
    ] as const
    return (
      roots +
      leaves
        .map(([turn, length], i) =>
          leaf([turn * 8, 8], turn, length, 'broad', i % 2 ? greens.leaf : greens.dark, random),
        )
        .join('') +
      sprays
        .map(([turn, length, bend, count], n) => {
          // It is tied to its stake, and arches only above the last tie.
          const stake = bendingLine([n * 12 - 6, 0], turn, length + 8, 0, 3)
          const tied = bendingLine([n * 12 - 6, 0], turn, length * 0.92, bend * 0.04, 5)
          const arch = bendingLine(pointOn(tied, 1).at, turn * 1.2, 196, bend, 10)
          const spine = [...tied, ...arch.slice(1)]
          let svg = line('#8a6b46', 3, trace(stake)) + stalk(spine, 4.4, 2.4, greens.sage.shade)
          for (const along of [0.99, 0.95, 0.91])
            svg += fill(
              along > 0.94 ? greens.fresh.light : tones.light,
              blob(
                towards(pointOn(spine, along).at, 2.6, 7),
                6 + (1 - along) * 34,
                7 + (1 - along) * 36,
                random,
                0.05,
                6,
              ),
            )
          for (let i = count - 1; i >= 0; i--) {
            const { at } = pointOn(spine, 0.36 + i * (0.52 / count))
            svg += sheet.use(moth, {
              at: towards(at, i % 2 ? 2.2 : -0.7, 13),
              turn: random.jitter(0.2) + (n ? 0.14 : -0.14),
              scale: 0.43 - i * 0.022,
              flip: random.chance(0.5),
            })
          }
          return svg
        })
        .join('')
    )
  },
  { colours: ['white', 'pink', 'magenta', 'yellow', 'lilac'] },
)
