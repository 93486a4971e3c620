import type { Tones } from '../colours.ts'
import { fill, glaze } from '../paint.ts'
import { dryBrush, knots, polygon, shape, sliver, type Knot } from '../path.ts'
import type { Random } from '../random.ts'

/** A long box, seen from above: the lid pushed aside under it, tissue inside. The flowers lie on this. */
export function boxBack(tones: Tones, [under, over]: readonly [string, string], random: Random): string {
  return (
    paintLid(tones) +
    glaze('#5a4a3c', 0.18, polygon(knots('236 112, 600 112, 600 934, 236 934'))) +
    fill(tones.shade, polygon(knots('222 92, 578 92, 578 914, 222 914'))) +
    fill(
      tones.light,
      polygon(knots('222 92, 578 92, 563 107, 237 107')) + polygon(knots('222 92, 237 107, 237 899, 222 914')),
    ) +
    fill(tones.mid, polygon(knots('578 92, 563 107, 563 899, 578 914'))) +
    fill(tones.glow, sliver([225, 98], [225, 908], 0, 1.6) + sliver([228, 95], [572, 95], 0, 1.6)) +
    fill(tones.deep, polygon(knots('237 107, 563 107, 563 899, 237 899'))) +
    layTissue(under, over, random) +
    glaze(
      tones.deep,
      0.2,
      polygon(knots('563 107, 563 899, 538 899, 546 107')) + polygon(knots('237 107, 563 107, 548 126, 237 122')),
    )
  )
}

/** The fold of tissue over the stems, and the near wall of the box. */
export function boxFront(tones: Tones, [under, over]: readonly [string, string], random: Random): string {
  const j = (): number => random.jitter(8)
  return (
    glaze(
      tones.deep,
      0.18,
      shape([
        [240, 792, true],
        [330, 770 + j()],
        [430, 782 + j()],
        [560, 758, true],
        [560, 898, true],
        [240, 898, true],
      ]),
    ) +
    fill(
      under,
      shape([
        [240, 806, true],
        [300, 790 + j()],
        [352, 806 + j(), true],
        [420, 786 + j()],
        [486, 800 + j(), true],
        [561, 774, true],
        [561, 898, true],
        [239, 898, true],
      ]),
    ) +
    fill(
      over,
      shape([
        [240, 830, true],
        [318, 812 + j(), true],
        [398, 832 + j()],
        [470, 818 + j(), true],
        [561, 838, true],
        [561, 898, true],
        [239, 898, true],
      ]),
    ) +
    fill(
      under,
      sliver([290, 840], [270, 890], 4, 3) +
        sliver([380, 846], [400, 892], -4, 3) +
        sliver([486, 836], [476, 890], 3, 3),
    ) +
    fill(tones.mid, polygon(knots('222 914, 578 914, 563 897, 237 897'))) +
    fill(tones.light, sliver([240, 900], [560, 900], 0, 1.6))
  )
}

function paintLid(tones: Tones): string {
  return `<g transform="rotate(7 560 520)">${
    glaze('#5a4a3c', 0.14, polygon(knots('318 152, 670 152, 670 936, 318 936'))) +
    fill(tones.shade, polygon(knots('306 136, 658 136, 658 918, 306 918'))) +
    fill(tones.mid, polygon(knots('306 136, 644 136, 644 904, 306 904'))) +
    fill(tones.light, sliver([638, 152], [638, 884], 0, 2))
  }</g>`
}

/** Two sheets, their edges crumpled into the corners. */
function layTissue(under: string, over: string, random: Random): string {
  const crumple = (x0: number, y0: number, x1: number, y1: number, teeth: number): Knot[] =>
    Array.from({ length: teeth }, (_, i): Knot => [
      x0 + ((x1 - x0) * i) / (teeth - 1) + random.jitter(10),
      y0 + ((y1 - y0) * i) / (teeth - 1) + random.jitter(8) + (i % 2 ? 9 : -9),
      i % 3 === 0,
    ])
  return (
    fill(
      under,
      shape([
        ...crumple(244, 118, 556, 118, 9),
        ...crumple(558, 152, 558, 854, 11),
        ...crumple(554, 890, 246, 890, 9),
        ...crumple(242, 854, 242, 152, 11),
      ]),
    ) +
    fill(
      over,
      shape([
        ...crumple(268, 146, 528, 140, 7),
        ...crumple(534, 202, 526, 794, 9),
        ...crumple(518, 864, 282, 858, 7),
        ...crumple(272, 784, 266, 212, 9),
      ]),
    ) +
    fill(under, dryBrush([320, 820], [300, 620], 90, 7, random) + dryBrush([490, 840], [500, 640], 80, 7, random))
  )
}
