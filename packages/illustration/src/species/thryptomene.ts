import { greens } from '../colours.ts'
import { stalk } from '../leaf.ts'
import { dots, fill, line } from '../paint.ts'
import { bendingLine, pointOn, sliver, towards, trace, type Point } from '../path.ts'
import type { Species } from '../species.ts'

/** Thryptomene: fine arching twigs beaded with tiny cups, like frost. */
export const thryptomene: Species = {
  role: 'spray',
  size: 285,
  colours: ['white', 'blush', 'pink'],
  stem: '#7c6a4a',
  draw({ random, tones }) {
    const main = bendingLine([0, 0], random.jitter(0.05), 276, random.jitter(0.4), 8)
    const twigs = Array.from({ length: 9 }, (_, i) => {
      const { at, heading } = pointOn(main, 0.26 + i * 0.08)
      const side = i % 2 ? 1 : -1
      return bendingLine(at, heading + side * (0.72 - i * 0.03), 128 - i * 9, side * 0.35, 6)
    })
    const cups: Point[] = []
    let needles = ''
    for (const twig of [...twigs, main.slice(4)]) {
      for (let k = 2; k <= 12; k++) {
        const { at, heading } = pointOn(twig, k / 12)
        const side = k % 2 ? 1 : -1
        needles += sliver(at, towards(at, heading + side * 0.7, 13), 0, 2.2)
        if (k > 3 || random.chance(0.4)) cups.push(towards(at, heading - side * (1.2 + random.jitter(0.5)), random.between(3, 8)))
      }
    }
    const shifted = (dx: number, dy: number): Point[] => cups.map(([x, y]): Point => [x + dx, y + dy])
    return (
      stalk(main, 4, 1.6, '#7c6a4a') +
      line('#8a7650', 1.7, twigs.map((t) => trace(t)).join('')) +
      fill(greens.leaf.light, needles) +
      dots(tones.shade, 5.6, shifted(1, 1)) +
      dots(tones.glow, 4.9, cups) +
      dots(tones === tones && tones.mid === '#e6e3d5' ? '#c96584' : tones.deep, 1.7, cups)
    )
  },
}
