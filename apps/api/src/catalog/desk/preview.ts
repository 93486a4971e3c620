import { timingSafeEqual } from 'node:crypto'
import { instantText } from '@flora/calendar/instant.ts'
import type { Product } from '@flora/contract/catalog.ts'
import { ProductId } from '@flora/contract/ids.ts'
import { keyedHash } from '../../platform/sealing.ts'
import type { Shop } from '../../shop.ts'
import { productNotFound } from '../errors.ts'
import type { Shelf } from '../shelf.ts'
import { toProduct } from '../show-product.ts'
import { findProductForPreview } from '../product-queries.ts'
import { productGone, productNotComplete } from './errors.ts'
import { findParts } from './parts-queries.ts'

const previewDays = 7

type Previews = Pick<Shop, 'db' | 'clock' | 'config'>

/** A link that shows a product's page as it would be to whoever has it, whatever its status. It is signed, and ends by itself. */
export async function makePreview(
  { db, clock, config }: Previews,
  id: ProductId,
): Promise<{ href: string; expiresAt: string }> {
  const product = await findParts(db, id)
  if (!product) throw productGone()
  // A page without a size has nothing that could be chosen.
  if (!product.variants.some(({ active }) => active))
    throw productNotComplete(['It needs a size before it has a page.'])
  const expiresAt = clock.now().add({ hours: previewDays * 24 })
  const said = `${id}.${Math.floor(expiresAt.epochMilliseconds / 1_000)}`
  const token = `${said}.${signature(config, said)}`
  return { href: `/p/${product.slug}?preview=${token}`, expiresAt: instantText(expiresAt) }
}

/** The product of such a link. Refuses (404 product-not-found) one that is over or was not made here. */
export async function showPreview({ db, clock, config }: Previews, shelf: Shelf, token: string): Promise<Product> {
  const id = readPreview({ clock, config }, token)
  if (!id) throw productNotFound('preview')
  const { product } = await shelf.ask(({ today }) => findProductForPreview(db, id, today))
  if (!product) throw productNotFound('preview')
  return toProduct(product)
}

function readPreview({ clock, config }: Pick<Previews, 'clock' | 'config'>, token: string): ProductId | undefined {
  const [id, seconds = '', signed = ''] = token.split('.')
  const product = ProductId.safeParse(id)
  if (!product.success || !/^\d{1,12}$/.test(seconds)) return undefined
  const mine = Buffer.from(signature(config, `${product.data}.${seconds}`))
  const theirs = Buffer.from(signed)
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return undefined
  return clock.now().epochMilliseconds < Number(seconds) * 1_000 ? product.data : undefined
}

function signature({ sealingKey }: Pick<Shop['config'], 'sealingKey'>, said: string): string {
  return keyedHash(sealingKey, 'product preview', said)
}
