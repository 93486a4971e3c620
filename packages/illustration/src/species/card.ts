import { colours } from '../colours.ts'
import { fill, glaze } from '../paint.ts'
import { knots, polygon, sliver } from '../path.ts'
import { object, printedSprig, tableShadow } from './object-kind.ts'

/** A greeting card that stands half open before its envelope, a flower printed on it. */
export const card = object(
  { size: 520, halfWidth: 170 },
  ['cream', 'blush', 'lilac', 'butter', 'lime'],
  ({ random, tones }) => {
    const { deep, shade, mid, light, glow } = tones
    const flower = { petal: tones === colours.blush ? colours.coral.mid : colours.pink.mid, heart: colours.yellow.mid }
    const envelope =
      fill(shade, polygon(knots('-4 -176, 176 -150, 160 2, -20 -6'))) +
      fill(mid, polygon(knots('-4 -176, 176 -150, 90 -70'))) +
      fill(deep, sliver([-4, -176], [88, -72], 3, 1.4) + sliver([176, -150], [92, -72], -3, 1.4))
    return (
      tableShadow(-150, 160) +
      envelope +
      fill(shade, polygon(knots('-118 -268, -136 -8, -104 10, -84 -252'))) +
      fill(mid, polygon(knots('-118 -268, 72 -262, 78 -2, -136 -8'))) +
      fill(colours.white.glow, polygon(knots('-84 -250, 96 -240, 92 10, -104 8'))) +
      fill(light, polygon(knots('-72 -236, 84 -228, 80 -4, -90 -6'))) +
      fill(glow, polygon(knots('-62 -226, 74 -219, 70 -14, -79 -16'))) +
      printedSprig([-2, -44], 132, random, flower) +
      printedSprig([-34, -42], 84, random, { petal: colours.butter.mid, heart: colours.orange.mid }) +
      printedSprig([30, -42], 92, random, { petal: colours.lavender.mid, heart: colours.yellow.mid }) +
      fill(deep, sliver([-46, -30], [42, -28], 2, 1.6)) +
      glaze(deep, 0.16, polygon(knots('62 -240, 96 -240, 92 10, 56 9')))
    )
  },
)
