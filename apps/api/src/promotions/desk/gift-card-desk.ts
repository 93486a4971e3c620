import { instantText } from '@flora/calendar/instant.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { Answer } from '@flora/contract/endpoint.ts'
import { type GiftCardId, newId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import type { DeskGiftCard, GiftCardLedger, promotionsDesk } from '@flora/contract/promotions-desk.ts'
import type { Permission } from '@flora/contract/text.ts'
import { isLess, money, negative } from '@flora/money/money.ts'
import type { Caller } from '../../platform/caller.ts'
import { constraintName } from '../../platform/db.ts'
import type { Shop } from '../../shop.ts'
import { giftCardHash } from '../gift-card.ts'
import { balanceTooLow, dayIsPast, giftCardNotFound, giftCardVoid } from './errors.ts'
import {
  type CardRecord,
  findCard,
  findCardByKey,
  insertCard,
  insertEntry,
  listCards,
  listEntries,
  lockCard,
  markVoid,
} from './gift-card-queries.ts'
import { mayWrite, pagesOf, todayOf } from './promotion-desk.ts'

type Writes = Pick<Shop, 'db' | 'inTransaction' | 'clock'>

/** A page of gift cards. A code that is typed whole is looked for by its hash: nobody keeps it. */
export async function listGiftCards(
  { db }: Pick<Shop, 'db'>,
  role: Role | null,
  { q, page }: { q?: string | undefined; page: number },
): Promise<Answer<typeof promotionsDesk.listGiftCards>> {
  const ending = q?.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const found = await listCards(db, { ending, hash: q === undefined ? undefined : giftCardHash(q), page })
  return { items: found.map((card) => toCard(card, role)), ...pagesOf(found[0]?.total ?? 0, page) }
}

/** A card with its ledger. */
export async function showGiftCard(
  { db }: Pick<Shop, 'db'>,
  role: Role | null,
  id: GiftCardId,
): Promise<GiftCardLedger> {
  const [card, entries] = await Promise.all([findCard(db, id), listEntries(db, id)])
  if (!card) throw giftCardNotFound()
  return {
    ...toCard(card, role),
    entries: entries.map(({ at, amountMinor, balanceMinor, reason, who, note, orderId, orderNumber }) => ({
      at: instantText(instantFromStored(at)),
      amount: money(amountMinor, 'AUD'),
      balance: money(balanceMinor, 'AUD'),
      reason,
      ...(who !== null && { who }),
      ...(note !== null && { note }),
      ...(orderId !== null && orderNumber !== null && { order: { id: orderId, number: orderNumber } }),
    })),
  }
}

/** A new card with something on it. Its code is given once and kept as a hash; the same key again gives the card without its code. */
export async function issueGiftCard(
  shop: Writes,
  by: Pick<Caller, 'name'>,
  {
    key,
    amountMinor,
    expiresDay,
    note,
  }: { key: string; amountMinor: number; expiresDay?: ShopDay | undefined; note: string },
): Promise<{ id: GiftCardId; code: string | undefined }> {
  const today = await todayOf(shop)
  if (expiresDay !== undefined && expiresDay < today) throw dayIsPast()
  const at = shop.clock.now()
  return once(shop, key, async () =>
    shop.inTransaction(async (tx) => {
      const known = await findCardByKey(tx, key)
      if (known) return { id: known, code: undefined }
      const id = newId('gft')
      const code = newCode()
      await insertCard(tx, {
        id,
        hash: giftCardHash(code),
        ending: code.slice(-4),
        expiresDay: expiresDay ?? null,
      })
      await insertEntry(tx, { id, amountMinor, reason: 'issued', who: by.name, note, key, at })
      return { id, code }
    }),
  )
}

/** Adds to a card or takes from it, with who and why in its ledger; the same key again changes nothing. */
export async function adjustGiftCard(
  shop: Writes,
  by: Pick<Caller, 'name'>,
  { id, key, amountMinor, note }: { id: GiftCardId; key: string; amountMinor: number; note: string },
): Promise<void> {
  const at = shop.clock.now()
  await once(shop, key, () =>
    shop.inTransaction(async (tx) => {
      const card = await lockCard(tx, id)
      if (!card) throw giftCardNotFound()
      if (await findCardByKey(tx, key)) return { id, code: undefined }
      if (!card.active) throw giftCardVoid()
      const balance = money(card.balanceMinor, 'AUD')
      if (isLess(balance, negative(money(amountMinor, 'AUD')))) throw balanceTooLow(balance)
      await insertEntry(tx, { id, amountMinor, reason: 'adjusted', who: by.name, note, key, at })
      return { id, code: undefined }
    }),
  )
}

/** Stops a card: what was on it goes out of its ledger. One that is stopped already stays as it is. */
export function voidGiftCard(
  { inTransaction, clock }: Writes,
  by: Pick<Caller, 'name'>,
  { id, note }: { id: GiftCardId; note: string },
): Promise<void> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const card = await lockCard(tx, id)
    if (!card) throw giftCardNotFound()
    if (!card.active) return
    await markVoid(tx, id)
    if (card.balanceMinor === 0) return
    const amountMinor = negative(money(card.balanceMinor, 'AUD')).minor
    await insertEntry(tx, { id, amountMinor, reason: 'voided', who: by.name, note, key: null, at })
  })
}

interface Issued {
  readonly id: GiftCardId
  readonly code: string | undefined
}

// Two that send one key at the same moment: the one who comes second finds what the first one wrote.
async function once({ inTransaction }: Writes, key: string, work: () => Promise<Issued>): Promise<Issued> {
  try {
    return await work()
  } catch (error) {
    const known =
      constraintName(error) === 'gift_card_entries_key_key' && (await inTransaction((tx) => findCardByKey(tx, key)))
    if (known) return { id: known, code: undefined }
    throw error
  }
}

// Without letters that look like others; sixteen of them are eighty bits, which nobody guesses.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function newCode(): string {
  const code = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte % letters.length]).join('')
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

function toCard(record: CardRecord, role: Role | null): DeskGiftCard {
  const { id, ending, balanceMinor, issuedMinor, expiresDay, active } = record
  const may = mayWrite(role)
  const stopped: Permission = active ? may : { ok: false, because: 'This card was stopped.' }
  return {
    id,
    ending,
    balance: money(balanceMinor, 'AUD'),
    issued: money(issuedMinor, 'AUD'),
    ...(expiresDay !== null && { expiresDay }),
    active,
    can: { adjust: may.ok ? stopped : may, void: may.ok ? stopped : may },
  }
}
