import { dayInWords } from '@flora/calendar/in-words.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'

/** What staff did to a subscription for its subscriber. A day is absent where none was drawn yet. */
export type DoneForHer =
  | { readonly what: 'skipped' | 'unskipped'; readonly day: ShopDay | null }
  | { readonly what: 'moved'; readonly from: ShopDay | null; readonly day: ShopDay }
  | { readonly what: 'changed' }

/** One sentence that says it; of a surprise no day is told. */
export function doneForHerInWords(
  done: DoneForHer,
  { isSurprise, isGift }: { isSurprise: boolean; isGift: boolean },
): string {
  const delivery = (day: ShopDay | null) => {
    if (isSurprise) return 'Your next surprise'
    return day === null ? 'A delivery' : `The delivery of ${dayInWords(day)}`
  }
  switch (done.what) {
    case 'skipped':
      return `${delivery(done.day)} is left out${isGift ? '. It is paid, so it comes at the end instead.' : ', and nothing is charged for it.'}`
    case 'unskipped':
      return `${delivery(done.day)} comes after all.`
    case 'moved':
      return `${delivery(done.from)} comes ${dayInWords(done.day)} instead.`
    case 'changed':
      return 'What each delivery is from now on, and where it goes, is on its page.'
  }
}
