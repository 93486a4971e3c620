import { greens, type Tones } from '../colours.ts'
import { alongStem, stalk } from '../leaf.ts'
import { dots, fill, line } from '../paint.ts'
import { bendingLine, pointOn, shape, sliver, towards, trace, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import type { Species } from '../species.ts'

/** Geraldton wax: needles, and waxy five-petalled cups each with a dark saucer. */
export const geraldtonWax: Species = {
  role: 'spray',
  size: 295,
  halfWidth: 90,
  colours: ['pink', 'white', 'magenta', 'mauve'],
  stem: '#7c6a4a',
  draw({ random, tones, sheet }) {
    const cup = [0, 1].map((n) =>
      sheet.stamp(`wax-${tones.mid}-${n}`, () => drawCup(random.fork(`cup${n}`), tones, n === 1 ? 0.7 : 1)),
    )
    const main = bendingLine([0, 0], 0, 276, random.jitter(0.2), 8)
    const twigs = [0.26, 0.36, 0.47, 0.58, 0.69, 0.8].map((along, i) => {
      const { at, heading } = pointOn(main, along)
      return bendingLine(at, heading + (i % 2 ? 0.86 : -0.86), 128 - i * 13, i % 2 ? -0.5 : 0.5, 4)
    })
    const needles = [main, ...twigs]
      .map((spine, i) =>
        alongStem(spine, i === 0 ? 18 : 9, 0.6, 0.06, 1, (at, h) => sliver(at, towards(at, h, 30), 0, 3)),
      )
      .join('')
    const spots = [...twigs, main].flatMap((twig, i) =>
      (i === twigs.length ? [1, 0.9, 0.8] : [1, 0.76, 0.5]).map((along, k) => {
        const { at, heading } = pointOn(twig, along)
        return { at: towards(at, heading + (k === 0 ? 0 : k % 2 ? 1.4 : -1.4), k === 0 ? 4 : 15), heading }
      }),
    )
    const buds = spots.map(({ at, heading }, i): Point => towards(at, heading + (i % 2 ? 0.9 : -0.9), 24))
    return (
      stalk(main, 4.5, 2, '#7c6a4a') +
      line('#7c6a4a', 2.2, twigs.map((t) => trace(t)).join('')) +
      fill(greens.leaf.mid, needles) +
      dots(tones.shade, 5, buds) +
      dots(
        tones.light,
        2.2,
        buds.map(([x, y]): Point => [x - 1, y - 2]),
      ) +
      spots
        .map(({ at, heading }, i) =>
          sheet.use(cup[i % 2] as string, {
            at,
            turn: heading + random.jitter(0.6),
            scale: random.between(0.74, 0.94),
          }),
        )
        .join('')
    )
  },
}

function drawCup(random: Random, { deep, shade, mid, light, glow }: Tones, flat: number): string {
  const petals = Array.from({ length: 5 }, (_, i): Point => {
    const a = (i / 5) * Math.PI * 2 + random.jitter(0.1)
    return [Math.sin(a) * 15, -Math.cos(a) * 15 * flat]
  })
  const pale = mid === '#e6e3d5'
  const rays = petals.map(([x, y]) => sliver([x * 1.45 - 4, y * 1.3 + 1], [x * 1.2 + 5, y * 1.3 - 3], -3, 2)).join('')
  return (
    dots(
      shade,
      11.4,
      petals.map(([x, y]): Point => [x * 1.04, y * 1.04 + 1]),
    ) +
    dots(light, 9.8, petals) +
    fill(mid, petals.map(([x, y]) => sliver([x * 0.3, y * 0.3], [x * 1.3, y * 1.3], 2, 2.4)).join('')) +
    fill(glow, rays) +
    fill(
      pale ? '#b07a86' : shade,
      shape([
        [-9, 0],
        [0, -9 * flat],
        [9, 0],
        [0, 9 * flat],
      ]),
    ) +
    fill(
      pale ? '#7a3a4a' : deep,
      shape([
        [-5, 0],
        [0, -5 * flat],
        [5, 0],
        [0, 5 * flat],
      ]),
    ) +
    dots(
      glow,
      1.3,
      [
        [-7, -5],
        [7, -5],
        [8, 4],
        [-7, 5],
        [0, -8],
      ].map(([x, y]): Point => [x as number, (y as number) * flat]),
    )
  )
}
