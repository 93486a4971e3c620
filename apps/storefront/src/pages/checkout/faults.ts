import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { Buyer, Cart, CartDelivery } from '@flora/contract/cart.ts'
import { fitWords } from '../../components/card-preview/fit-words.ts'
import { emailFault } from '../../words/email-fault.ts'
import type { DeliveryDraft, Draft } from './draft.ts'

export type BuyerFaults = Partial<Record<keyof Buyer, string>>
export type DeliveryFaults = Partial<Record<keyof DeliveryDraft, string>>

/** One thing to mend before paying: where it is on the page, and the sentence that says how. */
export interface Fault {
  readonly fieldId: string
  readonly sentence: string
  /** 'Delivery 2', when the sentence alone could be about several. */
  readonly about?: string
}

/** The id of a field on the page. */
export function fieldId(part: string, field: string): string {
  return `${part}-${field}`
}

/** What is wrong with the buyer's fields as typed. Empty fields are not wrong until somebody wants to pay. */
export function buyerFaults({ email, phone }: Buyer): BuyerFaults {
  return {
    ...(email.trim() !== '' && faultIn('email', emailFault(email))),
    ...faultIn('phone', phoneFault(phone)),
  }
}

/** What is wrong with a delivery's fields as typed. The suburbs are those of the postcode the shop knows, and say nothing of another. */
export function deliveryFaults(
  typed: DeliveryDraft,
  { suburbs, postcode, method }: Pick<CartDelivery, 'suburbs' | 'postcode' | 'method'>,
): DeliveryFaults {
  const fit = fitCard(typed.cardMessage)
  const { verdict, detail } = fitWords(fit)
  return {
    ...faultIn('phone', phoneFault(typed.phone)),
    ...(typed.postcode !== '' && !/^\d{4}$/.test(typed.postcode) && { postcode: 'Four digits, like 3067.' }),
    ...(method !== 'pick-up' && faultIn('suburb', suburbFault(typed, typed.postcode === postcode ? suburbs : []))),
    ...(!fit.fits && { cardMessage: `${verdict} ${detail}` }),
  }
}

/** Everything that stands between this cart and paying, in the order of the page. */
export function faultsBeforePaying(draft: Draft, cart: Cart): Fault[] {
  const buyer: BuyerFaults = { ...missingOfBuyer(draft.buyer), ...buyerFaults(draft.buyer) }
  const faults: Fault[] = inOrder('buyer', ['name', 'phone', 'email'], buyer)
  for (const delivery of cart.deliveries) {
    const typed = draft.deliveries[delivery.id]
    if (typed === undefined) continue
    const found: Record<string, string | undefined> = {
      ...missingOfDelivery(typed, delivery),
      ...deliveryFaults(typed, delivery),
    }
    if (delivery.day === undefined || delivery.window === undefined) found['when'] = 'Please choose a day and a window.'
    else if (delivery.problem !== undefined && !isOfWords(delivery.problem.code))
      found['when'] = delivery.problem.message
    const about = cart.deliveries.length > 1 ? { about: `Delivery ${cart.deliveries.indexOf(delivery) + 1}` } : {}
    faults.push(
      ...inOrder(delivery.id, ['name', 'phone', 'line1', 'suburb', 'postcode', 'when', 'cardMessage'], found).map(
        (fault) => ({ ...fault, ...about }),
      ),
    )
  }
  return faults
}

/** Problems of a delivery that are mended by typing and not by another day. */
export function isOfWords(code: string): boolean {
  return code === 'card-too-long' || code === 'suburb-postcode'
}

/** Australian numbers with or without +61, others with their country code; '' is no number, which is allowed. */
export function phoneFault(typed: string): string | undefined {
  const text = typed.trim()
  if (text === '' || australian.test(text) || freecall.test(text) || abroad.test(text)) return undefined
  const digits = text.replaceAll(/\D/g, '')
  if (/[^\d\s()+.-]/.test(text)) return 'Digits only, please, like 0491 570 156.'
  if (text.startsWith('+') && !text.startsWith('+61'))
    return 'Please check the number: + and country code, then the rest.'
  const wanted = text.startsWith('+61') ? 11 : 10
  if (digits.length < wanted) return `That’s ${counted(wanted - digits.length)} short.`
  if (digits.length > wanted) return `That’s ${counted(digits.length - wanted)} too many.`
  return 'Please check the number: ten digits, like 0491 570 156.'
}

const australian = /^(\(?0[2-478]\)?|\+61[ -]?[2-478])([ -]?\d){8}$/
const freecall = /^1[38]00([ -]?\d){6}$/
const abroad = /^\+(?!61)\d{1,3}([ -]?\d){6,12}$/

function suburbFault({ suburb, postcode }: DeliveryDraft, suburbs: readonly string[]): string | undefined {
  if (suburb.trim() === '' || suburbs.length === 0) return undefined
  if (suburbs.some((known) => known.toLowerCase() === suburb.trim().toLowerCase())) return undefined
  return `${postcode} is ${orList(suburbs)}. Please check suburb and postcode against each other.`
}

/** 'Abbotsford', 'Footscray or Seddon', 'Carlton, Parkville or others'. */
export function orList(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? ''
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} or others`
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

function missingOfBuyer({ name, email }: Buyer): BuyerFaults {
  return {
    ...(name.trim() === '' && { name: 'Please tell us your name.' }),
    ...(email.trim() === '' && { email: 'Please tell us your e-mail, for the receipt.' }),
  }
}

function missingOfDelivery(typed: DeliveryDraft, { method, suburbs }: CartDelivery): DeliveryFaults {
  const isPickUp = method === 'pick-up'
  const name = typed.name.trim() === '' && { name: isPickUp ? 'Who picks it up?' : 'Who is it for?' }
  if (isPickUp) return { ...name }
  return {
    ...name,
    ...(typed.line1.trim() === '' && { line1: 'Please give street and number.' }),
    ...(typed.suburb.trim() === '' && {
      suburb: suburbs.length > 0 ? `Which suburb: ${orList(suburbs)}?` : 'Please give the suburb.',
    }),
    ...(typed.postcode.trim() === '' && { postcode: 'Four digits, like 3067.' }),
  }
}

function inOrder(
  part: string,
  fields: readonly string[],
  faults: Readonly<Record<string, string | undefined>>,
): Fault[] {
  return fields.flatMap((field) => {
    const sentence = faults[field]
    return sentence === undefined ? [] : [{ fieldId: fieldId(part, field), sentence }]
  })
}

function faultIn<Key extends string>(field: Key, sentence: string | undefined): Partial<Record<Key, string>> {
  return sentence === undefined ? {} : ({ [field]: sentence } as Record<Key, string>)
}

function counted(count: number): string {
  const words = [
    '',
    'one digit',
    'two digits',
    'three digits',
    'four digits',
    'five digits',
    'six digits',
    'seven digits',
    'eight digits',
  ]
  return words[count] ?? `${count} digits`
}
