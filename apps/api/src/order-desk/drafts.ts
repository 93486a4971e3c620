import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { Cart } from '@flora/contract/cart.ts'
import type { DraftChange, DraftOrder } from '@flora/contract/draft-orders.ts'
import { type DraftOrderId, newId } from '@flora/contract/ids.ts'
import { draftCart } from '../cart/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import { deleteDraft, type DraftRow, findDraft, insertDraft, listOpenDrafts } from './draft-queries.ts'
import { draftNotFound } from './errors.ts'

type Drafting = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>

// More than a shop has open at once; older ones are found by nobody.
const mostDrafts = 50

/** Begins an order for somebody who rang, or who stands at the counter. */
export async function beginDraft(shop: Drafting, caller: Pick<Caller, 'accountId' | 'name'>): Promise<DraftOrder> {
  const id = newId('dro')
  const { accountId, name: who } = caller
  await shop.inTransaction(
    (tx) => insertDraft(tx, { id, accountId, who, tokenHash: draftCart(shop, id).token.hash, at: shop.clock.now() }),
    'one statement',
  )
  return showDraft(shop, id)
}

export async function showDraft(shop: Drafting, id: DraftOrderId): Promise<DraftOrder> {
  const draft = await knownDraft(shop, id)
  return toDraftOrder(draft, await draftCart(shop, id).show())
}

/** Makes one change of a draft, as a shopper makes it of her cart. */
export async function changeDraft(shop: Drafting, id: DraftOrderId, wish: DraftChange): Promise<DraftOrder> {
  const draft = await knownDraft(shop, id)
  const cart = await draftCart(shop, id).change(wish)
  return toDraftOrder({ ...draft, changedAt: shop.clock.now().toString({ smallestUnit: 'millisecond' }) }, cart)
}

/** Throws a draft away; one that is gone, or placed, stays so. */
export function dropDraft({ inTransaction }: Pick<Shop, 'inTransaction'>, id: DraftOrderId): Promise<void> {
  return inTransaction((tx) => deleteDraft(tx, id), 'one statement')
}

/** Drafts that are open, the latest first. */
export async function listDrafts({ db }: Pick<Shop, 'db'>) {
  const drafts = await listOpenDrafts(db, mostDrafts)
  return {
    drafts: drafts.map(({ createdAt, changedAt, buyerName, ...draft }) => ({
      ...draft,
      buyerName: buyerName ?? '',
      at: instantFromStored(createdAt).toString(),
      changedAt: instantFromStored(changedAt).toString(),
    })),
  }
}

async function knownDraft({ db }: Pick<Shop, 'db'>, id: DraftOrderId): Promise<DraftRow> {
  const draft = await findDraft(db, id)
  if (!draft || draft.isPlaced) throw draftNotFound()
  return draft
}

function toDraftOrder({ id, who, createdAt, changedAt }: DraftRow, cart: Cart): DraftOrder {
  return {
    id,
    who,
    at: instantFromStored(createdAt).toString(),
    changedAt: instantFromStored(changedAt).toString(),
    cart,
  }
}
