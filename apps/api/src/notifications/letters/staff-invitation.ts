import type { Role } from '@flora/contract/permissions.ts'
import { keepTheLink, linkAddress } from './account-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'

export interface Invitation {
  /** Who invites, by name. */
  readonly by: string
  readonly role: Role
  readonly token: string
  readonly days: number
}

/** Asks somebody to work for the shop. */
export function staffInvitation({ by, role, token, days }: Invitation, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: `${by} invites you to work at ${shop.name}.`,
      parts: [
        { kind: 'words', text: `You’re to be ${roleInWords[role]} at ${shop.name}. This link takes you there.` },
        { kind: 'button', label: 'Accept', address: linkAddress('accept-invitation', token, shop) },
        { kind: 'note', text: `The link works once, for ${days} days. If you don’t know ${by}, leave it alone.` },
      ],
      footnote: keepTheLink,
    },
    shop,
  )
}

const roleInWords: Record<Role, string> = {
  owner: 'an owner, who may do everything,',
  manager: 'a manager',
  florist: 'a florist',
  driver: 'a driver',
}
