import type { DemoProduct } from '../shape.ts'
import { allYear } from './all-year.ts'
import { coolMonths } from './cool-months.ts'
import { floristsChoice } from './florists-choice.ts'
import { house } from './house.ts'
import { natives } from './natives.ts'
import { rosesAndPeonies } from './roses-and-peonies.ts'
import { spring } from './spring.ts'
import { summer } from './summer.ts'

export const bouquets: readonly DemoProduct[] = [
  ...house,
  ...natives,
  ...rosesAndPeonies,
  ...spring,
  ...allYear,
  ...floristsChoice,
  ...summer,
  ...coolMonths,
]
