import { Refusal } from '../platform/refusal.ts'

export const stockItemNotFound = () =>
  new Refusal(404, 'stock-item-not-found', 'Nobody counts this. Say first how its product is counted.')

export const productNotFound = () => new Refusal(404, 'product-not-found', 'There is no such product.')

export const noRecipe = () =>
  new Refusal(409, 'no-recipe', 'It has no recipe for each of its sizes, so there are no stems to count.')

export const lotNotFound = () => new Refusal(404, 'lot-not-found', 'There is no such lot of this.')

export const lotNotGood = () =>
  new Refusal(422, 'lot-not-good', 'By these days it is not good any more, or has not come yet.')

export const notThatMany = (there: number) =>
  new Refusal(409, 'not-that-many', `There are only ${there} here. Count again, and correct the number first.`, {
    there,
  })

export const wrongDirection = () =>
  new Refusal(422, 'wrong-direction', 'This reason goes the other way: what wilted is fewer, what came back is more.')

export const keyUsed = () =>
  new Refusal(409, 'key-used', 'This has been sent before with other numbers. Look again, and say it anew.')

export const onlyForStems = () =>
  new Refusal(
    409,
    'only-for-stems',
    'Bunches, growers, days in the vase and what one costs are a stem’s, not a product’s.',
  )
