import { blob } from '../bloom.ts'
import { colours, greens, type ColourName, type Tones } from '../colours.ts'
import { leaf } from '../leaf.ts'
import { dots, fill, glaze, type Sheet } from '../paint.ts'
import { shape, sliver, towards, type Knot, type Point } from '../path.ts'
import type { Random } from '../random.ts'

/** The frill behind a posy: a paper doily with its holes, and a ring of leaves on it. */
export function posyCollar(sheet: Sheet, centre: Point, radius: number, tones: Tones, random: Random): string {
  const scallop = (reach: number, lobes: number): string =>
    shape(
      Array.from({ length: lobes * 2 }, (_, i): Knot => {
        const a = (i / (lobes * 2)) * Math.PI * 2
        const r = reach * (i % 2 ? 0.955 : 1.02) * (1 + random.jitter(0.006))
        return [centre[0] + Math.cos(a) * r, centre[1] + Math.sin(a) * r * 0.94]
      }),
    )
  const ring = (reach: number, count: number): Point[] =>
    Array.from({ length: count }, (_, i): Point => {
      const a = (i / count) * Math.PI * 2
      return [centre[0] + Math.cos(a) * reach, centre[1] + Math.sin(a) * reach * 0.94]
    })
  const lobes = 26
  const leafStamp = [greens.leaf, greens.dark, greens.fresh].map((t, n) =>
    sheet.stamp(`posy-leaf-${n}`, () => leaf([0, 0], 0, 124, 'broad', t, random.fork(`leaf${n}`), 'full')),
  )
  const leaves = Array.from({ length: 17 }, (_, i) => {
    const a = (i / 17) * Math.PI * 2 + random.jitter(0.08)
    const at: Point = [centre[0] + Math.sin(a) * radius * 0.62, centre[1] - Math.cos(a) * radius * 0.58]
    return sheet.use(leafStamp[i % 3] as string, {
      at,
      turn: a + random.jitter(0.2),
      scale: (radius / 300) * random.between(0.94, 1.12),
      flip: i % 2 === 0,
    })
  }).join('')
  return (
    fill(tones.shade, scallop(radius * 1.16, lobes)) +
    fill(tones.light, scallop(radius * 1.13, lobes)) +
    dots(tones.shade, 4.4, ring(radius * 1.085, lobes)) +
    dots(tones.shade, 2.6, ring(radius * 1.02, lobes * 2)) +
    glaze(tones.deep, 0.3, blob([centre[0] + 6, centre[1] + 10], radius * 0.98, radius * 0.92, random, 0.02, 14)) +
    leaves +
    fill(greens.dark.shade, blob(centre, radius * 0.8, radius * 0.76, random, 0.04, 12))
  )
}

/** The handle: stems bound in ribbon from top to bottom, wound on the slant. */
export function posyHandle([x, y]: Point, foot: number, colour: ColourName, random: Random): string {
  const t = colours[colour]
  const left = (at: number): number => x - 34 + ((at - y) / (foot - y)) * 6
  const right = (at: number): number => x + 34 - ((at - y) / (foot - y)) * 6
  const turns = 7
  let winds = ''
  let lights = ''
  for (let i = 0; i < turns; i++) {
    const at = y - 6 + ((foot - y) / turns) * i
    winds += sliver([left(at), at + 22], [right(at), at + 2], 5, 2.2)
    lights += sliver([left(at) + 8, at + 13], [left(at) + 34, at + 5], 3, 3.4)
  }
  return (
    fill(
      t.mid,
      shape([
        [left(y), y - 40, true],
        [right(y), y - 40, true],
        [right(foot), foot, true],
        [x + random.jitter(4), foot + 7],
        [left(foot), foot, true],
      ]),
    ) +
    fill(
      t.shade,
      shape([
        [x + 12, y - 40, true],
        [right(y), y - 40, true],
        [right(foot), foot, true],
        [x + 8, foot + 6, true],
      ]),
    ) +
    fill(t.light, lights) +
    fill(t.deep, winds)
  )
}

/** Stem ends that show below the handle. */
export function posyStems([x]: Point, foot: number, paints: readonly string[], random: Random): string {
  return Array.from({ length: 9 }, (_, i) => {
    const to = towards([x + (i - 4) * 6, foot - 8], Math.PI - (i - 4) * 0.05, 44 + random.jitter(9))
    return fill(
      paints[(i * 5) % paints.length] as string,
      sliver([x + (i - 4) * 6, foot - 20], [to[0], to[1] + 20], 0, 8).replace(/z$/, 'z'),
    )
  }).join('')
}
