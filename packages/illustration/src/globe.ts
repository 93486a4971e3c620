import type { Point } from './path.ts'

/** A place on a ball of radius 1: where it is seen, how near it is (1 faces the eye), and which way lies the pole. */
export type GlobePoint = { at: Point; near: number; toPole: number; fromPole: number }

/** Looks at a ball whose pole is tilted away from the eye; `fromPole` and `round` are angles in radians. */
export function onGlobe(tilt: number, fromPole: number, round: number): GlobePoint {
  const at = project(tilt, fromPole, round)
  const ahead = project(tilt, fromPole - 0.05, round)
  const [y, z] = [Math.sin(fromPole) * Math.sin(round), Math.cos(fromPole)]
  return {
    at,
    near: z * Math.cos(tilt) - y * Math.sin(tilt),
    toPole: Math.atan2(ahead[0] - at[0], at[1] - ahead[1]),
    fromPole,
  }
}

/** Evenly spread over the ball from its pole down to `reach`, on the golden angle: as florets grow. */
export function spreadOverGlobe(tilt: number, count: number, reach: number): GlobePoint[] {
  const depth = 1 - Math.cos(reach)
  return Array.from({ length: count }, (_, i) => onGlobe(tilt, Math.acos(1 - (depth * (i + 0.5)) / count), i * 2.39996))
}

function project(tilt: number, fromPole: number, round: number): Point {
  const out = Math.sin(fromPole)
  return [out * Math.cos(round), -(out * Math.sin(round) * Math.cos(tilt) + Math.cos(fromPole) * Math.sin(tilt))]
}
