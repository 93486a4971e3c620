import { dayInWords } from '@flora/calendar/in-words.ts'
import { daysBetween, type ShopDay } from '@flora/calendar/shop-day.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'
import { calledName } from './typed-words.ts'

export interface DayToRemember {
  /** 'Mum’s birthday' */
  readonly name: string
  readonly ownerName: string
  readonly day: ShopDay
  readonly today: ShopDay
  /** An occasion of the catalogue. */
  readonly occasion: string | null
  /** Mutes it for good. */
  readonly token: string
}

/** A day she asked to be reminded of is coming. */
export function reminder(
  { name, ownerName, day, today, occasion, token }: DayToRemember,
  shop: Letterhead,
): WrittenLetter {
  const called = calledName(ownerName)
  const days = daysBetween(today, day)
  const when = days === 1 ? 'tomorrow' : `in ${days} days`
  return typeset(
    {
      sentence: `${name} is ${when}.`,
      parts: [
        {
          kind: 'words',
          text: `${called ? `${called}, you` : 'You'} asked us to say so in time. It is on ${dayInWords(day)}, and all days until then are still to be had where our calendar says so.`,
        },
        {
          kind: 'button',
          label: 'Choose something',
          address: `${shop.publicUrl}${occasion === null ? '/flowers' : `/occasions/${occasion}`}`,
        },
        {
          kind: 'links',
          links: [
            {
              label: 'Don’t remind me of this again',
              address: `${shop.publicUrl}/mute-reminder#${token}`,
              detail: 'One click, for good, no signing in.',
            },
            {
              label: 'All my reminders',
              address: `${shop.publicUrl}/account/reminders`,
              detail: 'Change or add days.',
            },
          ],
        },
      ],
      footnote: 'You get this letter because you put the day among the reminders of your account.',
    },
    shop,
  )
}
