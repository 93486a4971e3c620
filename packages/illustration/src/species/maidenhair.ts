import { greens, type Tones } from '../colours.ts'
import { fill, line } from '../paint.ts'
import { bendingLine, pointOn, shape, sliver, towards, trace, type Knot } from '../path.ts'
import type { Random } from '../random.ts'
import { plant } from './plant-kind.ts'

/** Maidenhair fern: black wires, and fans so light that they float. */
export const maidenhair = plant(420, ({ random, sheet }) => {
  const fans = [
    greens.fresh,
    { ...greens.fresh, mid: greens.fresh.light, shade: greens.fresh.mid, light: greens.fresh.glow },
    greens.leaf,
  ].map((t, n) => sheet.stamp(`maidenhair-${n}`, () => drawFan(random.fork(`fan${n}`), t)))
  const frond = [0, 1].map((n) =>
    sheet.stamp(`maidenhair-frond-${n}`, () =>
      drawFrond(random.fork(`frond${n}`), (at, turn, scale, pick) =>
        sheet.use(fans[pick] as string, { at, turn, scale }),
      ),
    ),
  )
  let svg = ''
  for (let i = 0; i < 19; i++) {
    const turn = (((i * 7) % 19) / 18 - 0.5) * 2.9 + random.jitter(0.08)
    svg += sheet.use(frond[i % 2] as string, {
      at: [turn * 18, 8],
      turn: turn * 0.7 - (turn < 0 ? -0.16 : 0.16),
      scale: (1.04 - Math.abs(turn) * 0.15) * random.between(0.72, 1),
      flip: turn < 0,
    })
  }
  return svg
})

type PrintFan = (at: readonly [number, number], turn: number, scale: number, pick: number) => string

function drawFrond(random: Random, print: PrintFan): string {
  const rib = bendingLine([0, 0], 0, 236, 0.62, 8)
  let wires = trace(rib)
  let svg = ''
  for (let i = 0; i < 8; i++) {
    const { at, heading } = pointOn(rib, 0.3 + i * 0.095)
    for (const side of [-1, 1]) {
      const wire = bendingLine(at, heading + side * 0.9, 54 - i * 4.4, side * 0.25, 3)
      wires += trace(wire)
      for (const along of i < 5 ? [0.45, 0.75, 1] : [0.6, 1]) {
        const { at: spot, heading: h } = pointOn(wire, along)
        svg += print(
          towards(spot, h, 2),
          h + (along < 1 ? random.jitter(1) : 0),
          random.between(0.72, 1),
          random.chance(0.2) ? 2 : random.chance(0.5) ? 1 : 0,
        )
      }
    }
  }
  return line('#3a2c26', 1.5, wires) + svg + print(pointOn(rib, 1).at, 0.9, 0.8, 1)
}

function drawFan(random: Random, { shade, mid, light }: Tones): string {
  const rim: Knot[] = Array.from({ length: 7 }, (_, i): Knot => {
    const a = -0.95 + (i / 6) * 1.9
    const r = (i % 2 ? 23 : 20) + random.jitter(1)
    return [Math.sin(a) * r, -Math.cos(a) * r]
  })
  return (
    fill(mid, shape([[0, 0, true], ...rim])) +
    fill(shade, sliver([0, -2], [9, -18], 1, 1.6)) +
    fill(light, sliver([-1, -3], [-8, -17], -1, 1.4))
  )
}
