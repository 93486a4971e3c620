import { colours, greens, type Tones } from '../colours.ts'
import { leaf } from '../leaf.ts'
import { fill, glaze, line } from '../paint.ts'
import { dot, knots, shape, sliver, trace, type Knot } from '../path.ts'
import { object, tableShadow } from './object-kind.ts'

/** Secateurs, laid down open beside the twig they have just cut. */
export const secateurs = object({ size: 560, halfWidth: 130 }, ['red', 'lime', 'terracotta'], ({ random, tones }) => {
  const { deep, light, glow } = tones
  const steel = { deep: '#6d7674', shade: '#98a19e', mid: '#bcc4c0', light: '#dce1dd', glow: '#f6f8f5' }
  const twig =
    line('#7d6650', 6, trace(knots('120 6, 96 -84, 110 -190'))) +
    [
      [118, -10, 0.9],
      [98, -60, -0.9],
      [100, -96, 0.9],
      [101, -128, -0.8],
      [106, -160, 0.8],
      [110, -188, 0.1],
    ]
      .map(([x, y, turn]) => leaf([x as number, y as number], turn as number, 62, 'oval', greens.leaf, random))
      .join('')
  return (
    tableShadow(-88, 60) +
    glaze(
      '#5a4a3c',
      0.1,
      shape(knots('-74 -150, -10 -170, 22 -282, 34 -200, 4 -150, 50 -60, 52 0, 22 2, -14 -108, -60 4')),
    ) +
    `<g transform="translate(-30 -10)">` +
    fill(steel.shade, shape(knots('-14 -146, -30 -186, -34 -230, -22 -268, -10 -286!, -8 -250, -2 -210, 14 -160'))) +
    fill(steel.mid, shape(knots('14 -146, 34 -186, 40 -228, 30 -270, 12 -300!, 2 -262, -2 -216, -14 -158'))) +
    fill(steel.glow, shape(knots('12 -298!, 30 -270, 40 -228, 33 -188, 29 -228, 22 -264'))) +
    fill(steel.light, sliver([4, -250], [2, -190], -2, 3)) +
    fill(steel.deep, sliver([-30, -200], [-14, -276], -8, 3)) +
    handle(-1, tones, light) +
    handle(1, tones, glow) +
    fill(
      steel.shade,
      shape(knots('-20 -92, 20 -94, 16 -84, -16 -82')) + shape(knots('-14 -80, 14 -82, 18 -72, -18 -70')),
    ) +
    fill(steel.mid, dot([0, -152], 18)) +
    fill(steel.glow, dot([-3, -155], 11)) +
    fill(steel.deep, dot([0, -152], 5)) +
    fill(deep, sliver([-50, -20], [-46, 2], -2, 2) + sliver([50, -20], [46, 2], 2, 2)) +
    fill(colours.straw.mid, shape(knots('-42 4, -54 14, -40 22, -34 10'))) +
    `</g>` +
    twig
  )
})

function handle(side: number, { shade, mid }: Tones, lit: string): string {
  const k = (x: number, y: number, corner = false): Knot => [side * x, y, corner]
  return (
    fill(
      shade,
      shape([
        k(6, -150),
        k(26, -128),
        k(46, -84),
        k(58, -30),
        k(56, 4),
        k(40, 12),
        k(30, -6),
        k(30, -44),
        k(18, -92),
        k(-6, -130),
      ]),
    ) +
    fill(
      mid,
      shape([
        k(6, -152),
        k(24, -128),
        k(42, -84),
        k(53, -30),
        k(51, 0),
        k(42, 6),
        k(36, -8),
        k(36, -44),
        k(22, -92),
        k(-2, -132),
      ]),
    ) +
    fill(lit, sliver([side * 20, -128], [side * 48, -20], side * -8, 4))
  )
}
