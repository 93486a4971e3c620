import { blob } from '../bloom.ts'
import { colours } from '../colours.ts'
import { dots, fill, glaze, line } from '../paint.ts'
import { knots, shape, sliver, trace, type Point } from '../path.ts'
import { object, tableShadow, turned, turnedShade } from './object-kind.ts'

const belly = [
  [26, -186],
  [30, -170],
  [70, -138],
  [88, -92],
  [86, -40],
  [68, -4],
  [58, 2],
] as const
const level = [
  [80, -112],
  [88, -80],
  [85, -40],
  [67, -6],
  [57, 0],
] as const

/** A plant mister: round glass, a brass head, and a breath of water. */
export const mister = object({ size: 560, halfWidth: 140 }, ['blue', 'lime', 'straw', 'blush'], ({ random, tones }) => {
  const { deep, shade, mid, light, glow } = tones
  const brass = { deep: '#8a6420', shade: '#b08a3a', mid: '#cfa955', light: '#e6cc88', glow: '#f7e9bf' }
  const drops = Array.from({ length: 22 }, (_, i): Point => [
    -86 - (i % 5) * 13 - random.next() * 8,
    -258 + ((i * 17) % 60) - 26 + random.jitter(6),
  ])
  const ridges = [-66, -40, -12, 16, 44, 68].map((x) => sliver([x * 0.5, -162], [x * 0.86, -8], x * 0.42, 1.6)).join('')
  return (
    tableShadow(-84, 84) +
    fill(light, turned(belly, 8)) +
    fill(mid, turned(level, 9)) +
    fill(shade, turnedShade(level, 0.6)) +
    glaze(deep, 0.2, turnedShade(belly, 0.66)) +
    fill(glow, blob([0, -108], 76, 7, random, 0.02, 10)) +
    glaze(glow, 0.5, ridges) +
    fill(glow, sliver([-62, -128], [-74, -44], -12, 8) + sliver([-50, -22], [-34, -10], 3, 4)) +
    line(brass.shade, 4, trace(knots('2 -180, 4 -100, 2 -18'))) +
    fill(brass.mid, shape(knots('-34 -198!, 0 -190, 34 -198!, 33 -166!, 0 -157, -33 -166!'))) +
    fill(brass.shade, shape(knots('10 -192, 34 -198!, 33 -166!, 10 -158'))) +
    fill(brass.glow, sliver([-26, -192], [-25, -166], 2, 3)) +
    fill(brass.mid, shape(knots('-14 -194!, -12 -240!, -66 -246!, -70 -262!, -10 -270, 18 -262, 20 -194!'))) +
    fill(brass.shade, shape(knots('4 -194!, 6 -262, 18 -262, 20 -194!'))) +
    fill(brass.glow, sliver([-64, -257], [-2, -263], -3, 3)) +
    fill(brass.deep, blob([-70, -254], 5, 9, random, 0.03, 7)) +
    fill(
      brass.light,
      shape(knots('20 -252!, 46 -262, 64 -240, 58 -212, 46 -198, 40 -206, 46 -226, 36 -240, 20 -234!')),
    ) +
    fill(brass.shade, sliver([28, -242], [50, -206], -14, 3)) +
    dots(colours.blue.light, 2.6, drops.slice(0, 12)) +
    dots(colours.white.glow, 2.2, drops.slice(12))
  )
})
