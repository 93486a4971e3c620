import { type ShopDay, shopDayAt } from '@flora/calendar/shop-day.ts'
import type { Shop } from '../shop.ts'
import { shelfIsEmpty } from './errors.ts'
import { findStanding, listKnownTexts } from './queries.ts'
import { type Vocabulary, vocabularyOf } from './search.ts'

/** What a question to the catalogue needs to know beforehand. It holds for one version of the catalogue. */
export interface Standing {
  readonly version: number
  readonly today: ShopDay
  readonly vocabulary: () => Promise<Vocabulary>
}

export interface Shelf {
  /**
   * Asks a question whose answer tells the version it was read from. When the catalogue moved on since the standing was
   * kept, the question is asked again with the fresh one: so what a process remembers is never the truth.
   */
  readonly ask: <Answer extends { version: number | null }>(
    question: (standing: Standing) => Promise<Answer>,
  ) => Promise<Answer>
}

interface Kept {
  readonly version: number
  readonly timeZone: string
  vocabulary?: Promise<Vocabulary>
}

export function openShelf({ db, clock }: Pick<Shop, 'db' | 'clock'>): Shelf {
  let kept: Promise<Kept> | undefined

  const read = async (): Promise<Kept> => {
    const found = await findStanding(db)
    if (!found) throw shelfIsEmpty()
    return { version: found.catalog_version, timeZone: found.time_zone }
  }
  const standing = async (): Promise<Standing> => {
    kept ??= read()
    const mine = kept
    const current = await mine.catch((error: unknown) => {
      if (kept === mine) kept = undefined
      throw error
    })
    return {
      version: current.version,
      today: shopDayAt(clock.now(), current.timeZone),
      vocabulary: () => {
        current.vocabulary ??= listKnownTexts(db).then(vocabularyOf)
        return current.vocabulary
      },
    }
  }

  return {
    ask: async (question) => {
      const before = await standing()
      const answer = await question(before)
      if (answer.version === before.version) return answer
      kept = undefined
      return question(await standing())
    },
  }
}
