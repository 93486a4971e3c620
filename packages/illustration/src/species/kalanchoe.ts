import { greens, type Tones } from '../colours.ts'
import { fill, line } from '../paint.ts'
import { bendingLine, dot, knots, pointOn, shape, sliver, trace, type Knot, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import { plant } from './plant-kind.ts'

/** Kalanchoe: bunches of small four-petalled stars over scalloped, fleshy leaves. */
export const kalanchoe = plant(
  380,
  ({ random, tones, sheet }) => {
    const stars = [0, 1, 2].map((n) =>
      sheet.stamp(`kalanchoe-${tones.mid}-${n}`, () => drawStar(random.fork(`star${n}`), tones, n)),
    )
    const leaves = [0, 1].map((n) =>
      sheet.stamp(`kalanchoe-leaf-${n}`, () => drawLeaf(random.fork(`leaf${n}`), n ? greens.leaf : greens.dark)),
    )
    let svg = ''
    for (let i = 0; i < 17; i++) {
      const turn = (((i * 6) % 17) / 16 - 0.5) * 3.5
      svg += sheet.use(leaves[i % 2] as string, {
        at: [turn * 16, -4 - Math.cos(turn) * (i % 3) * 26],
        turn: turn * 0.95 + random.jitter(0.15),
        scale: random.between(0.9, 1.12) * (1 - Math.abs(turn) * 0.06),
        flip: i % 2 === 0,
      })
    }
    for (const turn of [-0.9, 0.85, -0.3, 0.25])
      svg += sheet.use(leaves[turn > 0 ? 1 : 0] as string, { at: [turn * 46, 14], turn: turn * 1.2, scale: 0.78 })
    const bunches = [
      [-0.72, 150, 0.84],
      [0.74, 154, 0.86],
      [-0.26, 196, 1],
      [0.3, 204, 1],
      [0.02, 150, 0.96],
      [-1.12, 96, 0.7],
      [1.14, 98, 0.72],
    ] as const
    for (const [turn, length, scale] of bunches) {
      const spine = bendingLine([turn * 16, -20], turn * 0.7, length, turn * 0.4, 5)
      const { at } = pointOn(spine, 1)
      const heads = Array.from({ length: 13 }, (_, i) => {
        const r = Math.sqrt((i + 0.4) / 13) * 46 * scale
        return {
          x: at[0] + Math.cos(i * 2.39996) * r * 1.12,
          y: at[1] + Math.sin(i * 2.39996) * r * 0.72,
          lit: -Math.sin(i * 2.39996) * r - Math.cos(i * 2.39996) * r * 0.5,
        }
      }).toSorted((a, b) => a.y - b.y)
      svg += line(
        greens.fresh.shade,
        3,
        trace(spine) +
          heads
            .filter((_, i) => i % 3 === 0)
            .map((h) =>
              trace([
                [at[0], at[1] + 40],
                [h.x, h.y],
              ]),
            )
            .join(''),
      )
      svg += heads
        .map((h) =>
          sheet.use(stars[h.lit > 14 ? 2 : h.lit > -16 ? 1 : 0] as string, {
            at: [h.x, h.y],
            turn: random.between(0, 1.5),
            scale: scale * random.between(0.82, 1),
          }),
        )
        .join('')
    }
    return svg
  },
  { colours: ['coral', 'yellow', 'pink', 'white', 'red', 'orange'] },
)

function drawStar(random: Random, { deep, shade, mid, light, glow }: Tones, strength: number): string {
  const [back, body, rim] = (
    [
      [deep, shade, mid],
      [shade, mid, light],
      [mid, light, glow],
    ] as const
  )[strength] as readonly [string, string, string]
  const ring = (turn: number, length: number, width: number): string =>
    [0, 1, 2, 3]
      .map((i) => {
        const a = (i * Math.PI) / 2 + turn + random.jitter(0.12)
        const p = (r: number, off: number): Point => [Math.sin(a + off) * r, -Math.cos(a + off) * r]
        return shape([
          [0, 0, true],
          p(length * 0.55, -width),
          p(length * 0.9, -width * 0.5),
          p(length, 0),
          p(length * 0.9, width * 0.5),
          p(length * 0.55, width),
        ])
      })
      .join('')
  return (
    fill(back, ring(0.78, 18, 0.6)) +
    fill(body, ring(0, 18, 0.62)) +
    fill(rim, ring(0.5, 10, 0.6)) +
    fill(back, dot([0, 0], 2.4))
  )
}

function drawLeaf(random: Random, { shade, mid, light }: Tones): string {
  const edge: Knot[] = [[0, 4, true]]
  for (const side of [-1, 1]) {
    const half = Array.from({ length: 7 }, (_, i): Knot => {
      const along = 0.2 + i * 0.125
      const w = Math.sin(Math.PI * (0.12 + along * 0.78)) * 30 * (i % 2 ? 1.06 : 0.9)
      return [side * w, -along * 104 + random.jitter(1)]
    })
    edge.push(...(side < 0 ? half : [[0, -106] as Knot, ...half.toReversed()]))
  }
  return (
    fill(mid, shape(edge)) +
    fill(shade, shape(knots('0 4!, 18 -26, 27 -56, 20 -88, 0 -106, 3 -50'))) +
    fill(light, sliver([0, 0], [0, -96], 0, 1.4) + sliver([-19, -34], [-17, -74], -6, 3))
  )
}
