import type { PlacedLine, Room, Stem } from './arrange.ts'
import type { Point } from './path.ts'
import type { Random } from './random.ts'
import { species } from './species/index.ts'
import type { Role } from './species.ts'

/** Everything that grows in length radiates from the heart of the bouquet. */
export function placeLines(stems: readonly Stem[], room: Room, hasFaces: boolean, random: Random): PlacedLine[] {
  const lines: PlacedLine[] = []
  // Leaves by themselves are layered: each stem is answered by a shorter one before it, so that no paper shows through.
  const isLayered = !hasFaces && stems.length > 2
  const fanFrom = heartOf(room)
  for (const role of ['foliage', 'spire', 'spray'] as const) {
    const group = interleave(
      stems.filter((s) => species[s.stem].role === role),
      random,
    )
    const fan = {
      foliage: hasFaces ? 1.4 : 0.85,
      spire: hasFaces ? 0.74 : 0.66,
      spray: hasFaces ? 1.1 : 0.7,
      focal: 0,
      bloom: 0,
      accent: 0,
      plant: 0,
      object: 0,
    }[role]
    group.forEach((s, i) => {
      const share = group.length === 1 ? 0.36 : i / (group.length - 1)
      const turn = (share * 2 - 1) * fan * Math.min(1, room.rx / 240) + random.jitter(0.6 / (group.length + 1))
      const { size, halfWidth } = species[s.stem]
      const length = size * random.between(0.86, 1.1)
      const start = Math.max(
        -30,
        reachAt(turn, room, role) * random.between(0.92, 1.05) * (hasFaces ? 1 : 0.93) - length,
      )
      const heading = turn * 0.96 + random.jitter(0.1)
      const placed = keepInside({ start, length, turn, heading }, fanFrom, room, halfWidth ?? usualHalfWidth[role])
      lines.push({
        kind: s.kind,
        stem: s.stem,
        colour: s.colour,
        role,
        turn: heading,
        length: placed.length,
        flip: turn < 0,
        from: footAt(fanFrom, turn, placed.start),
      })
      if (isLayered && (role === 'foliage' || (role === 'spray' && group.length <= 9)))
        lines.push({
          ...(lines.at(-1) as PlacedLine),
          turn: heading * 0.72 + random.jitter(0.3),
          length: placed.length * 0.74,
          flip: turn > 0,
          from: footAt(fanFrom, turn * 0.6, placed.start * 0.2 - 44),
        })
    })
  }
  return lines
}

const usualHalfWidth = { foliage: 62, spire: 52, spray: 116 } as const

type Growth = { start: number; length: number; turn: number; heading: number }

/** What would touch the frame is pushed deeper into the bouquet; what still touches it is cut shorter. */
function keepInside(growth: Growth, heart: Point, { margin }: Room, halfWidth: number): Growth {
  let { start, length } = growth
  const isOutside = (): boolean => {
    const foot = footAt(heart, growth.turn, start)
    const aside = (halfWidth / 300) * length
    return [-1, 1].some((side) => {
      const x = foot[0] + Math.sin(growth.heading) * length + side * Math.cos(growth.heading) * aside
      const y = foot[1] - Math.cos(growth.heading) * length + side * Math.sin(growth.heading) * aside
      return x < margin || x > 800 - margin || y < margin * 0.8
    })
  }
  for (let step = 0; step < 40 && isOutside(); step++) {
    if (start > -50) start -= 10
    else length *= 0.97
  }
  return { ...growth, start, length }
}

function footAt(heart: Point, turn: number, start: number): Point {
  return [heart[0] + Math.sin(turn) * start, heart[1] - Math.cos(turn) * start]
}

/** Where the stems seem to come from, deep between the flowers. */
export function heartOf(room: Room): Point {
  return [room.centre[0], room.centre[1] + room.ry * 0.7]
}

/** How far from the heart a line may reach: tall in the middle, shorter to the sides, never out of the picture. */
function reachAt(turn: number, room: Room, role: Role): number {
  const tall = room.ry * 1.7 + (role === 'spire' ? room.tallest : role === 'foliage' ? 60 : 30)
  const wide = room.rx + (role === 'foliage' ? 92 : role === 'spray' ? 30 : 76)
  return 1 / Math.sqrt((Math.cos(turn) / tall) ** 2 + (Math.sin(turn) / wide) ** 2)
}

/** Spreads kinds across the fan instead of leaving each in its own corner. */
function interleave(stems: readonly Stem[], random: Random): Stem[] {
  return stems
    .map((s) => ({ s, key: (s.nth + 0.5 + random.jitter(0.3)) / s.count }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ s }) => s)
}
