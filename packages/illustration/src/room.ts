import type { RecipeLine, Room } from './arrange.ts'
import type { BouquetOrder, Presentation } from './draw-bouquet.ts'
import { vases } from './presentations/vase-shapes.ts'
import { species } from './species/index.ts'
import { isFace } from './species.ts'

/** The presentations whose flowers meet at one place. */
export type Bound = Exclude<Presentation, 'pot' | 'table'>

/** One, two or three flowers are not a heap: they get long stems and room to stand alone. */
export function isFew(recipe: readonly RecipeLine[]): boolean {
  const count = (wanted: (line: RecipeLine) => boolean): number =>
    recipe.filter(wanted).reduce((sum, line) => sum + line.count, 0)
  const faces = count((line) => isFace(species[line.stem].role))
  const lines = count((line) => ['spire', 'spray', 'foliage'].includes(species[line.stem].role))
  if (faces === 0) return lines > 0 && lines <= 2
  return lines <= (faces <= 2 ? 6 : faces === 3 ? 2 : -1)
}

/** Where the stems of a bouquet meet, and the space its flowers may fill. */
export function roomFor(presentation: Bound, order: BouquetOrder): Room {
  return isFew(order.recipe)
    ? roomForFew(presentation, order)
    : makeRoomForSpires(roomForMany(presentation, order), order.recipe)
}

function roomForMany(presentation: Bound, order: BouquetOrder): Room {
  switch (presentation) {
    case 'wrapped':
      return { bind: [400, 748], centre: [400, 400], rx: 262, ry: 232, tallest: 76, margin: 84 }
    case 'bunch':
      return { bind: [400, 712], centre: [400, 374], rx: 262, ry: 232, tallest: 76, margin: 84 }
    case 'posy':
      return { bind: [400, 700], centre: [400, 424], rx: 250, ry: 222, tallest: 8, margin: 90, stemsHidden: true }
    case 'box':
      return { bind: [400, 690], centre: [400, 322], rx: 168, ry: 176, tallest: 20, margin: 150 }
    case 'vase': {
      const mouth = vases[order.vase ?? 'ivory'].mouth
      return { bind: [400, mouth + 60], centre: [400, mouth - 222], rx: 262, ry: 226, tallest: 80, margin: 44 }
    }
  }
}

function roomForFew(presentation: Bound, order: BouquetOrder): Room {
  const slim = { rx: 128, ry: 170, tallest: 60 }
  switch (presentation) {
    case 'wrapped':
      return { ...slim, bind: [400, 756], centre: [400, 372], margin: 120 }
    case 'bunch':
      return { ...slim, bind: [400, 690], centre: [400, 340], margin: 120 }
    case 'posy':
      return { ...slim, bind: [400, 646], centre: [400, 446], margin: 120 }
    case 'box':
      return { ...slim, bind: [400, 690], centre: [400, 340], margin: 200 }
    case 'vase': {
      const mouth = vases[order.vase ?? 'ivory'].mouth
      return { ...slim, bind: [400, mouth + 60], centre: [400, mouth - 268], margin: 80 }
    }
  }
}

/** Tall flowers need sky: the heap of faces gives way to them. */
function makeRoomForSpires(room: Room, recipe: readonly RecipeLine[]): Room {
  const spires = recipe.filter((l) => species[l.stem].role === 'spire').reduce((sum, l) => sum + l.count, 0)
  const faces = recipe.some((l) => isFace(species[l.stem].role))
  if (spires === 0 || !faces || room.tallest < 50) return room
  const give = Math.min(1, spires / 4)
  return {
    ...room,
    ry: room.ry * (1 - 0.2 * give),
    rx: room.rx * (1 - 0.06 * give),
    centre: [room.centre[0], room.centre[1] + room.ry * 0.2 * give],
    tallest: room.tallest + 96 * give,
  }
}
