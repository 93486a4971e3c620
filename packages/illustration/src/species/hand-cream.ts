import { colours } from '../colours.ts'
import { fill, glaze } from '../paint.ts'
import { knots, polygon, shape, sliver } from '../path.ts'
import { object, printedSprig, tableShadow } from './object-kind.ts'

/** Hand cream: a soft tube that stands on its cap, crimped at the top. */
export const handCream = object(
  { size: 560, halfWidth: 84 },
  ['blush', 'lilac', 'cream', 'lime'],
  ({ random, tones }) => {
    const { deep, shade, mid, light, glow } = tones
    const crimps = Array.from({ length: 13 }, (_, i) =>
      sliver([-62 + i * 10.4, -292], [-61 + i * 10.4, -274], 0, 1.2),
    ).join('')
    const petal = tones === colours.cream ? colours.coral.mid : deep
    return (
      tableShadow(-52, 52) +
      fill(colours.straw.mid, shape(knots('-42 -42!, 0 -36, 42 -42!, 39 -2, 0 8, -39 -2'))) +
      fill(colours.straw.shade, shape(knots('12 -38, 42 -42!, 39 -2, 10 7'))) +
      fill(colours.straw.glow, sliver([-32, -36], [-30, -2], 2, 3)) +
      fill(mid, shape(knots('-72 -274!, 72 -274!, 66 -190, 58 -60, 44 -38!, 0 -32, -44 -38!, -58 -60, -66 -190'))) +
      fill(shade, shape(knots('34 -274!, 72 -274!, 66 -190, 58 -60, 44 -38!, 22 -34, 34 -150'))) +
      fill(light, sliver([-54, -258], [-40, -60], 10, 10)) +
      fill(glow, sliver([-60, -240], [-50, -110], 4, 3)) +
      fill(light, polygon(knots('-74 -296, 74 -296, 72 -270, -72 -270'))) +
      fill(shade, crimps) +
      fill(colours.white.light, shape(knots('-42 -222!, 0 -218, 42 -222!, 36 -92!, 0 -88, -36 -92!'))) +
      printedSprig([0, -122], 68, random, { petal, heart: colours.yellow.mid }) +
      fill(deep, sliver([-22, -108], [22, -108], 1, 1.6) + sliver([-14, -101], [14, -101], 1, 1.2)) +
      glaze(deep, 0.14, shape(knots('24 -220!, 42 -222!, 36 -92!, 18 -89!')))
    )
  },
)
