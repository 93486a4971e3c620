import { blob } from '../bloom.ts'
import { fill, glaze } from '../paint.ts'
import { dryBrush, sliver } from '../path.ts'
import { object, tableShadow, turned, turnedShade } from './object-kind.ts'

const body = [
  [122, -228],
  [124, -196],
  [116, -110],
  [92, -26],
  [84, -14],
] as const
const rim = [
  [132, -240],
  [134, -206],
  [128, -190],
] as const
const saucer = [
  [120, -28],
  [116, -4],
  [104, 4],
] as const

/** A planter by itself: glazed, with a drip line and a saucer. */
export const planter = object(
  { size: 500, halfWidth: 140 },
  ['terracotta', 'cream', 'blue', 'blush', 'lime'],
  ({ random, tones }) => {
    const { deep, shade, mid, light, glow } = tones
    const bare = { mid: '#c58a63', shade: '#a56a47' }
    const unglazed = [
      [101, -56],
      [92, -26],
      [84, -14],
    ] as const
    return (
      tableShadow(-116, 116) +
      fill(shade, turned(saucer, 9)) +
      fill(mid, blob([0, -27], 119, 11, random, 0.01, 12)) +
      fill(deep, blob([0, -24], 96, 8, random, 0.01, 12)) +
      fill(mid, turned(body, 14)) +
      fill(bare.mid, turned(unglazed, 10)) +
      fill(light, dryBrush([-44, -180], [-36, -64], 92, 10, random)) +
      fill(shade, turnedShade(body, 0.54)) +
      fill(bare.shade, turnedShade(unglazed, 0.54)) +
      fill(glow, sliver([-94, -176], [-74, -66], 6, 7)) +
      fill(
        light,
        [-150, -128, -106]
          .map((y) => sliver([-116 + (y + 150) * -0.24, y], [112 - (y + 150) * 0.24, y], -22, 2))
          .join(''),
      ) +
      glaze(
        deep,
        0.3,
        turned(
          [
            [126, -196],
            [122, -176],
          ],
          16,
        ),
      ) +
      fill(mid, turned(rim, 14)) +
      fill(shade, turnedShade(rim, 0.5)) +
      fill(light, sliver([-130, -214], [20, -198], -10, 5)) +
      fill(deep, blob([0, -240], 132, 17, random, 0.008, 14)) +
      fill(shade, blob([0, -236], 118, 12, random, 0.01, 12)) +
      glaze('#2a1e18', 0.35, blob([10, -233], 100, 9, random, 0.02, 12))
    )
  },
)
