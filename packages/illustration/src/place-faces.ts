import type { PlacedFace, Room, Stem } from './arrange.ts'
import type { Point } from './path.ts'
import type { Random } from './random.ts'
import { species } from './species/index.ts'
import type { ViewName } from './species.ts'

type Disc = Stem & { x: number; y: number; r: number }

/** Packs faces like a florist's hand: the large ones near an off-centre focal point, the rest pressed round them, overlapping a little. */
export function placeFaces(stems: readonly Stem[], room: Room, random: Random): PlacedFace[] {
  const weight = (s: Stem): number => species[s.stem].size * (s.nth === 0 ? 1.12 : 1) + random.jitter(26)
  const ordered = stems.map((s) => ({ s, w: weight(s) })).toSorted((a, b) => b.w - a.w)
  const side = random.chance(0.5) ? 1 : -1
  if (isFew(stems, room)) return placeFew(stems, room, side)
  const discs = ordered.map(({ s }, i): Disc => {
    const a = i * 2.4 + random.jitter(0.5)
    const spread = Math.sqrt(i + 0.3) * 62
    return {
      ...s,
      x: side * 26 + Math.cos(a) * spread,
      y: 34 + Math.sin(a) * spread * 0.9,
      r: species[s.stem].size * random.between(0.88, 1.1),
    }
  })
  settle(discs)
  const fit = fitInto(discs, room)
  const focus: Point = [room.centre[0], room.centre[1] + room.ry * 0.95]
  return discs
    .map((d): PlacedFace => {
      const at: Point = [room.centre[0] + d.x * fit.scale + fit.dx, room.centre[1] + d.y * fit.scale + fit.dy]
      const outward = Math.atan2(at[0] - focus[0], focus[1] + 60 - at[1])
      const edge = Math.hypot((at[0] - room.centre[0]) / room.rx, (at[1] - room.centre[1]) / room.ry)
      const view = viewAt(edge, d.count, random)
      return {
        kind: d.kind,
        stem: d.stem,
        colour: d.colour,
        at,
        radius: d.r * fit.scale * (view === 'bud' ? 0.86 : 1),
        turn: Math.max(-1.25, Math.min(1.25, outward * 0.9)) + random.jitter(0.22),
        view,
        flip: random.chance(0.5),
        role: species[d.stem].role,
      }
    })
    .toSorted((a, b) => nearness(a) - nearness(b))
}

/** A slim room is made for flowers that stand alone. */
function isFew(stems: readonly Stem[], room: Room): boolean {
  return stems.length > 0 && stems.length <= 3 && room.rx < 150
}

const placesForFew = [
  [{ dx: 14, dy: -66, grow: 1.72 }],
  [
    { dx: -58, dy: -108, grow: 1.42 },
    { dx: 66, dy: 28, grow: 1.5 },
  ],
  [
    { dx: 44, dy: -138, grow: 1.2 },
    { dx: -72, dy: -34, grow: 1.26 },
    { dx: 66, dy: 52, grow: 1.3 },
  ],
] as const

/** One flower stands nearly straight; of two, one looks over the other's shoulder; three climb. */
function placeFew(stems: readonly Stem[], room: Room, side: 1 | -1): PlacedFace[] {
  const places = placesForFew[stems.length - 1] ?? placesForFew[0]
  return stems.map((s, i): PlacedFace => {
    const { dx, dy, grow } = places[i] as (typeof places)[number]
    const radius = Math.min(132 - stems.length * 8, Math.max(64, species[s.stem].size * grow))
    return {
      kind: s.kind,
      stem: s.stem,
      colour: s.colour,
      at: [room.centre[0] + side * dx, room.centre[1] + dy],
      radius,
      turn: 0,
      view: 'turned',
      flip: side < 0,
      role: species[s.stem].role,
    }
  })
}

function viewAt(edge: number, count: number, random: Random): ViewName {
  const e = edge + random.jitter(0.16)
  if (e < 0.45) return 'front'
  if (e < 0.86 || count < 3) return random.chance(0.2) ? 'front' : 'turned'
  return random.chance(0.5) ? 'side' : random.chance(0.4) ? 'bud' : 'turned'
}

/** Lower and larger faces lean out towards the eye. */
function nearness(face: PlacedFace): number {
  return face.at[1] + face.radius * 1.1
}

/** Pushes overlapping discs apart and pulls all of them gently together. */
function settle(discs: Disc[]): void {
  for (let round = 0; round < 90; round++) {
    for (let i = 0; i < discs.length; i++) {
      const a = discs[i] as Disc
      for (let j = i + 1; j < discs.length; j++) {
        const b = discs[j] as Disc
        const [dx, dy] = [b.x - a.x || 0.1, b.y - a.y || 0.1]
        const apart = Math.hypot(dx, dy)
        // Same flowers keep a little more distance, so that colours mix over the whole bouquet.
        const wanted = (a.r + b.r) * (a.kind === b.kind ? 0.76 : 0.68)
        if (apart >= wanted) continue
        const push = ((wanted - apart) / apart) * 0.5
        const share = a.r / (a.r + b.r)
        a.x -= dx * push * (1 - share)
        a.y -= dy * push * (1 - share)
        b.x += dx * push * share
        b.y += dy * push * share
      }
      a.x *= 0.987
      a.y = 14 + (a.y - 14) * 0.978
    }
  }
}

function fitInto(discs: readonly Disc[], room: Room): { scale: number; dx: number; dy: number } {
  if (discs.length === 0) return { scale: 1, dx: 0, dy: 0 }
  const left = Math.min(...discs.map((d) => d.x - d.r))
  const right = Math.max(...discs.map((d) => d.x + d.r))
  const top = Math.min(...discs.map((d) => d.y - d.r))
  const bottom = Math.max(...discs.map((d) => d.y + d.r))
  // Small flowers may come a little closer than large ones, so that eight buttons do not drown in their paper.
  const mean = discs.reduce((sum, d) => sum + d.r, 0) / discs.length
  const closest = 1.42 * Math.max(1, Math.min(1.28, 58 / mean))
  const scale = Math.max(0.6, Math.min(closest, (2 * room.rx) / (right - left), (2 * room.ry) / (bottom - top)))
  // The heap rests on the rim: aligned at the bottom, centred across.
  return { scale, dx: (-(left + right) / 2) * scale, dy: room.ry - bottom * scale }
}
