import type { DemoProduct } from '../shape.ts'
import { forARoom } from './for-a-room.ts'
import { forATable } from './for-a-table.ts'

export const arrangements: readonly DemoProduct[] = [...forATable, ...forARoom]
