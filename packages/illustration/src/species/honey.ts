import { blob } from '../bloom.ts'
import { colours } from '../colours.ts'
import { dots, fill, line } from '../paint.ts'
import { knots, polygon, shape, sliver, trace, type Knot, type Point } from '../path.ts'
import { object, tableShadow, turned, turnedShade } from './object-kind.ts'

const jar = [
  [64, -184],
  [70, -172],
  [92, -150],
  [96, -60],
  [92, -14],
  [80, 2],
] as const

/** A jar of honey under a cloth cap, a dipper beside it. */
export const honey = object({ size: 520, halfWidth: 158 }, ['yellow', 'orange'], ({ random, tones }) => {
  const { deep, shade, mid, light, glow } = tones
  const cloth = colours.cream
  const frill: Knot[] = Array.from({ length: 11 }, (_, i): Knot => [
    -92 + i * 18.4,
    -168 + (i % 2 ? 9 : -3) + random.jitter(2) + (i === 0 || i === 10 ? -8 : 0),
  ])
  const checks =
    [-58, -30, -2, 26, 54].map((x) => sliver([x * 0.7, -232], [x * 1.16, -168], x * 0.06, 2)).join('') +
    [-216, -202, -186].map((y) => sliver([-72, y], [74, y + 2], -6, 1.6)).join('')
  const comb = [
    [-14, -92],
    [14, -92],
    [0, -68],
    [-28, -68],
    [28, -68],
    [-14, -44],
    [14, -44],
  ].map(([x, y]): string =>
    polygon(
      Array.from({ length: 6 }, (_, i): Point => [
        (x as number) + Math.sin((i * Math.PI) / 3) * 13,
        (y as number) - Math.cos((i * Math.PI) / 3) * 13,
      ]),
    ),
  )
  const dipper =
    fill('#a8784a', shape(knots('126 -232, 133 -234, 152 -66, 144 -64'))) +
    [0, 1, 2, 3, 4]
      .map((i) =>
        fill(
          i % 2 ? '#8a5c34' : '#b98757',
          blob([150 + i * 1.7, -58 + i * 13], 20 - Math.abs(i - 2) * 3.5, 7.5, random, 0.03, 8),
        ),
      )
      .join('') +
    fill(mid, shape(knots('132 -30, 150 -22, 172 -28, 180 -4, 158 6, 128 2'))) +
    fill(glow, sliver([138, -8], [160, -12], 3, 2))
  return (
    tableShadow(-96, 150) +
    dipper +
    fill(mid, turned(jar, 8)) +
    fill(shade, turnedShade(jar, 0.56)) +
    fill(deep, sliver([84, -140], [82, -10], -6, 3)) +
    fill(light, sliver([-80, -144], [-74, -16], 8, 9)) +
    fill(glow, sliver([-86, -120], [-84, -40], 3, 3)) +
    fill(colours.white.light, shape(knots('-56 -116!, 0 -110, 56 -116!, 55 -24!, 0 -18, -55 -24!'))) +
    fill(tones.light, comb.slice(0, 7).join('')) +
    line(deep, 2, comb.join('')) +
    fill(cloth.mid, shape([[-62, -236], [0, -246], [62, -236], ...[...frill].toReversed()])) +
    fill(cloth.light, shape(knots('-62 -236, 0 -246, 30 -242, 14 -178, -30 -172, -84 -176'))) +
    fill(colours.coral.light, checks) +
    fill(colours.straw.shade, shape(knots('-74 -196, 0 -186, 74 -196, 74 -188, 0 -178, -74 -188'))) +
    line(
      colours.straw.shade,
      3,
      trace(knots('-8 -184, -34 -172, -30 -194, -6 -184, 22 -170, 26 -194, -4 -184, -18 -150')) +
        trace([
          [-4, -184],
          [14, -152],
        ]),
    ) +
    dots(mid, 3, [
      [146, 8],
      [176, 8],
    ])
  )
})
