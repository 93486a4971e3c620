import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { ChangeSincePrint, DayPack, DayPrint, PrintedField } from '@flora/contract/fulfilment.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { Db } from '../platform/db.ts'
import { countPack, listPackBouquets, listPackCards } from './pack-queries.ts'
import { type ChangeRecord, listChanges, listPrints, type PrintRecord } from './print-queries.ts'

// What fits on a page; a day whose every paper changed is printed anew and not read.
const most = { prints: 20, changes: 500, tooLong: 50 } as const

/** What a day's papers would say, what was printed of it, and what changed since. */
export async function showPack(db: Db, day: ShopDay): Promise<DayPack> {
  const [counts, bouquets, cards, prints, changes] = await Promise.all([
    countPack(db, { day }),
    listPackBouquets(db, { day }),
    listPackCards(db, { day }),
    listPrints(db, day, most.prints),
    listChanges(db, day, most.changes),
  ])
  const tooLong = cards.filter(({ cardMessage }) => !fitCard(cardMessage).fits).map(({ number }) => number)
  return {
    day,
    ...counts,
    bouquets: bouquets.map(({ kind: _, stems, quantity, ...rest }) => ({
      ...rest,
      quantity,
      stems: stems.map((stem) => ({
        stemId: stem.stemId,
        name: stem.name,
        each: stem.quantity,
        inAll: stem.quantity * quantity,
      })),
    })),
    cards: {
      all: cards.filter(({ cardMessage }) => cardMessage !== '').length,
      blank: cards.filter(({ cardMessage }) => cardMessage === '').length,
      frozen: cards.filter(({ isFrozen }) => isFrozen).length,
      tooLong: tooLong.slice(0, most.tooLong),
    },
    prints: prints.map(toPrint),
    changes: changes.map(toChange),
    can: { print: mayPrint(counts.deliveries) },
  }
}

export function toPrint({ cards: _, at, ...print }: PrintRecord): DayPrint {
  return { ...print, at: instantFromStored(at).toString() }
}

function mayPrint(deliveries: number): Permission {
  return deliveries > 0 ? { ok: true } : { ok: false, because: 'Nothing is ordered for this day yet.' }
}

function toChange(change: ChangeRecord): ChangeSincePrint {
  return { ...change, sentence: `${change.number}${sentenceOf(change)}` }
}

const words: Record<PrintedField, string> = {
  recipient: 'the recipient',
  address: 'the address',
  window: 'the window',
  bouquets: 'what is in it',
  card: 'the card',
  instructions: 'the driver’s note',
  stop: 'its place in a run',
}

function sentenceOf({ kind, fields }: ChangeRecord): string {
  if (kind === 'new') return ' is new.'
  if (kind === 'gone') return ' is not for this day any more.'
  const named = fields.map((field) => words[field])
  const all = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : named[0]
  return `: ${all} changed.`
}
