import { setTimeout as after } from 'node:timers/promises'
import type { Cart } from '@flora/contract/cart.ts'
import type { PaymentSheet, Placed } from '@flora/contract/checkout.ts'
import type { Wish } from '../../bench/load/shopper.ts'
import { isAlive } from '../books/check-money.ts'
import type { BuyerStory } from '../books/evidence.ts'
import type { ShopClock } from '../world/clock-file.ts'
import type { Desk } from '../world/desk.ts'
import { GaveUp, type Line, openLine, type Tally } from './browser.ts'
import { cancelOrder, fillCart, paymentSheet, place, readOrder, TurnedAway } from './buy.ts'
import { type Character, characterInWords } from './character.ts'
import { answerChallenge, payWith } from './pay.ts'

/** What buyers find around them. */
export interface Town {
  readonly seed: number
  readonly shopUrl: string
  readonly stripeUrl: string
  readonly clock: ShopClock
  readonly desk: Desk
  readonly tally: Tally
  readonly wishes: readonly Wish[]
  readonly lastPieces: readonly string[]
  readonly giftCards: readonly string[]
  readonly promotions: { readonly open: readonly string[]; readonly limited: string }
  /** Waits for something slow without keeping others from buying. */
  readonly aside: <T>(wait: Promise<T>) => Promise<T>
}

type Draft = { -readonly [Field in keyof BuyerStory]: BuyerStory[Field] }

/** One buyer's whole life, and what she was told in it. */
export async function live(town: Town, buyer: number, character: Character): Promise<BuyerStory> {
  const told: Draft = {
    buyer,
    story: characterInWords(character),
    email: `buyer-${buyer}@example.com`,
    hasPaid: false,
    sawConfirmed: false,
    hasCancelled: false,
    givenBack: 0,
    gaveUp: false,
  }
  const caller = `10.${(buyer >> 16) & 255}.${(buyer >> 8) & 255}.${buyer & 255}`
  const shop = openLine(town.shopUrl, town.tally, { caller })
  const stripe = openLine(town.stripeUrl, town.tally)
  try {
    await buy({ town, shop, stripe, character, told })
  } catch (error) {
    if (error instanceof TurnedAway) told.refusal = error.code
    else if (error instanceof GaveUp) told.gaveUp = true
    else throw new Error(`buyer ${buyer} (${told.story}) met what nobody should`, { cause: error })
  } finally {
    shop.leave()
    stripe.leave()
  }
  return told
}

interface Life {
  readonly town: Town
  readonly shop: Line
  readonly stripe: Line
  readonly character: Character
  readonly told: Draft
}

async function buy(life: Life): Promise<void> {
  const { town, shop, character, told } = life
  const cart = await fillCart(shop, { wishes: wishesOf(life), email: told.email, code: codeOf(life) })
  if (!cart.can.place.ok) throw new TurnedAway(obstacleIn(cart))
  told.key = `chaos-${String(town.seed).padStart(8, '0')}-${String(told.buyer).padStart(8, '0')}`
  const placed = await place(shop, { toPay: cart.toPay, key: told.key, twice: character.pressesTwice })
  const placedAt = town.clock.now()
  told.orderId = placed.order.id
  told.toPay = placed.order.toPay.minor
  // What follows is no refusal of her order any more.
  try {
    if (character.cancelsUnpaid && placed.payment) {
      told.hasCancelled = await cancelOrder(shop, placed.order.link)
      return
    }
    if (told.toPay > 0 && !(await pay(life, placed, placedAt))) return
    await follow(life, placed)
  } catch (error) {
    if (!(error instanceof TurnedAway)) throw error
  }
}

// What the cart's page would show her.
function obstacleIn({ lines, deliveries, promotion }: Cart): string {
  const obstacle = [...lines, ...deliveries].find(({ problem }) => problem)?.problem
  return obstacle?.code ?? (promotion?.because ? 'promotion-not-valid' : 'cart-says-no')
}

function wishesOf({ town, character, told: { buyer } }: Life): readonly Wish[] {
  const { wishes, lastPieces } = town
  const wish = wishes[buyer % wishes.length]!
  switch (character.basket) {
    case 'one':
      return [wish]
    case 'two-deliveries': {
      const other = wishes.find(
        ({ day, postcode }, place) =>
          place > (buyer * 7) % wishes.length && (day !== wish.day || postcode !== wish.postcode),
      )
      return [wish, other ?? wishes[(buyer + 1) % wishes.length]!]
    }
    case 'last-piece':
      // The same for two neighbours.
      return [{ ...wish, variantId: lastPieces[Math.floor(buyer / 2) % lastPieces.length] ?? wish.variantId }]
  }
}

function codeOf({ town, character, told: { buyer } }: Life): string | undefined {
  switch (character.code) {
    case 'none':
      return undefined
    case 'promotion':
      return town.promotions.open[buyer % town.promotions.open.length]
    case 'limited-promotion':
      return town.promotions.limited
    case 'gift-card':
      return town.giftCards[buyer % town.giftCards.length]
  }
}

/** Pays as she does; whether she has. */
async function pay(life: Life, placed: Placed, placedAt: Temporal.Instant): Promise<boolean> {
  const { town, shop, stripe, character, told } = life
  if (character.paying === 'never') return false
  const first = await paymentSheet(shop, placed)
  const sheet = character.paying === 'page-reloaded' ? await paymentSheet(shop, { order: placed.order }) : first
  if (!sheet) return false
  if (character.paying === 'late')
    await town.aside(town.clock.untilPast(placedAt.add({ minutes: character.lateMinutes })))
  told.hasPaid = await payHerWay(stripe, sheet, character)
  return told.hasPaid
}

async function payHerWay(stripe: Line, sheet: PaymentSheet, { paying, card }: Character): Promise<boolean> {
  const good = async (): Promise<boolean> => (await payWith(stripe, sheet, card)) === 'paid'
  const challenged = async (passes: boolean): Promise<boolean> => {
    const asked = await payWith(stripe, sheet, 'pm_card_threeDSecure2Required')
    return (asked === 'challenged' ? await answerChallenge(stripe, sheet, passes) : asked) === 'paid'
  }
  switch (paying) {
    case 'never':
      return false
    case 'at-once':
    case 'late':
    case 'page-reloaded':
      return good()
    case 'declined':
      await payWith(stripe, sheet, 'pm_card_visa_chargeDeclined')
      return false
    case 'declined-then-good':
      await payWith(stripe, sheet, 'pm_card_visa_chargeDeclinedInsufficientFunds')
      return good()
    case 'challenged':
      return challenged(true)
    case 'challenge-failed-then-good':
      await challenged(false)
      return good()
    case 'challenge-left':
      await payWith(stripe, sheet, 'pm_card_threeDSecure2Required')
      return false
  }
}

// The page looks every second or so; who waits for her confirmation has patience.
const lookEveryMs = 500
const looks = 40

async function follow({ town, shop, character, told }: Life, { order: { id, link } }: Placed): Promise<void> {
  switch (character.sequel) {
    case 'leaves':
      return
    case 'looks':
      told.sawConfirmed = await waitForConfirmation(shop, link, 4)
      return
    case 'cancels':
      told.hasCancelled = await cancelOrder(shop, link)
      return
    case 'given-back':
    case 'given-back-at-stripe':
      told.sawConfirmed = await waitForConfirmation(shop, link, looks)
      if (!told.sawConfirmed || told.toPay! < 1_000) return
      if (character.sequel === 'given-back') told.givenBack = await town.desk.giveBack(id, 100 + (told.buyer % 500))
      else told.givenBack = await town.desk.giveBackAtStripe(id, 100 + (told.buyer % 500))
  }
}

async function waitForConfirmation(shop: Line, link: string, most: number): Promise<boolean> {
  for (let look = 1; ; look += 1) {
    if (isAlive(await readOrder(shop, link))) return true
    if (look === most) return false
    await after(lookEveryMs)
  }
}
