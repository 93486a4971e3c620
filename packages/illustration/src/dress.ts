import type { Arrangement, PlacedFace, Room } from './arrange.ts'
import type { ColourName } from './colours.ts'
import { colours, greens } from './colours.ts'
import type { BouquetOrder } from './draw-bouquet.ts'
import type { Layers } from './layers.ts'
import { line, type Sheet } from './paint.ts'
import { trace } from './path.ts'
import { boxBack, boxFront } from './presentations/box.ts'
import { paperBack, paperFront, paperSkirt, tissues, wraps } from './presentations/paper.ts'
import { posyCollar, posyHandle, posyStems } from './presentations/posy.ts'
import { bow, twine } from './presentations/ribbon.ts'
import { stemsBelow } from './presentations/stems.ts'
import { vaseBack, vaseFront } from './presentations/vase.ts'
import type { Random } from './random.ts'
import { isFew, roomFor, type Bound } from './room.ts'
import { species } from './species/index.ts'

type Dressing = {
  order: BouquetOrder
  flowers: Layers
  room: Room
  arrangement: Arrangement
  sheet: Sheet
  random: Random
}

/** Puts the flowers into their paper, vase, box or twine. */
export function dress(presentation: Bound, dressing: Dressing): string {
  switch (presentation) {
    case 'wrapped':
      return wrap(dressing)
    case 'bunch':
      return tieBunch(dressing)
    case 'posy':
      return tiePosy(dressing)
    case 'box':
      return layInBox(dressing)
    case 'vase':
      return standInVase(dressing)
  }
}

function wrap({ order, flowers, room, arrangement, random }: Dressing): string {
  const tones = wraps[order.paper ?? 'kraft']
  const few = isFew(order.recipe)
  const stems = stemsBelow(
    room.bind,
    few ? Math.max(2, stemsOf(order)) : 9,
    room.bind[1] + (few ? 196 : 214),
    few ? 26 : 62,
    stemPaintsFor(order),
    random,
  )
  const flip = random.chance(0.5)
  // A flower or two get a narrow sleeve, a small heap a narrow cone: the same sheet, rolled tighter.
  const slim = few
    ? arrangement.faces.length === 3
      ? 0.66
      : 0.58
    : Math.max(0.72, room.rx / roomFor('wrapped', order).rx)
  const rolled = (paper: string): string =>
    slim < 1 || flip
      ? `<g transform="translate(${flip ? 400 + 400 * slim : 400 - 400 * slim} 0)scale(${flip ? -slim : slim} 1)">${paper}</g>`
      : paper
  return lean(
    rolled(paperBack(room.bind, tones, random)) +
      flowers.behind +
      stems +
      rolled(paperSkirt(room.bind, tones, random) + paperFront(room.bind, tones, random)) +
      flowers.faces +
      bow(room.bind, order.ribbon ?? 'blush', random, few ? 0.78 : 1),
    random,
  )
}

function tieBunch({ order, flowers, room, arrangement, random }: Dressing): string {
  const paints = stemPaintsFor(order)
  const few = isFew(order.recipe)
  const count = few
    ? stemsOf(order)
    : Math.min(15, Math.max(7, arrangement.faces.length + Math.round(arrangement.lines.length / 2)))
  const [x, y] = room.bind
  return lean(
    stemsBelow(room.bind, count, few ? 906 : 946, few ? 16 + count * 7 : 118, paints, random) +
      (few ? '' : paintFaceStems(arrangement.faces, room, paints)) +
      flowers.behind +
      flowers.faces +
      (order.ribbon
        ? bow([x, few ? y + 40 : y], order.ribbon, random, few ? 0.7 : 1)
        : twine([x, few ? y + 40 : y], few ? 26 + count * 6 : 62, 'straw')),
    random,
  )
}

function tiePosy({ order, flowers, room, random, sheet }: Dressing): string {
  const ribbon: ColourName = order.ribbon ?? 'blush'
  const foot = room.bind[1] + 178
  const collar = posyCollar(
    sheet,
    [room.centre[0], room.centre[1] + 6],
    isFew(order.recipe) ? room.rx * 1.3 : room.rx * 0.56 + room.ry * 0.52,
    wraps[order.paper ?? 'ivory'],
    random,
  )
  return lean(
    posyStems(room.bind, foot, stemPaintsFor(order), random) +
      posyHandle([room.bind[0], room.bind[1] - 20], foot, ribbon, random) +
      collar +
      flowers.behind +
      flowers.faces +
      bow([room.bind[0], room.bind[1] + 24], ribbon, random, 0.9),
    random,
  )
}

function layInBox({ order, flowers, room, arrangement, random }: Dressing): string {
  const tones = wraps[order.paper ?? 'ivory']
  const tissue = order.paper === 'ink' ? tissues.slate : tissues.cream
  const paints = stemPaintsFor(order)
  const stems = stemsBelow(room.bind, Math.min(11, Math.max(3, stemsOf(order))), 868, 64, paints, random)
  return `<g transform="rotate(-5 400 520)">${
    boxBack(tones, tissue, random) +
    stems +
    (isFew(order.recipe) ? '' : paintFaceStems(arrangement.faces, room, paints)) +
    flowers.behind +
    flowers.faces +
    boxFront(tones, tissue, random) +
    bow([400, room.bind[1] + 14], order.ribbon ?? 'blush', random, 0.86)
  }</g>`
}

function standInVase({ order, flowers, random }: Dressing): string {
  const vase = order.vase ?? 'ivory'
  const paints = order.recipe.length === 0 ? [] : stemPaintsFor(order)
  return (
    vaseBack(vase, paints, Math.min(9, stemsOf(order)), random) +
    flowers.behind +
    vaseFront(vase, random) +
    flowers.faces
  )
}

function stemsOf({ recipe }: BouquetOrder): number {
  return recipe.reduce((sum, { count }) => sum + count, 0)
}

/** Above the binding, where no paper hides them. */
function paintFaceStems(faces: readonly PlacedFace[], room: Room, paints: readonly string[]): string {
  const [x, y] = room.bind
  return faces
    .map(({ at }, i) =>
      line(
        paints[i % paints.length] as string,
        7,
        trace([[x + (at[0] - 400) * 0.06, y + 14], [x + (at[0] - 400) * 0.4, (y + at[1]) / 2], at]),
      ),
    )
    .join('')
}

/** A bouquet that is held, not nailed to the page. */
function lean(svg: string, random: Random): string {
  const degrees = Math.round(random.between(2, 6)) * (random.chance(0.5) ? 1 : -1)
  return `<g transform="rotate(${degrees} 400 640)">${svg}</g>`
}

/** Dried stems are straw, paws are red; everything else is one of the greens. */
function stemPaintsFor({ recipe }: BouquetOrder): string[] {
  const own = recipe.flatMap(({ stem }) => species[stem].stem ?? [])
  const green = [greens.leaf.shade, greens.leaf.mid, greens.fresh.shade, greens.sage.shade, greens.fresh.mid]
  return own.length * 2 > recipe.length ? [...own, colours.straw.shade, colours.straw.mid] : [...green, ...own]
}
