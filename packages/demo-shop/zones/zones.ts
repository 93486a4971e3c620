import type { DemoZone } from '../shape.ts'
import { bayside } from './bayside.ts'
import { east } from './east.ts'
import { frankston } from './frankston.ts'
import { innerEast } from './inner-east.ts'
import { innerNorth } from './inner-north.ts'
import { innerSouth } from './inner-south.ts'
import { north } from './north.ts'
import { outerEast } from './outer-east.ts'
import { outerNorthEast } from './outer-north-east.ts'
import { outerNorthWest } from './outer-north-west.ts'
import { outerSouthEast } from './outer-south-east.ts'
import { outerSouthWest } from './outer-south-west.ts'
import { southEast } from './south-east.ts'
import { west } from './west.ts'
import { pickUpWindows } from './windows.ts'

const pickUp: DemoZone = {
  key: 'pick-up',
  name: 'Pick up in Fitzroy',
  pickUp: true,
  places: [],
  windows: pickUpWindows,
}

/** From the shop outwards. */
export const zones: readonly DemoZone[] = [
  pickUp,
  innerNorth,
  innerSouth,
  innerEast,
  north,
  west,
  east,
  bayside,
  southEast,
  outerSouthWest,
  outerNorthWest,
  outerNorthEast,
  outerEast,
  outerSouthEast,
  frankston,
]
