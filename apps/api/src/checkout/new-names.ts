import { randomBytes } from 'node:crypto'

const numberLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const linkLetters = '0123456789abcdefghijklmnopqrstuvwxyz'

/** What an order is called: a number for the telephone ("FL-4K7QXB", one of 729 million) and a link nobody can guess (over 155 bits). */
export function newNames(): { number: string; link: string } {
  // One question to the system for both, with bytes to spare for those that are thrown away.
  const bytes = randomBytes(128)
  let used = 0
  const pick = (letters: string, count: number): string => {
    // Bytes beyond the last whole multiple would favour the first letters.
    const usable = 256 - (256 % letters.length)
    let picked = ''
    while (picked.length < count) {
      const byte = used < bytes.length ? bytes[used++]! : randomBytes(1)[0]!
      if (byte < usable) picked += letters[byte % letters.length]
    }
    return picked
  }
  return { number: `FL-${pick(numberLetters, 6)}`, link: pick(linkLetters, 32) }
}
