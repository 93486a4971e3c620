import { greens } from '../colours.ts'
import { alongStem, stalk } from '../leaf.ts'
import { dots, fill, line } from '../paint.ts'
import { bendingLine, pointOn, sliver, towards, trace, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import type { Brief, Species } from '../species.ts'

/** Rice flower: flat-topped heads of grains, tightly packed, on needled stems. */
export const riceFlower: Species = {
  role: 'spray',
  size: 275,
  colours: ['white', 'blush', 'pink', 'cream'],
  stem: '#6f8f5a',
  draw({ random, tones, sheet }) {
    const heads = [0, 1].map((n) =>
      sheet.stamp(`rice-${tones.mid}-${n}`, () => drawHead(random.fork(`head${n}`), tones)),
    )
    const main = bendingLine([0, 0], 0, 250, random.jitter(0.16), 7)
    const twigs = [0.3, 0.4, 0.5, 0.62, 0.72, 0.84].map((along, i) => {
      const { at, heading } = pointOn(main, along)
      const side = i % 2 ? 1 : -1
      return bendingLine(at, heading + side * 0.62, 158 - i * 19, side * -0.4, 5)
    })
    const needles = [main, ...twigs]
      .map((spine, i) =>
        alongStem(spine, i ? 7 : 13, 0.5, 0.06, 0.88, (at, h) => sliver(at, towards(at, h, 24), 0, 2.8)),
      )
      .join('')
    return (
      stalk(main, 4.5, 2.4, greens.sage.shade) +
      line(greens.sage.shade, 2.4, twigs.map((t) => trace(t)).join('')) +
      fill(greens.leaf.light, needles) +
      [...twigs, main]
        .map((t, i) => {
          const { at, heading } = pointOn(t, 1)
          return sheet.use(heads[i % 2] as string, {
            at,
            turn: heading * 0.7,
            scale: random.between(0.84, 1.06),
            flip: random.chance(0.5),
          })
        })
        .join('')
    )
  },
}

function drawHead(random: Random, { deep, shade, mid, light, glow }: Brief['tones']): string {
  const grains: Point[] = Array.from({ length: 26 }, (_, i): Point => {
    const r = Math.sqrt((i + 0.4) / 26)
    return [Math.cos(i * 2.39996) * r * 40 + random.jitter(2), -14 + Math.sin(i * 2.39996) * r * 22]
  })
  const fork = [-30, -14, 2, 18, 32]
    .map((x) =>
      trace([
        [0, 18],
        [x * 0.5, 2],
        [x, -12],
      ]),
    )
    .join('')
  const higher = (d: number, every: number): Point[] =>
    grains.filter((_, i) => i % every !== 0).map(([x, y]): Point => [x - 1, y - d])
  return (
    line(greens.sage.mid, 2, fork) +
    dots(
      shade,
      8,
      grains.map(([x, y]): Point => [x, y + 4]),
    ) +
    dots(mid, 7.4, grains) +
    dots(light, 5.8, higher(2, 5)) +
    dots(glow, 3.8, higher(4, 3)) +
    dots(deep, 1.2, higher(3, 2))
  )
}
