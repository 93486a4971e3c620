import type { BuyerStory } from '../books/evidence.ts'
import { characterOf } from './character.ts'
import { live, type Town } from './live.ts'

export interface Crowd {
  /** All stories, when the last buyer has gone. */
  readonly gone: Promise<BuyerStory[]>
  /** How many have begun. */
  readonly begun: () => number
  /** Whether nobody else will come. */
  readonly isLetIn: () => boolean
  /** Resolves when so many have begun. */
  readonly untilBegun: (count: number) => Promise<void>
}

/** Lets so many buyers come, so many of them at once. Those who only wait let others in. */
export function letIn(town: Omit<Town, 'aside'>, { buyers, atOnce }: { buyers: number; atOnce: number }): Crowd {
  const waiting: { count: number; wake: () => void }[] = []
  const doors: (() => void)[] = []
  const stories: BuyerStory[] = []
  let inside = 0
  let begun = 0
  const enter = async (): Promise<void> => {
    if (inside < atOnce) inside += 1
    else await new Promise<void>((open) => doors.push(open))
  }
  const goOut = (): void => {
    const next = doors.shift()
    if (next) next()
    else inside -= 1
  }
  const whole: Town = {
    ...town,
    aside: async (wait) => {
      goOut()
      try {
        return await wait
      } finally {
        await enter()
      }
    },
  }
  const come = async (buyer: number): Promise<void> => {
    try {
      stories.push(await live(whole, buyer, characterOf(town.seed, buyer)))
    } finally {
      goOut()
    }
  }
  const all = async (): Promise<BuyerStory[]> => {
    const lives: Promise<void>[] = []
    for (let buyer = 0; buyer < buyers; buyer += 1) {
      await enter()
      begun += 1
      for (const one of waiting.filter(({ count }) => count <= begun)) one.wake()
      const life = come(buyer)
      // Told of at the end, with all others.
      life.catch(() => undefined)
      lives.push(life)
    }
    const failed = (await Promise.allSettled(lives)).filter((one) => one.status === 'rejected')
    if (failed.length > 0)
      throw new AggregateError(
        failed.map(({ reason }) => reason as unknown),
        `${failed.length} buyers met what nobody should`,
      )
    return stories.toSorted((a, b) => a.buyer - b.buyer)
  }
  return {
    gone: all(),
    begun: () => begun,
    isLetIn: () => begun === buyers,
    untilBegun: (count) => (count <= begun ? Promise.resolve() : new Promise((wake) => waiting.push({ count, wake }))),
  }
}
