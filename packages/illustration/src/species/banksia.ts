import { blob } from '../bloom.ts'
import { greens } from '../colours.ts'
import { fill } from '../paint.ts'
import { bendingLine, pointOn, shape, sliver, towards, type Knot, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import type { Brief, Species } from '../species.ts'

/** Banksia: a candle of a thousand hooked styles, over saw-edged leaves. */
export const banksia: Species = {
  role: 'focal',
  size: 92,
  colours: ['orange', 'yellow', 'coral', 'rust', 'lime'],
  leaf: 'lance',
  draw(brief) {
    const { random, view } = brief
    const tilt = { front: 0.62, turned: 1.02, side: 1.36, bud: 1.3 }[view]
    const around = {
      front: [-2.7, -2, -1.3, -0.5, 0.4, 1.1, 1.8, 2.5],
      turned: [-2.1, 2.05, -1.4, 1.35, -0.75, 0.72],
      side: [-1.95, 1.9, -1.25, 1.3, -0.72, 0.7],
      bud: [-1.6, 1.5, -0.9, 0.85],
    }[view]
    const heart: Point = [0, view === 'front' ? 14 : 50]
    const leaves = around
      .map((a) => sawLeaf(heart, a + random.jitter(0.12), view === 'bud' ? 96 : 116, random))
      .join('')
    return leaves + drawCandle(brief, tilt)
  },
}

/** The candle is a cylinder with a round end; each style stands off it and hooks upwards. */
function drawCandle({ random, tones, view }: Brief, tilt: number): string {
  const [radius, tall] = view === 'bud' ? [34, 104] : [46, 142]
  const foot = -tall * 0.5
  const eye = (x: number, y: number, z: number): Point => [
    x,
    -(y * Math.cos(tilt) + z * Math.sin(tilt)) + (view === 'front' ? 0 : -14),
  ]
  const crown = eye(0, 0, foot + tall)
  const [, base] = eye(0, 0, foot)
  const squash = radius * Math.cos(tilt)
  const marks: Record<'mid' | 'light' | 'glow', string> = { mid: '', light: '', glow: '' }
  const rowCount = view === 'bud' ? 9 : 12
  for (let row = 0; row <= rowCount; row++) {
    const along = row / rowCount
    const cap = Math.max(0, along - 0.72) / 0.28
    const r = radius * Math.sqrt(Math.max(0.03, 1 - cap * cap))
    const count = Math.max(cap > 0.9 ? 8 : 13, Math.round(17 * (r / radius)))
    for (let i = 0; i < count; i++) {
      const a = ((i + (row % 2) / 2 + random.jitter(0.12)) / count) * Math.PI * 2
      const [x, y, z] = [Math.cos(a) * r, Math.sin(a) * r, foot + tall * along]
      const facing = cap * Math.cos(tilt) - Math.sin(a) * Math.sin(tilt) * (1 - cap * 0.6)
      if (facing < -0.06) continue
      const stand = 9 + random.jitter(2)
      const tip = eye(
        x * (1 + stand / radius) * (1 - cap * 0.1),
        y * (1 + stand / radius),
        z + (view === 'front' ? 22 : 16) + cap * 8,
      )
      const side = Math.cos(a)
      const tone =
        side > 0.66 ? 'mid' : side > 0.1 ? ((row + i) % 3 ? 'mid' : 'light') : (row + i) % 3 === 0 ? 'glow' : 'light'
      marks[view === 'bud' && along > 0.6 ? 'mid' : tone] += sliver(
        eye(x, y, z - 10),
        tip,
        side * -3,
        view === 'front' ? 7.4 : 6.4,
      )
    }
  }
  // The newest styles stand close together on the crown.
  if (view !== 'front')
    for (let k = -3; k <= 3; k++) {
      const [x, y] = [k * radius * 0.2, crown[1] + k * k * 1.6]
      marks[k % 2 ? 'light' : k > 0 ? 'mid' : 'glow'] += sliver([x, y + 34], [x * 1.06, y - 4], 0, 6)
      marks.mid += sliver([x + radius * 0.1, y + 46], [x + radius * 0.11, y + 12], 0, 5.4)
    }
  const { body, shadow } = silhouette({ radius, squash, crown: crown[1], base, shoulder: tall * 0.28 * Math.sin(tilt) })
  const eyeOfCandle = view === 'front' ? fill(tones.shade, blob([0, crown[1] - 2], 9, 6, random, 0.1, 6)) : ''
  return (
    fill(tones.shade, body) +
    fill(tones.deep, shadow) +
    fill(tones.mid, marks.mid) +
    fill(tones.light, marks.light) +
    fill(tones.glow, marks.glow) +
    eyeOfCandle
  )
}

type Cylinder = { radius: number; squash: number; crown: number; base: number; shoulder: number }

/** What shows between the styles, and its shaded side. */
function silhouette({ radius, squash, crown, base, shoulder }: Cylinder): { body: string; shadow: string } {
  const body = shape([
    [0, crown - squash * 0.55],
    [radius * 0.7, crown - squash * 0.3 + 7],
    [radius, crown + shoulder],
    [radius, base - 8],
    [radius * 0.6, base + squash * 0.85],
    [0, base + squash],
    [-radius * 0.6, base + squash * 0.85],
    [-radius, base - 8],
    [-radius, crown + shoulder],
    [-radius * 0.7, crown - squash * 0.3 + 7],
  ])
  const shadow = shape([
    [radius * 0.44, crown + 14],
    [radius, crown + shoulder],
    [radius, base - 8],
    [radius * 0.5, base + squash * 0.9],
    [radius * 0.6, base - radius],
  ])
  return { body, shadow }
}

function sawLeaf(from: Point, heading: number, length: number, random: Random): string {
  const spine = bendingLine(from, heading, length, random.jitter(0.5), 8)
  const edge: Knot[] = []
  for (let i = 0; i <= 12; i++) {
    const { at, heading: h } = pointOn(spine, i / 12)
    const w = Math.sin(Math.PI * (0.1 + (i / 12) * 0.86)) * length * 0.13 * (i % 2 ? 1.25 : 0.8) + 1
    edge.push([...towards(at, h - 1.2, w), true])
    edge.unshift([...towards(at, h + 1.2, w), true])
  }
  return fill(greens.sage.shade, shape(edge)) + fill(greens.sage.light, sliver(from, pointOn(spine, 0.95).at, 0, 2))
}
