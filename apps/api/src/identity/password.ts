import bcrypt from 'bcrypt'
import { passwordLimits } from '@flora/contract/password-limits.ts'
import type { Config } from '../platform/config.ts'
import { tooManyPasswords } from './errors.ts'

// Each takes a thread of Node's four for a fifth of a second; two are left for files, names and signatures.
const atOnce = 2
// Three seconds of waiting; who comes later is told, instead of everybody waiting for ever.
const mostWaiting = 30

/** Hashes a password that the contract has let through: at most 72 bytes, since bcrypt reads no more. */
export function hashPassword({ bcryptCost }: Pick<Config, 'bcryptCost'>, password: string): Promise<string> {
  return inTurn(() => bcrypt.hash(normal(password), bcryptCost))
}

/**
 * Whether it is the password of this hash. Takes as long where there is none: an address without an account and one with a
 * provider only cannot be told from a wrong password by waiting.
 */
export async function isPassword(
  { bcryptCost }: Pick<Config, 'bcryptCost'>,
  password: string,
  hash: string | null | undefined,
): Promise<boolean> {
  const given = normal(password)
  // bcrypt would compare the first 72 bytes and be content.
  const isComparable = typeof hash === 'string' && Buffer.byteLength(given) <= passwordLimits.mostBytes
  const same = await inTurn(() => bcrypt.compare(given, isComparable ? hash : nobodys(bcryptCost)))
  return isComparable && same
}

/** Whether a hash is cheaper to guess at than new ones are; its owner has just given the password, so it can be made anew. */
export function isCheap({ bcryptCost }: Pick<Config, 'bcryptCost'>, hash: string): boolean {
  return bcrypt.getRounds(hash) < bcryptCost
}

// The same letter typed on two keyboards may be two sequences of code points.
function normal(password: string): string {
  return password.normalize('NFC')
}

// A well-formed hash of no password that anybody knows.
function nobodys(cost: number): string {
  return `$2b$${String(cost).padStart(2, '0')}$......................${'nobody'.repeat(6).slice(0, 31)}`
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw tooManyPasswords()
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    // The next one takes the place over, so that nobody slips in between.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
