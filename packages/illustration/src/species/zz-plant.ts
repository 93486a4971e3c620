import { greens, type Tones } from '../colours.ts'
import { alongStem, leafPress, stalk } from '../leaf.ts'
import { bendingLine, pointOn } from '../path.ts'
import { plant } from './plant-kind.ts'

const polished: Tones = { ...greens.leaf, light: greens.leaf.glow }

/** ZZ plant: polished wands, leaf over leaf, fat at the foot. */
export const zzPlant = plant(540, ({ random, sheet }) => {
  const print = leafPress(sheet, 'zz', 'lance', [greens.dark, polished, greens.fresh], random)
  const wands = [
    [-0.74, 214, -0.36],
    [0.76, 206, 0.4],
    [-0.3, 276, -0.26],
    [0.36, 262, 0.26],
    [0.02, 292, 0.08],
    [-0.5, 130, -0.3],
    [0.52, 124, 0.34],
  ] as const
  return wands
    .map(([turn, length, bend]) => {
      const spine = bendingLine([turn * 30, 10], turn * 0.62, length, bend, 8)
      return (
        stalk(spine, 11, 2.4, greens.fresh.shade) +
        alongStem(
          spine,
          10,
          1.05,
          0.24,
          0.96,
          (at, h, along) => print(at, h + random.jitter(0.1), 52 - Math.abs(along - 0.5) * 30),
          true,
        ) +
        print(pointOn(spine, 0.97).at, pointOn(spine, 1).heading, 42)
      )
    })
    .join('')
})
