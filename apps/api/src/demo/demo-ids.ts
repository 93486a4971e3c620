import { createHash } from 'node:crypto'
import type {
  CollectionId,
  GiftCardId,
  Id,
  ProductId,
  PromotionId,
  VariantId,
  WindowId,
  ZoneId,
} from '@flora/contract/ids.ts'

// Ids of the demo shop are its slugs with a prefix: the same on every machine, and readable in a test that fails.

/** The id of a demo product. */
export function demoProductId(slug: string): ProductId {
  return `prd_${slug}`
}

export function demoVariantId(slug: string, key: string): VariantId {
  return `var_${slug}-${key}`
}

export function demoStemId(key: string): Id<'stm'> {
  return `stm_${key}`
}

export function demoCollectionId(slug: string): CollectionId {
  return `col_${slug}`
}

export function demoZoneId(key: string): ZoneId {
  return `zon_${key}`
}

export function demoWindowId(zone: string, key: string): WindowId {
  return `win_${zone}-${key}`
}

export function demoPromotionId(code: string): PromotionId {
  return `prm_${code.toLowerCase()}`
}

// A gift card's code is money, so not even a part of it may be read from its id.
export function demoGiftCardId(place: number): GiftCardId {
  return `gft_demo-${place + 1}`
}

export function demoContentId(slug: string): Id<'cnt'> {
  return `cnt_${slug}`
}

/** The name of a picture's files: a hash of what is drawn, so that another drawing gets another address. */
export function pictureId(drawing: object): string {
  return createHash('sha256').update(JSON.stringify(drawing)).digest('hex').slice(0, 24)
}
