import { greens, type Tones } from '../colours.ts'
import { alongStem, stalk } from '../leaf.ts'
import { dots, fill, line } from '../paint.ts'
import { bendingLine, dot, pointOn, shape, sliver, towards, trace, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import type { Species } from '../species.ts'

/** Geraldton wax: needles, and waxy five-petalled cups each with a dark saucer. */
export const geraldtonWax: Species = {
  role: 'spray',
  size: 285,
  colours: ['pink', 'white', 'magenta', 'mauve'],
  stem: '#7c6a4a',
  draw({ random, tones, sheet }) {
    const cup = [0, 1].map((n) => sheet.stamp(`wax-${tones.mid}-${n}`, () => drawCup(random.fork(`cup${n}`), tones, n === 1)))
    const main = bendingLine([0, 0], 0, 270, random.jitter(0.2), 8)
    const twigs = [0.34, 0.44, 0.54, 0.64, 0.74, 0.84, 0.94].map((along, i) => {
      const { at, heading } = pointOn(main, along)
      return bendingLine(at, heading + (i % 2 ? 0.72 : -0.72), 92 - i * 8, i % 2 ? -0.35 : 0.35, 4)
    })
    const needles = [main, ...twigs]
      .map((spine, i) => alongStem(spine, i === 0 ? 16 : 6, 0.6, 0.08, 1, (at, h) => sliver(at, towards(at, h, 34), 0, 3.4)))
      .join('')
    let flowers = ''
    const buds: Point[] = []
    for (const [i, twig] of [...twigs, main].entries()) {
      for (const along of [1, 0.72, 0.46]) {
        const { at, heading } = pointOn(twig, along)
        if (i === twigs.length && along < 0.6) continue
        const spot = towards(at, heading + random.jitter(1.2), 10)
        flowers += sheet.use(random.pick(cup), { at: spot, turn: heading + random.jitter(0.7), scale: random.between(0.78, 1.08) })
        buds.push(towards(spot, heading + (random.chance(0.5) ? 1 : -1) * random.between(0.7, 1.3), 27))
      }
    }
    return (
      stalk(main, 4.5, 2, '#7c6a4a') +
      line('#7c6a4a', 2.4, twigs.map((t) => trace(t)).join('')) +
      fill(greens.leaf.mid, needles) +
      dots(tones.shade, 5.4, buds) +
      dots(tones.light, 2.4, buds.map(([x, y]): Point => [x - 1, y - 2])) +
      flowers
    )
  },
}

function drawCup(random: Random, { deep, shade, mid, light, glow }: Tones, shy: boolean): string {
  const flat = shy ? 0.72 : 1
  let petals = ''
  let lights = ''
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * Math.PI * 2 + random.jitter(0.1)
    const at: Point = [Math.sin(a) * 14, -Math.cos(a) * 14 * flat]
    petals += dot(at, 10.4)
    lights += sliver([at[0] - 6, at[1] - 2], [at[0] + 3, at[1] - 7], -3, 2.4)
  }
  const dark = mid === '#e6e3d5' ? { ring: '#b07a86', heart: '#7a3a4a' } : { ring: shade, heart: deep }
  return (
    fill(mid, petals) +
    fill(light, petals.replaceAll('a10.4', 'a9').replaceAll('20.8', '18').replaceAll('-20.8', '-18')) +
    fill(glow, lights) +
    fill(dark.ring, shape([[-9, 0], [0, -9 * flat], [9, 0], [0, 9 * flat]])) +
    fill(dark.heart, dot([0, 0], 4.4)) +
    dots(glow, 1.4, [[-6, -6 * flat], [6, -5 * flat], [7, 4 * flat], [-6, 5 * flat], [0, -8 * flat], [0, 8 * flat]])
  )
}
