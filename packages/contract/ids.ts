import { z } from 'zod'

/** An id that says what it identifies: 'ord_01k…' can never be passed where a product is expected. */
export type Id<Prefix extends string> = `${Prefix}_${string}`

export type ProductId = Id<'prd'>
export type VariantId = Id<'var'>
export type CollectionId = Id<'col'>
export type ZoneId = Id<'zon'>
export type WindowId = Id<'win'>
export type CartId = Id<'crt'>
export type LineId = Id<'lin'>
export type DeliveryId = Id<'dlv'>
export type OrderId = Id<'ord'>
export type PaymentId = Id<'pay'>
export type RefundId = Id<'rfd'>
export type PromotionId = Id<'prm'>
export type GiftCardId = Id<'gft'>
export type AccountId = Id<'acc'>
export type SessionId = Id<'ses'>
export type ReminderId = Id<'rem'>
export type AddressId = Id<'adr'>
export type EmailId = Id<'eml'>
export type ContentId = Id<'cnt'>
export type SubscriptionId = Id<'sub'>
export type OccurrenceId = Id<'occ'>
export type RunId = Id<'run'>
export type PrintId = Id<'prt'>
export type ProofId = Id<'prf'>
export type LotId = Id<'lot'>
export type NoteId = Id<'nte'>
export type DraftOrderId = Id<'dro'>
export type SurgeId = Id<'sur'>
export type StemId = Id<'stm'>
export type PhotoId = Id<'pht'>
export type PriceId = Id<'prc'>

/**
 * A new id whose first half is the time (48 bits of milliseconds, base 32) and whose rest is 80 random bits, so that
 * rows made together lie together in an index. Ids are not secrets.
 */
export function newId<Prefix extends string>(prefix: Prefix): Id<Prefix> {
  let random = ''
  for (let letter = 0; letter < 16; letter += 1) random += alphabet[randomByte() & 31]
  return `${prefix}_${base32Time()}${random}`
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

// An order needs a dozen ids, and asking the system for randomness costs the same for sixteen bytes as for a thousand.
const drawn = new Uint8Array(1_024)
let used = drawn.length

function randomByte(): number {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  return drawn[used++]!
}

function base32Time(): string {
  let rest = Temporal.Now.instant().epochMilliseconds
  let text = ''
  for (let digit = 0; digit < 10; digit += 1) {
    text = alphabet[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  return text
}

// The letters are the ones newId writes, and hand-written demo ids may use dashes.
const body = z.string().regex(/^[0-9a-z-]{1,64}$/)

export const ProductId = z.templateLiteral(['prd_', body])
export const VariantId = z.templateLiteral(['var_', body])
export const CollectionId = z.templateLiteral(['col_', body])
export const ZoneId = z.templateLiteral(['zon_', body])
export const WindowId = z.templateLiteral(['win_', body])
export const LineId = z.templateLiteral(['lin_', body])
export const DeliveryId = z.templateLiteral(['dlv_', body])
export const OrderId = z.templateLiteral(['ord_', body])
export const AccountId = z.templateLiteral(['acc_', body])
export const SessionId = z.templateLiteral(['ses_', body])
export const AddressId = z.templateLiteral(['adr_', body])
export const ContentId = z.templateLiteral(['cnt_', body])
export const ReminderId = z.templateLiteral(['rem_', body])
export const SubscriptionId = z.templateLiteral(['sub_', body])
export const OccurrenceId = z.templateLiteral(['occ_', body])
export const SurgeId = z.templateLiteral(['sur_', body])
export const StemId = z.templateLiteral(['stm_', body])
export const PromotionId = z.templateLiteral(['prm_', body])
export const GiftCardId = z.templateLiteral(['gft_', body])
export const RunId = z.templateLiteral(['run_', body])
export const PrintId = z.templateLiteral(['prt_', body])
export const ProofId = z.templateLiteral(['prf_', body])
export const LotId = z.templateLiteral(['lot_', body])
export const NoteId = z.templateLiteral(['nte_', body])
export const DraftOrderId = z.templateLiteral(['dro_', body])
export const RefundId = z.templateLiteral(['rfd_', body])
export const PhotoId = z.templateLiteral(['pht_', body])
export const PriceId = z.templateLiteral(['prc_', body])
