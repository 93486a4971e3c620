import { newsletterWording } from '@flora/contract/newsletter.ts'
import { postAccountLetter } from '../notifications/index.ts'
import type { Shop } from '../shop.ts'
import { consentToken, emailOfToken } from './consent-link.ts'
import { consentLinkNotValid } from './errors.ts'
import { insertConsent, isWanted, lockAddress } from './queries.ts'

type Consenting = Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs'>

// Whoever types another's address into the foot of the page must not be able to fill her inbox.
const atMost = { letters: 2, hours: 24 } as const
const linkDays = 30

/** Somebody typed an address: its owner is asked. Who has said yes already is not asked again. */
export function askNewsletter(shop: Consenting, email: string): Promise<void> {
  const at = shop.clock.now()
  return shop.inTransaction(async (tx) => {
    await lockAddress(tx, email)
    if (await isWanted(tx, email)) return
    const token = consentToken(shop.config.sealingKey, 'confirm', { email, at })
    const goodUntil = at.add({ hours: linkDays * 24 })
    const isAsked = await postAccountLetter(tx, shop, {
      to: email,
      letter: { kind: 'newsletter', token },
      goodUntil,
      atMost,
    })
    if (isAsked) await insertConsent(tx, { email, kind: 'asked', source: 'footer', wording: newsletterWording, at })
  })
}

/** The owner of an address followed its link: she wants the letter. */
export function confirmNewsletter(shop: Consenting, token: string): Promise<void> {
  const now = shop.clock.now()
  const email = emailOfToken(shop.config.sealingKey, 'confirm', { token, now })
  if (email === undefined) throw consentLinkNotValid()
  return changeConsent(shop, { email, isWanted: true, source: 'letter' })
}

/** By the link of any letter, however old: she wants it no more. */
export function leaveNewsletter(shop: Consenting, token: string): Promise<void> {
  const email = emailOfToken(shop.config.sealingKey, 'leave', { token, now: shop.clock.now() })
  if (email === undefined) throw consentLinkNotValid()
  return changeConsent(shop, { email, isWanted: false, source: 'letter' })
}

/** Writes a yes or a no of a proven address down, unless it stands so already. */
export function changeConsent(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  { email, isWanted: wants, source }: { email: string; isWanted: boolean; source: 'account' | 'letter' },
): Promise<void> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    await lockAddress(tx, email)
    if ((await isWanted(tx, email)) === wants) return
    const kind = wants ? 'confirmed' : 'left'
    await insertConsent(tx, { email, kind, source, wording: wants ? newsletterWording : null, at })
  })
}

/** Somebody moved her account to another address of hers, which is proven: her word about the letter moves along. */
export function followAddress(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    // In an order that two moves at once share.
    for (const email of [from, to].toSorted()) await lockAddress(tx, email)
    if (!(await isWanted(tx, from))) return
    await insertConsent(tx, { email: from, kind: 'left', source: 'account', wording: null, at })
    if (await isWanted(tx, to)) return
    await insertConsent(tx, { email: to, kind: 'confirmed', source: 'account', wording: newsletterWording, at })
  })
}
