import { colours, greens, type Tones } from '../colours.ts'
import { leaf, stalk } from '../leaf.ts'
import { fill } from '../paint.ts'
import { bendingLine, pointOn, sliver, towards, type Point } from '../path.ts'
import { plant } from './plant-kind.ts'

const wine: Tones = { deep: '#1c1512', shade: '#3a2527', mid: '#563338', light: '#8a5a58', glow: '#c79a8e' }

/** Rubber plant: leather leaves on an upright stem, a red sheath at the growing point. */
export const rubberPlant = plant(
  570,
  ({ random, tones }) => {
    const dark = tones === colours.burgundy
    const pair: [Tones, Tones] = dark
      ? [wine, { ...wine, mid: '#43302c', shade: '#2c1f1e' }]
      : [greens.dark, greens.leaf]
    const glint = dark ? wine.glow : greens.dark.glow
    const stems = [
      { spine: bendingLine([-8, 10], -0.12, 250, 0.2, 8), leaves: 11 },
      { spine: bendingLine([10, 10], 0.3, 176, -0.1, 8), leaves: 7 },
    ]
    return stems
      .map(({ spine, leaves }, n) => {
        let svg = stalk(spine, 8, 5, dark ? '#5d4238' : '#6d5a44')
        for (let i = 0; i < leaves; i++) {
          const along = 0.24 + (i / (leaves - 1)) * 0.74
          const { at, heading } = pointOn(spine, along)
          const side = (i + n) % 2 ? 1 : -1
          const turn = heading + side * (1.3 - (i / leaves) * 0.86) + random.jitter(0.12)
          const length = (106 - Math.abs(i - leaves * 0.4) * 5) * (n ? 0.9 : 1)
          const stem: Point = towards(at, turn, 12)
          svg +=
            fill(dark ? wine.light : greens.fresh.mid, sliver(at, stem, 0, 4)) +
            leaf(stem, turn, length, 'broad', pair[i % 2] as Tones, random, 'half') +
            fill(
              glint,
              sliver(towards(stem, turn - 0.2, length * 0.3), towards(stem, turn - 0.12, length * 0.74), -4, 2.2),
            )
        }
        const { at, heading } = pointOn(spine, 1)
        return (
          svg +
          fill(colours.red.shade, sliver(at, towards(at, heading, 58), 3, 6)) +
          fill(colours.coral.mid, sliver(towards(at, heading, 4), towards(at, heading, 50), 0, 2.4))
        )
      })
      .join('')
  },
  { colours: ['lime', 'burgundy'] },
)
