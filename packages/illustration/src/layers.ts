import type { Arrangement, PlacedFace, PlacedLine, Room } from './arrange.ts'
import { blob } from './bloom.ts'
import { greens } from './colours.ts'
import { paintFace, stampFor } from './face.ts'
import { fill, line, type Sheet } from './paint.ts'
import { bendingLine, trace } from './path.ts'
import { heartOf } from './place-lines.ts'
import type { Random } from './random.ts'
import { darkSpray } from './species/dark-spray.ts'
import { isDried, species } from './species/index.ts'
import type { ViewName } from './species.ts'
import { leavesOnStem } from './stem-leaves.ts'

/** Bytes of cut-outs after which no further view is cut; what follows (placing, paper, vase) takes about 9 KB more. */
const stampBudget = 23_500

/** What is hidden behind the front paper or the rim of the vase, and what stands before it. */
export type Layers = { behind: string; faces: string }

/** Farthest first: dark leaves, foliage, spires, sprays; then the faces, each on its own shadow. */
export function paintArrangement(sheet: Sheet, { faces, lines }: Arrangement, room: Room, random: Random): Layers {
  const back = lines.filter((l) => l.role === 'foliage')
  const front = lines.filter((l) => l.role !== 'foliage')
  const paintLine = (l: PlacedLine): string =>
    (room.stemsHidden ? '' : paintStem(l, room)) +
    sheet.use(stampFor(sheet, { ...l, view: 'front' }), {
      at: l.from,
      turn: l.turn,
      scale: l.length / 300,
      flip: l.flip,
    })
  const grown = back.map(paintLine).join('') + front.map(paintLine).join('')
  const behind = paintDarkLeaves(sheet, faces, room, random.fork('dark')) + grown
  const views = viewsWorthDrawing(sheet, faces)
  return {
    behind,
    faces: faces
      .map((f) => paintFace(sheet, { ...f, view: nearestView(f.view, views.get(f.kind) ?? ['front']) }))
      .join(''),
  }
}

/**
 * Every further view of a flower costs bytes. Each kind gets the view it needs most; then, as long as the budget lasts, the
 * kinds with the most flowers get a second and a third. The first view of every kind is always cut,
 * so the limit is only certain up to three kinds of faces; with four or more, gzip may pass 15 KB.
 */
function viewsWorthDrawing(sheet: Sheet, faces: readonly PlacedFace[]): Map<string, ViewName[]> {
  const chosen = new Map<string, ViewName[]>()
  const wishes = new Map<string, { face: PlacedFace; wanted: number }>()
  for (const face of faces) {
    const wish = wishes.get(`${face.kind}/${face.view}`) ?? { face, wanted: 0 }
    wishes.set(`${face.kind}/${face.view}`, { face, wanted: wish.wanted + (face.view === 'bud' ? 0.6 : 1) })
  }
  const byNeed = [...wishes.values()].toSorted((a, b) => b.wanted - a.wanted)
  const take = (face: PlacedFace, view: ViewName): void => {
    stampFor(sheet, { ...face, view })
    chosen.set(face.kind, [...(chosen.get(face.kind) ?? []), view])
  }
  for (const { face } of byNeed) if (!chosen.has(face.kind)) take(face, face.view === 'bud' ? 'turned' : face.view)
  for (const { face } of byNeed)
    if (sheet.bytes() < stampBudget && !chosen.get(face.kind)?.includes(face.view)) take(face, face.view)
  return chosen
}

function nearestView(wanted: ViewName, drawn: readonly ViewName[]): ViewName {
  return drawn.includes(wanted) ? wanted : drawn.includes('turned') ? 'turned' : (drawn[0] as ViewName)
}

function paintStem(l: PlacedLine, room: Room): string {
  return line(
    species[l.stem].stem ?? greens.leaf.shade,
    5,
    trace([room.bind, [room.bind[0] * 0.55 + l.from[0] * 0.45, (room.bind[1] + l.from[1]) / 2], l.from]),
  )
}

/** The inside of the bouquet: without it the paper would show between the petals. */
function paintDarkLeaves(sheet: Sheet, faces: readonly PlacedFace[], room: Room, random: Random): string {
  if (faces.length === 0) return ''
  const leaves = faces.every((face) => isDried(face.stem)) ? greens.dry : greens.dark
  const spray = sheet.stamp('dark', () => darkSpray({ random: random.fork('spray'), sheet }, leaves))
  const heart = heartOf(room)
  const mass = fill(
    leaves.shade,
    blob([room.centre[0], room.centre[1] + room.ry * 0.2], room.rx * 0.66, room.ry * 0.68, random, 0.1, 11),
  )
  let svg = ''
  for (let i = 0; i < 9; i++) {
    const turn = (i / 8 - 0.5) * 3.5 + random.jitter(0.12)
    svg += sheet.use(spray, {
      at: heart,
      turn,
      scale: (room.rx / 190) * (1.08 - Math.abs(turn) * 0.16) * random.between(0.86, 1),
      flip: i % 2 === 0,
    })
  }
  return svg + mass
}

/** A flower or two on their own stems: the leaves are theirs, and no dark heap hides the line of the stem. */
export function paintFew(sheet: Sheet, { faces, lines }: Arrangement, room: Room, random: Random): Layers {
  let behind = lines
    .map(
      (l) =>
        paintStem(l, room) +
        sheet.use(stampFor(sheet, { ...l, view: 'front' }), {
          at: l.from,
          turn: l.turn,
          scale: l.length / 300,
          flip: l.flip,
        }),
    )
    .join('')
  let heads = ''
  for (const [i, face] of faces.entries()) {
    const kind = species[face.stem]
    const view = kind.plateView ?? 'turned'
    const across = face.at[0] - room.bind[0]
    const rise = room.bind[1] - face.at[1]
    const spine = bendingLine(
      [room.bind[0] + (i ? 8 : -4), room.bind[1] + 10],
      Math.atan2(across, rise) - 0.1,
      Math.hypot(across, rise) * 1.005,
      0.2,
      8,
    )
    const end = spine.at(-1) as readonly [number, number]
    // The spine bends; the head goes where the stem ends, a little above it.
    const at = [end[0], end[1] - face.radius * 0.16] as const
    behind +=
      leavesOnStem(kind.leaf ?? 'rose', spine, random.fork(`leaves${i}`), 0.46) +
      line(kind.stem ?? greens.leaf.shade, 9, trace(spine))
    heads += sheet.use(stampFor(sheet, { ...face, view }), {
      at,
      turn: (face.at[0] < 400 ? -1 : 1) * 0.12,
      scale: face.radius / 100,
      flip: face.flip,
    })
  }
  return { behind, faces: heads }
}
