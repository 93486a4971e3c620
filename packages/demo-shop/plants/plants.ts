import type { DemoProduct } from '../shape.ts'
import { floweringAndSucculent } from './flowering-and-succulent.ts'
import { leafy } from './leafy.ts'

export const plants: readonly DemoProduct[] = [...floweringAndSucculent, ...leafy]
