import type { Cart } from '@flora/contract/cart.ts'
import { type CartId, newId, type VariantId } from '@flora/contract/ids.ts'
import type { VariantForSale } from '../catalog/index.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { type CartChange, type CartDocument, emptyCart } from './cart.ts'
import type { CartToken } from './cart-token.ts'
import { cannotChange } from './errors.ts'
import { askedBy, type KnownFacts, knownFacts, standUnder, stillStand } from './known-facts.ts'
import { beginCart, type CartRow, findCart, lockCart, saveAsRead, type Saved } from './queries.ts'
import { forgetCart, recallCart, rememberCart } from './last-saved.ts'
import { lookFor } from './read-facts.ts'
import { toCart } from './show-cart.ts'

/** Makes one change to a cart, the first of which makes the cart, and shows the whole. */
export async function changeCart(
  { db, inTransaction, clock }: Pick<Shop, 'db' | 'inTransaction' | 'clock'>,
  { hash, isNew }: CartToken,
  change: Change,
  goods: readonly VariantId[] = [],
): Promise<Cart> {
  const now = clock.now()
  for (let tries = 1; tries <= triesWithoutLock; tries += 1) {
    const guess = tries === 1 ? recallCart(hash)?.cart : undefined
    // Nobody but this request has heard of a token that was just made.
    const cart = isNew && tries === 1 ? undefined : (guess ?? (await findCart(db, hash)))
    const made = await makeChange(db, { cart, change, goods, now })
    if (made.kind === 'refused') {
      // Nobody is turned away by what was only remembered.
      if (guess) continue
      throw cannotChange(made.because)
    }
    const id = cart?.id ?? newId('crt')
    const saved = await inTransaction((tx) => save(tx, { id, tokenHash: hash, cart, made }), 'one statement')
    if (saved.version !== null) {
      const { version } = saved
      const asSaved = { id, accountId: null, ...cart, document: made.document, version }
      rememberCart(hash, { cart: asSaved, stock: saved.stock })
      return toCart(db, { ...made, accountId: asSaved.accountId, version, seen: saved })
    }
    forgetCart(hash)
    standUnder(saved.factsVersion, made.known)
  }
  return inTransaction((tx) => changeInTurn(tx, hash, { change, goods, now }))
}

// A tab rarely meets another one; tabs that go on meeting take turns.
const triesWithoutLock = 2

/** What a change makes of a document; the sizes it asked for are among `variants`. */
export type Change = (document: CartDocument, variants: ReadonlyMap<VariantId, VariantForSale>) => CartChange

interface Changing {
  readonly change: Change
  /** Sizes the change is about, beside those in the cart. */
  readonly goods: readonly VariantId[]
  readonly now: Temporal.Instant
}

type Made = { readonly kind: 'refused'; readonly because: Reason } | Changed
type Reason = (CartChange & { kind: 'refused' })['because']

interface Changed {
  readonly kind: 'changed'
  readonly document: CartDocument
  readonly known: KnownFacts
  readonly now: Temporal.Instant
}

async function makeChange(
  db: Db,
  { cart, change, goods, now }: Changing & { cart: CartRow | undefined },
): Promise<Made> {
  const before = withoutNotice(cart?.document ?? emptyCart)
  for (;;) {
    const known = await knownFacts(db, { variantIds: goods, postcodes: [], doors: [] }, now)
    const result = change(before, known.variants)
    if (result.kind === 'refused') {
      if (result.because === 'variant-not-found' && !(await stillStand(db, known))) continue
      return result
    }
    const { document } = result
    // Changed by the facts it will be saved under, or else again.
    if ((await knownFacts(db, askedBy(document), now)) === known) return { kind: 'changed', document, known, now }
  }
}

interface Save {
  /** For a cart that begins. */
  readonly id: CartId
  readonly tokenHash: string
  readonly cart: CartRow | undefined
  readonly made: Changed
}

function save(tx: Tx, { id, tokenHash, cart, made: { document, known, now } }: Save): Promise<Saved> {
  const saving = {
    tokenHash,
    document,
    at: now,
    factsVersion: known.rules.factsVersion,
    look: lookFor(known, document),
  }
  return cart ? saveAsRead(tx, cart, saving) : beginCart(tx, id, saving)
}

/** The same while nobody else can change the cart. */
async function changeInTurn(tx: Tx, hash: string, changing: Changing): Promise<Cart> {
  for (;;) {
    const cart = await lockCart(tx, hash)
    const made = await makeChange(tx, { cart, ...changing })
    if (made.kind === 'refused') throw cannotChange(made.because)
    const saved = await save(tx, { id: newId('crt'), tokenHash: hash, cart, made })
    if (saved.version !== null) {
      const accountId = cart?.accountId ?? null
      return toCart(tx, { ...made, accountId, version: saved.version, seen: saved })
    }
    // The facts are others by now, or another tab began the cart: now there is one to be locked.
    standUnder(saved.factsVersion, made.known)
  }
}

// She has seen it: whoever changes a cart looks at it.
function withoutNotice({ notice: _, ...document }: CartDocument): CartDocument {
  return document
}
