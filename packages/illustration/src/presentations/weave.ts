import { line } from '../paint.ts'
import { towards, type Point } from '../path.ts'

/** Threads of a coarse cloth that spreads from `at`: warp along the radius, weft across it, all of them dashes. */
export function weave(
  at: Point,
  from: number,
  spread: number,
  colour: string,
  reach: (turn: number) => number,
): string {
  let warp = ''
  let weft = ''
  const threads = Math.round(spread * 20)
  for (let i = 0; i <= threads; i++) {
    const turn = ((i / threads) * 2 - 1) * spread
    warp += segment(towards(at, turn, from), towards(at, turn, reach(turn)))
  }
  const steps = 12
  const longest = Math.max(reach(0), reach(spread), reach(-spread))
  for (let r = from + 14; r < longest; r += 19) {
    let drawing = false
    for (let k = 0; k <= steps; k++) {
      const turn = ((k / steps) * 2 - 1) * spread
      const inside = r < reach(turn) - 4
      if (inside) weft += `${drawing ? 'L' : 'M'}${towards(at, turn, r).map(Math.round).join(' ')}`
      drawing = inside
    }
  }
  return `<g stroke-dasharray="7 6" opacity=".5">${line(colour, 2.6, warp)}${line(colour, 2.2, weft)}</g>`
}

function segment(a: Point, b: Point): string {
  return `M${a.map(Math.round).join(' ')}L${b.map(Math.round).join(' ')}`
}
