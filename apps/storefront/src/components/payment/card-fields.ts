/** What the test-mode card form knows of cards: brands by their first digits, how each is grouped, and its code's length. */
interface Brand {
  readonly name: 'Visa' | 'Mastercard' | 'American Express' | 'Card'
  readonly starts: RegExp
  readonly lengths: readonly number[]
  readonly groups: readonly number[]
  readonly codeLength: 3 | 4
}

const brands: readonly Brand[] = [
  { name: 'Visa', starts: /^4/, lengths: [16, 19], groups: [4, 4, 4, 4, 3], codeLength: 3 },
  { name: 'Mastercard', starts: /^(5[1-5]|2[2-7])/, lengths: [16], groups: [4, 4, 4, 4], codeLength: 3 },
  { name: 'American Express', starts: /^3[47]/, lengths: [15], groups: [4, 6, 5], codeLength: 4 },
]
const anyBrand: Brand = { name: 'Card', starts: /^/, lengths: [16, 19], groups: [4, 4, 4, 4, 3], codeLength: 3 }

/** Digits a card number may have at most. */
const longest = 19

export function brandOf(number: string): Brand {
  return brands.find((brand) => brand.starts.test(digitsOf(number))) ?? anyBrand
}

/** '4242424242424242' as '4242 4242 4242 4242', while it is being typed and after a paste. */
export function formatCardNumber(typed: string): string {
  const digits = digitsOf(typed).slice(0, longest)
  const groups: string[] = []
  let from = 0
  for (const size of brandOf(digits).groups) {
    if (from < digits.length) groups.push(digits.slice(from, from + size))
    from += size
  }
  return groups.join(' ')
}

/** 'MM / YY' while it is being typed; '1' waits for its second digit and '4' is taken for April. */
export function formatExpiry(typed: string, before = ''): string {
  const deleting = typed.length < before.length
  let digits = digitsOf(typed)
  // '2028' in full, as a browser fills it in.
  if (digits.length === 6) digits = digits.slice(0, 2) + digits.slice(4)
  if (/^[2-9]/.test(digits)) digits = `0${digits}`
  digits = digits.slice(0, 4)
  // Taking the slash away takes a digit with it; otherwise the slash would come straight back.
  if (deleting && before.endsWith(' / ') && digits.length === 2) return digits.slice(0, 1)
  if (digits.length < 2) return digits
  return `${digits.slice(0, 2)} / ${digits.slice(2)}`
}

export function formatSecurityCode(typed: string, number: string): string {
  return digitsOf(typed).slice(0, brandOf(number).codeLength)
}

/** Where the cursor belongs after formatting: behind as many digits as were in front of it. */
export function caretAfterDigits(formatted: string, digitsBefore: number): number {
  if (digitsBefore === 0) return 0
  let seen = 0
  for (let at = 0; at < formatted.length; at += 1) {
    if (/\d/.test(formatted[at]!)) seen += 1
    if (seen === digitsBefore) return at + 1
  }
  return formatted.length
}

/** The checksum every card number carries (ISO/IEC 7812), which finds single wrong digits and most swapped ones. */
export function passesLuhn(number: string): boolean {
  const digits = digitsOf(number)
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const weighted = place % 2 === 1 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return digits.length > 0 && sum % 10 === 0
}

export interface CardTyped {
  readonly number: string
  readonly expiry: string
  readonly code: string
}

export type CardFault = Partial<Record<keyof CardTyped, string>>

/** What is wrong with a card as typed, a sentence a field. `thisMonth` is '2026-11'. */
export function cardFaults(card: CardTyped, thisMonth: string): CardFault {
  const faults: CardFault = {}
  const number = numberFault(card.number)
  if (number !== undefined) faults.number = number
  const expiry = expiryFault(card.expiry, thisMonth)
  if (expiry !== undefined) faults.expiry = expiry
  const { codeLength } = brandOf(card.number)
  if (digitsOf(card.code).length !== codeLength) {
    faults.code =
      codeLength === 4
        ? 'The code has four digits, on the front of the card.'
        : 'The code has three digits, on the back of the card.'
  }
  return faults
}

/** '04 / 28' as the month and the year the payment service wants. */
export function expiryParts(expiry: string): { month: string; year: string } {
  const digits = digitsOf(expiry)
  return { month: String(Number(digits.slice(0, 2))), year: `20${digits.slice(2, 4)}` }
}

export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}

function numberFault(number: string): string | undefined {
  const digits = digitsOf(number)
  if (digits === '') return 'Please type the card number.'
  const { lengths } = brandOf(digits)
  const shortest = lengths[0]!
  if (!lengths.includes(digits.length)) {
    return digits.length < shortest
      ? `That’s ${inWords(shortest - digits.length)} short.`
      : 'That’s too many digits for this card.'
  }
  return passesLuhn(digits) ? undefined : 'That number has a slip in it. Please check it against the card.'
}

function expiryFault(expiry: string, thisMonth: string): string | undefined {
  const digits = digitsOf(expiry)
  if (digits.length !== 4) return 'Please type month and year, like 04 / 28.'
  const month = Number(digits.slice(0, 2))
  if (month < 1 || month > 12) return 'The month goes from 01 to 12.'
  return `20${digits.slice(2)}-${digits.slice(0, 2)}` < thisMonth
    ? 'This card has expired. Please use another.'
    : undefined
}

function inWords(count: number): string {
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
