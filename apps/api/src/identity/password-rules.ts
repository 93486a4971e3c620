import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { passwordKnown } from './errors.ts'

/** What a password is easily guessed from, besides the list that everybody has. */
export interface Owner {
  readonly email: string
  readonly name: string
  readonly shopName: string
}

/**
 * Refuses a password that is tried first by whoever guesses: one of the list of known ones, also with figures or signs around it, one
 * thing over and over, a row of neighbours, or little more than the owner's or the shop's own name. Nothing is asked of what it is
 * made of: NIST 800-63B, 5.1.1.2.
 */
export async function refuseKnownPassword(password: string, owner: Owner): Promise<void> {
  const folded = password.normalize('NFKC').toLowerCase()
  if (isOwnName(folded, owner))
    throw passwordKnown(
      'That is too close to your name, your e-mail or ours. Please choose something nobody would try.',
    )
  if (isPattern(folded) || (await isListed(folded)))
    throw passwordKnown(
      'That password is on the lists that guessers use. A few words that don’t belong together are better.',
    )
}

// So much must be left when names are taken out.
const leastOwn = 5

function isOwnName(folded: string, { email, name, shopName }: Owner): boolean {
  const names = [
    email,
    ...email.split(/[@.+_-]/),
    ...name.split(/\s+/),
    name.replaceAll(/\s+/g, ''),
    ...shopName.split(/\s+/),
    shopName,
  ]
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length >= 3)
    .toSorted((a, b) => b.length - a.length)
  let rest = folded
  for (const word of names) rest = rest.replaceAll(word, '')
  return rest !== folded && rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length < leastOwn
}

// 'aaaaaaaaaa', 'abcabcabcabc', 'abcdefghij', '9876543210'.
function isPattern(folded: string): boolean {
  if (/^(.{1,4})\1+(?:.{0,3})$/su.test(folded)) return true
  const points = Array.from(folded, (character) => character.codePointAt(0)!)
  const steps = new Set(points.slice(1).map((point, at) => point - points[at]!))
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
}

// A year and a sign are what everybody adds; beyond that it may be the figures that nobody guesses.
const mostTrimming = 6

async function isListed(folded: string): Promise<boolean> {
  // 'password2026!' is 'password' to those who guess, and so is 'passwordpassword'.
  const core = folded.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const half = folded.slice(0, folded.length / 2)
  const candidates = [
    folded,
    ...(core !== '' && folded.length - core.length <= mostTrimming ? [core] : []),
    ...(half + half === folded ? [half] : []),
  ]
  const list = await readList()
  return candidates.some((word) => list.includes(JSON.stringify(word)))
}

const listFile = fileURLToPath(import.meta.resolve('@zxcvbn-ts/language-common/src/passwords.json'))

// Half a megabyte of JSON, read when somebody chooses a password, which is rare, and kept by nobody: as a set it would be three
// megabytes of every process.
function readList(): Promise<string> {
  return readFile(listFile, 'utf8')
}
