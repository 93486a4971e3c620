import { stalk } from '../leaf.ts'
import { fill } from '../paint.ts'
import { bendingLine, knots, pointOn, shape, sliver, towards } from '../path.ts'
import type { Species } from '../species.ts'

/** Wheat: plaited ears with their beards, ripe enough to hang a little. */
export const wheat: Species = {
  role: 'spray',
  dried: true,
  size: 300,
  halfWidth: 150,
  colours: ['straw', 'cream', 'rust'],
  stem: '#c5a470',
  draw({ random, tones, sheet }) {
    const { deep, shade, mid, light, glow } = tones
    const ear = sheet.stamp(`wheat-${mid}`, () => {
      const r = random.fork('ear')
      let beards = ''
      const grains = { shade: '', mid: '', light: '' }
      for (let i = 0; i < 8; i++) {
        const y = -i * 11.5
        for (const side of [-1, 1]) {
          const turn = side * (0.52 - i * 0.05)
          const [x, size] = [side * (7.8 - i * 0.7), 1.06 - i * 0.05]
          const tip = towards([x, y], turn, 25 * size)
          beards += sliver(tip, towards(tip, turn * 0.6 + r.jitter(0.08), 62 - i * 2), side * 4, 0.9)
          grains[side > 0 ? 'shade' : 'mid'] += shape([
            [x - side * 4, y + 4, true],
            [x + side * 7 * size, y - 6],
            [...tip, true],
            [x - side * 3, y - 15],
          ])
          grains.light += sliver([x, y], towards([x, y], turn, 20 * size), side * 2, 2)
        }
        grains.mid += shape([
          [0, y + 2, true],
          [-5, y - 9],
          [0, y - 20, true],
          [5, y - 9],
        ])
      }
      grains.mid += shape(knots('0 -84!, -5 -96, 0 -112!, 5 -96'))
      beards += sliver([0, -108], [2, -166], 2, 0.9)
      return (
        fill(light, beards) +
        fill(deep, sliver([0, 6], [0, -92], 0, 5)) +
        fill(shade, grains.shade) +
        fill(mid, grains.mid) +
        fill(glow, grains.light)
      )
    })
    const stems: [turn: number, length: number, bend: number][] = [
      [-0.28, 172, -0.28],
      [0.3, 164, 0.34],
      [-0.13, 206, -0.14],
      [0.15, 198, 0.2],
      [0.01, 224, 0.08],
    ]
    return stems
      .map(([turn, length, bend]) => {
        const spine = bendingLine([0, 0], turn, length, bend, 6)
        const { at, heading } = pointOn(spine, 1)
        return (
          stalk(spine, 3.4, 2.4, mid) +
          sheet.use(ear, { at, turn: heading + bend * 0.4, scale: random.between(0.84, 1), flip: random.chance(0.5) })
        )
      })
      .join('')
  },
}
