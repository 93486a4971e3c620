import { greens } from './colours.ts'
import { leaf } from './leaf.ts'
import { line } from './paint.ts'
import { bendingLine, pointOn, trace, type Point } from './path.ts'
import type { Random } from './random.ts'
import type { Species } from './species.ts'

/** The leaves a flower has on its own stem. `above` keeps them on the part of the stem that is seen (0 is its foot). */
export function leavesOnStem(
  form: NonNullable<Species['leaf']>,
  spine: readonly Point[],
  random: Random,
  above = 0,
): string {
  const at = (along: number): Point => pointOn(spine, above + along * (1 - above)).at
  const [x, y] = at(0)
  switch (form) {
    case 'rose':
      return [
        [0.3, -1.05],
        [0.54, -0.95],
        [0.5, 1.15],
      ]
        .map(([along, turn]) => spray(at(along as number), turn as number, 74, random))
        .join('')
    case 'strap':
      return (
        leaf([x - 4, y + 2], -0.36, 330 * (1 - above * 0.3), 'willow', greens.sage, random) +
        leaf(
          [x + 6, y + 2],
          0.42,
          290 * (1 - above * 0.3),
          'willow',
          { ...greens.sage, mid: greens.sage.shade, shade: greens.sage.deep },
          random,
        )
      )
    case 'lance':
      return [0.16, 0.3, 0.44, 0.58, 0.72]
        .map((along, i) =>
          leaf(
            at(along),
            (i % 2 ? 1 : -1) * 0.95,
            150 - i * 14,
            'lance',
            i % 2 ? greens.leaf : greens.fresh,
            random,
            'full',
          ),
        )
        .join('')
    case 'broad':
      return [
        [0.2, -1.1, 170],
        [0.34, 1.0, 176],
        [0.56, -0.9, 128],
      ]
        .map(([along, turn, length]) =>
          leaf(at(along as number), turn as number, length as number, 'broad', greens.leaf, random, 'full'),
        )
        .join('')
    case 'feather':
      return [
        [0.24, -0.95],
        [0.36, 1],
        [0.6, -0.8],
      ]
        .map(([along, turn]) => feather(at(along as number), turn as number, 118, random))
        .join('')
    case 'none':
      return ''
  }
}

/** A leaf of five leaflets. */
function spray(from: Point, turn: number, length: number, random: Random): string {
  const rib = bendingLine(from, turn, length * 1.3, -turn * 0.2, 5)
  const leaflets = [
    [0.45, -1],
    [0.45, 1],
    [0.8, -0.9],
    [0.8, 0.9],
    [1, 0],
  ] as const
  return (
    line(greens.leaf.shade, 3, trace(rib)) +
    leaflets
      .map(([along, side]) =>
        leaf(
          pointOn(rib, along).at,
          pointOn(rib, along).heading + side,
          length * (side === 0 ? 1 : 0.8),
          'oval',
          greens.leaf,
          random,
          'full',
        ),
      )
      .join('')
  )
}

/** A finely cut leaf, for buttercups and their kin. */
function feather(from: Point, turn: number, length: number, random: Random): string {
  const rib = bendingLine(from, turn, length, -turn * 0.3, 6)
  return (
    line(greens.fresh.shade, 3, trace(rib)) +
    [0.4, 0.6, 0.8, 1]
      .flatMap((along, i) =>
        (i === 3 ? [0] : [-0.8, 0.8]).map((side) =>
          leaf(
            pointOn(rib, along).at,
            pointOn(rib, along).heading + side,
            52 - i * 5,
            'lance',
            greens.fresh,
            random,
            'half',
          ),
        ),
      )
      .join('')
  )
}
