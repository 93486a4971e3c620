import { createHash } from 'node:crypto'

/** Somebody whom the issuer vouches for. */
export interface Person {
  readonly subject: string
  readonly name: string
  /** Absent for somebody who keeps it to himself. */
  readonly email: string | undefined
  readonly emailVerified: boolean
  /** What she shows, in a sentence for whoever tries the shop. */
  readonly about: string
}

export interface People {
  /** Those who are always there. */
  readonly demo: readonly Person[]
  find(subject: string): Person | undefined
  /** Somebody by an address that was typed; the same address is the same person. */
  byEmail(email: string, emailVerified: boolean): Person
}

const demoPeople: readonly Person[] = [
  {
    subject: 'demo|ines',
    name: 'Ines Marlow',
    email: 'ines@example.com',
    emailVerified: true,
    about: 'The issuer has verified her address: the shop lets her in.',
  },
  {
    subject: 'demo|noor',
    name: 'Noor Castle',
    email: 'noor@example.com',
    emailVerified: false,
    about: 'The issuer has not verified her address: the shop refuses.',
  },
  {
    subject: 'demo|theo',
    name: 'Theo Quill',
    email: undefined,
    emailVerified: false,
    about: 'He keeps his address to himself: the shop refuses.',
  },
]

export function openPeople(): People {
  const known = new Map(demoPeople.map((person) => [person.subject, person]))
  return {
    demo: demoPeople,
    find: (subject) => known.get(subject),
    byEmail(email, emailVerified) {
      // The same after a restart, so that an account of the shop stays linked.
      const subject = `mail|${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 24)}`
      const person = { subject, name: nameFrom(email), email, emailVerified, about: '' }
      known.set(subject, person)
      return person
    },
  }
}

// 'mercy.okafor@…' → 'Mercy Okafor'
function nameFrom(email: string): string {
  return email
    .split('@')[0]!
    .split(/[._+-]+/)
    .filter((part) => part !== '')
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join(' ')
}
