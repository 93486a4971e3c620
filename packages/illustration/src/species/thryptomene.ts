import { colours, greens, type Tones } from '../colours.ts'
import { stalk } from '../leaf.ts'
import { dots, fill, line } from '../paint.ts'
import { bendingLine, pointOn, sliver, towards, trace, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import type { Species } from '../species.ts'

const bark = '#7c6a4a'

/** Thryptomene: fine arching twigs beaded with tiny cups, like frost. */
export const thryptomene: Species = {
  role: 'spray',
  size: 285,
  halfWidth: 76,
  colours: ['white', 'blush', 'pink'],
  stem: bark,
  draw({ random, tones, sheet }) {
    const twigs = [0, 1].map((n) =>
      sheet.stamp(`thryptomene-${tones.mid}-${n}`, () => drawTwig(random.fork(`twig${n}`), tones)),
    )
    const main = bendingLine([0, 0], random.jitter(0.05), 210, random.jitter(0.4), 8)
    let svg = stalk(main, 4, 1.8, bark)
    for (let i = 0; i < 11; i++) {
      const { at, heading } = pointOn(main, i === 10 ? 1 : 0.2 + i * 0.08)
      const side = i % 2 ? 1 : -1
      svg += sheet.use(twigs[i % 2] as string, {
        at,
        turn: i === 10 ? heading : heading + side * (0.8 - i * 0.035),
        scale: i === 10 ? 0.7 : 1.06 - i * 0.045,
        flip: side < 0,
      })
    }
    return svg
  },
}

function drawTwig(random: Random, tones: Tones): string {
  const twig = bendingLine([0, 0], 0, 122, -0.4, 6)
  const cups: Point[] = []
  let needles = ''
  for (let k = 2; k <= 13; k++) {
    const { at, heading } = pointOn(twig, k / 13)
    const side = k % 2 ? 1 : -1
    needles += sliver(at, towards(at, heading + side * 0.7, 15), 0, 2.4)
    cups.push(towards(at, heading - side * 1.2, random.between(5, 9)))
    if (k % 3 === 0) cups.push(towards(at, heading + side * 1.3, random.between(9, 12)))
  }
  const heart = tones === colours.white ? colours.pink.shade : tones.deep
  return (
    line(bark, 1.8, trace(twig)) +
    fill(greens.leaf.light, needles) +
    dots(
      tones.shade,
      6.4,
      cups.map(([x, y]): Point => [x + 1, y + 1]),
    ) +
    dots(tones.glow, 5.6, cups) +
    dots(heart, 1.8, cups)
  )
}
