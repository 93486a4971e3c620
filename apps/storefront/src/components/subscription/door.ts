import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { Address } from '@flora/contract/customers.ts'
import type { SubscriptionPlan } from '@flora/contract/subscription-plan.ts'
import { orList, phoneFault } from '../../pages/checkout/faults.ts'
import { fitWords } from '../card-preview/fit-words.ts'

const lines = ['name', 'phone', 'line1', 'line2', 'suburb', 'postcode', 'instructions', 'cardMessage'] as const
export type DoorLine = (typeof lines)[number]

/** Where each delivery goes and what comes with it, as it is typed. */
export interface Door extends Record<DoorLine, string> {
  readonly anonymous: boolean
  readonly substitution: SubscriptionPlan['substitution']
}

export type DoorFaults = Partial<Record<DoorLine, string>>

/** A door nobody has typed into. */
export function emptyDoor(postcode: string): Door {
  const blank = { name: '', phone: '', line1: '', line2: '', suburb: '', instructions: '', cardMessage: '' }
  return { ...blank, postcode, anonymous: false, substitution: 'nearest-match' }
}

export function doorOf({ recipient, instructions, cardMessage, anonymous, substitution }: SubscriptionPlan): Door {
  return { ...recipient, instructions, cardMessage, anonymous, substitution }
}

/** The lines of an address that she keeps. */
export function linesOf({ name, phone, line1, line2, suburb, postcode }: Address): Partial<Door> {
  return { name, phone, line1, line2, suburb, postcode }
}

type DoorPlan = Pick<SubscriptionPlan, 'recipient' | 'instructions' | 'cardMessage' | 'anonymous' | 'substitution'>

/** The same as the shop wants it; whoever picks up needs no street. */
export function planOf(door: Door, { isPickUp }: { isPickUp: boolean }): DoorPlan {
  const { name, phone, line1, line2, suburb, postcode, instructions, cardMessage, anonymous, substitution } = door
  const place = isPickUp
    ? { line1: '', line2: '', suburb: '', postcode: '' as const }
    : { line1, line2, suburb, postcode }
  // Its digits are the form's to look at; the shop says whether a van goes there.
  return {
    recipient: { name, phone, ...place } as DoorPlan['recipient'],
    instructions,
    cardMessage,
    anonymous,
    substitution,
  }
}

/** What stands between this door and a van that could set off, in the order of the form. */
export function doorFaults(
  door: Door,
  { isPickUp, suburbs }: { isPickUp: boolean; suburbs: readonly string[] },
): DoorFaults {
  const fit = fitCard(door.cardMessage)
  const { verdict, detail } = fitWords(fit)
  const phone = phoneFault(door.phone)
  return {
    ...(door.name.trim() === '' && { name: isPickUp ? 'Who picks it up?' : 'Who gets the flowers?' }),
    ...(phone !== undefined && { phone }),
    ...(!isPickUp && placeFaults(door, suburbs)),
    ...(!fit.fits && { cardMessage: `${verdict} ${detail}` }),
  }
}

export function firstFault(faults: DoorFaults): DoorLine | undefined {
  return lines.find((line) => faults[line] !== undefined)
}

function placeFaults({ line1, suburb, postcode }: Door, suburbs: readonly string[]): DoorFaults {
  const typed = suburb.trim().toLowerCase()
  const isElsewhere = suburbs.length > 0 && !suburbs.some((known) => known.toLowerCase() === typed)
  return {
    ...(line1.trim() === '' && { line1: 'Please give street and number.' }),
    ...(typed === ''
      ? { suburb: suburbs.length > 0 ? `Which suburb: ${orList(suburbs)}?` : 'Please give the suburb.' }
      : isElsewhere && {
          suburb: `${postcode} is ${orList(suburbs)}. Please check suburb and postcode against each other.`,
        }),
    ...(!/^\d{4}$/.test(postcode) && { postcode: 'Four digits, like 3067.' }),
  }
}
