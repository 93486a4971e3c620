import { dayInWords } from '@flora/calendar/in-words.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import { inProse } from '@flora/money/in-words.ts'
import type { Money } from '@flora/money/money.ts'
import { whenInWords } from './account-words.ts'
import { type DoneForHer, doneForHerInWords } from './done-for-her.ts'
import { type Letterhead, type Part, typeset, type WrittenLetter } from './sheet.ts'
import { calledName } from './typed-words.ts'

/** What there is to say about a subscription. The receipt of each delivery is its order's own letter. */
export type SubscriptionNews =
  | {
      readonly news: 'started'
      readonly what: string
      readonly every: string
      /** Absent for surprises. */
      readonly first: ShopDay | undefined
      readonly price: Money
      readonly chargeAt: Temporal.Instant | undefined
    }
  | {
      readonly news: 'upcoming'
      readonly what: string
      readonly day: ShopDay
      readonly price: Money
      readonly until: Temporal.Instant
    }
  | {
      readonly news: 'failed'
      /** Absent for surprises. */
      readonly day: ShopDay | undefined
      readonly price: Money
      readonly failure: string
      readonly link: string
      readonly until: Temporal.Instant
      readonly again: Temporal.Instant | undefined
    }
  | {
      readonly news: 'paused'
      readonly until: ShopDay | null
      readonly because: 'customer' | 'payment' | 'not-for-sale'
    }
  | { readonly news: 'resumed'; readonly next: ShopDay | undefined }
  | {
      readonly news: 'cancelled'
      readonly last: ShopDay | undefined
      /** What of a gift goes back. */
      readonly refund?: Money
    }
  | {
      readonly news: 'moved'
      readonly from: ShopDay
      readonly day: ShopDay
      readonly because: string | undefined
      readonly until: Temporal.Instant
    }
  | {
      readonly news: 'price'
      readonly was: Money
      readonly is: Money
      readonly from: Temporal.Instant
      readonly isRise: boolean
    }
  | { readonly news: 'done-for-her'; readonly done: DoneForHer; readonly isSurprise: boolean }
  | { readonly news: 'could-not'; readonly day: ShopDay; readonly because: string; readonly isSurprise: boolean }

export type SubscriptionLetter = SubscriptionNews & {
  readonly subscriptionId: SubscriptionId
  /** Who gets the flowers. */
  readonly recipient: string
  /** Deliveries that are paid already: how many, and the link of the order that paid for them. */
  readonly gift?: { readonly deliveries: number; readonly orderLink: string }
}

interface Said {
  readonly sentence: string
  readonly parts: readonly Part[]
}

/** A letter about a subscription: one thing that happened, and where to change it. */
export function subscriptionNews(letter: SubscriptionLetter, shop: Letterhead): WrittenLetter {
  const { sentence, parts } = say(letter, shop)
  return typeset(
    {
      sentence,
      parts: [
        ...parts,
        {
          kind: 'button',
          label: letter.gift ? 'See my gift' : 'See my subscription',
          address: pageOf(letter, shop),
        },
      ],
      footnote: letter.gift
        ? 'You get this letter because you give flowers with us. The page says what you can move or change, and until when.'
        : 'You get this letter because you have a subscription with us. It says what you can skip, move, pause or end, and until when.',
    },
    shop,
  )
}

function pageOf({ gift, subscriptionId }: SubscriptionLetter, { publicUrl }: Letterhead): string {
  return gift
    ? `${publicUrl}/order/${gift.orderLink}/gift/${subscriptionId}`
    : `${publicUrl}/account/subscriptions/${subscriptionId}`
}

function say(letter: SubscriptionLetter, shop: Letterhead): Said {
  const whose = calledName(letter.recipient)
  const flowers = whose ? `${whose}’s flowers` : 'The flowers'
  switch (letter.news) {
    case 'started':
      if (letter.gift) return giftBegan(letter)
      return started(letter, shop)
    case 'upcoming':
      return {
        sentence: `${flowers} come ${dayInWords(letter.day)}.`,
        parts: words(
          letter.gift
            ? `${letter.what}. It is paid. Until ${whenInWords(letter.until, shop)} you can move or change this delivery.`
            : `${letter.what}. Until ${whenInWords(letter.until, shop)} you can skip, move or change this delivery; then we charge ${inProse(letter.price)} to the card you keep for it.`,
        ),
      }
    case 'failed':
      return failed(letter, shop)
    case 'paused':
      return paused(letter)
    case 'resumed':
      return {
        sentence: 'Your subscription goes on.',
        parts: words(
          letter.next ? `The next delivery is on ${dayInWords(letter.next)}.` : 'What comes, and when, is on its page.',
        ),
      }
    case 'cancelled':
      if (letter.gift) return giftEnded(letter)
      return {
        sentence: 'Your subscription has ended.',
        parts: words(
          letter.last
            ? `The delivery of ${dayInWords(letter.last)} could not be stopped any more; it is the last. Nothing is charged after it.`
            : 'Nothing more comes, and nothing more is charged.',
        ),
      }
    case 'moved':
      return {
        sentence: `${flowers} come ${dayInWords(letter.day)} instead.`,
        parts: words(
          `It would have been ${dayInWords(letter.from)}. ${letter.because ?? ''} This is the nearest day on which we can bring it. If it doesn’t suit, you can move or skip it until ${whenInWords(letter.until, shop)}.`,
        ),
      }
    case 'price':
      return price(letter, shop)
    case 'done-for-her':
      return {
        sentence: letter.gift ? 'We changed your gift for you.' : 'We changed your subscription for you.',
        parts: words(
          `${doneForHerInWords(letter.done, { isSurprise: letter.isSurprise, isGift: letter.gift !== undefined })} If that isn’t what you asked for, please answer this letter or ring us.`,
        ),
      }
    case 'could-not':
      return {
        sentence: letter.isSurprise
          ? 'We can’t keep your next surprise.'
          : `We can’t come on ${dayInWords(letter.day)}.`,
        parts: words(
          letter.gift
            ? `We are sorry. ${letter.because} It is paid, so it comes at the end of your gift instead; the others stay as they are.`
            : `We are sorry. ${letter.because} Nothing is charged for this delivery, and the ones after it stay as they are.`,
        ),
      }
  }
}

function giftEnded({ refund }: SubscriptionLetter & { news: 'cancelled' }): Said {
  return {
    sentence: 'Your gift has ended.',
    parts: words(
      refund && refund.minor > 0
        ? `Nothing more comes, and ${inProse(refund)} for what was not delivered goes back to the card that paid. Banks take five to ten days to show it.`
        : 'Nothing more comes.',
    ),
  }
}

function giftBegan(letter: SubscriptionLetter & { news: 'started' }): Said {
  const { what, every, first, gift } = letter
  return {
    sentence: `Your gift begins on ${dayInWords(first!)}.`,
    parts: words(
      `${what}, ${every}, ${gift!.deliveries} deliveries in all. They are paid. The button leads to its page, where you can move a delivery, send it to another address or change the card; keep this letter, since its link is the key to it.`,
    ),
  }
}

function words(text: string): Part[] {
  return [{ kind: 'words', text: text.replaceAll(/ {2,}/g, ' ') }]
}

function started(letter: SubscriptionLetter & { news: 'started' }, shop: Letterhead): Said {
  const { what, every, first, price, chargeAt } = letter
  const charged = chargeAt ? ` The first is charged ${whenInWords(chargeAt, shop)}.` : ''
  return {
    sentence: first ? `Your subscription begins on ${dayInWords(first)}.` : 'Your surprises have begun.',
    parts: words(
      `${what}, ${every}, at ${inProse(price)} a delivery.${charged} Each delivery is charged two days before its orders close, and until then you can skip or change it.`,
    ),
  }
}

function failed(letter: SubscriptionLetter & { news: 'failed' }, shop: Letterhead): Said {
  const { day, price, failure, link, until, again } = letter
  const what = day ? `the delivery of ${dayInWords(day)}` : 'your next surprise'
  const next = again ? ` We ask the card once more ${whenInWords(again, shop)}.` : ''
  return {
    sentence: 'Your card did not pay.',
    parts: [
      ...words(
        `${whyItFailed[failure] ?? 'Your bank said no, and not why.'} It is about ${inProse(price)} for ${what}.${next} If it isn’t paid by ${whenInWords(until, shop)}, it is skipped and nothing is charged.`,
      ),
      {
        kind: 'links',
        links: [
          { label: 'Pay it now', address: `${shop.publicUrl}/order/${link}`, detail: 'With this card or another one.' },
          {
            label: 'Change the card',
            address: `${shop.publicUrl}/account/subscriptions/${letter.subscriptionId}`,
            detail: 'For this delivery and those after it.',
          },
        ],
      },
    ],
  }
}

const whyItFailed: Record<string, string> = {
  authentication_required: 'Your bank wants to hear from you first.',
  expired_card: 'The card has expired.',
  insufficient_funds: 'There is not enough on the card.',
  lost_card: 'Your bank has blocked the card.',
  stolen_card: 'Your bank has blocked the card.',
  card_gone: 'The card is not among yours any more.',
  no_card: 'There is no card any more that could pay.',
}

function paused({ until, because }: SubscriptionLetter & { news: 'paused' }): Said {
  switch (because) {
    case 'customer':
      return {
        sentence: until ? `Your subscription rests until ${dayInWords(until)}.` : 'Your subscription rests.',
        parts: words(
          'Nothing comes and nothing is charged until then. It goes on by itself, or earlier if you say so.',
        ),
      }
    case 'payment':
      return {
        sentence: 'We have paused your subscription.',
        parts: words(
          'Two deliveries in a row were not paid. Please choose another card and let it go on; until then nothing comes and nothing is charged.',
        ),
      }
    case 'not-for-sale':
      return {
        sentence: 'Please choose other flowers.',
        parts: words(
          'What you subscribed to has left our shelf. Your subscription rests until you have chosen something else; nothing is charged meanwhile.',
        ),
      }
  }
}

function price({ was, is, from, isRise }: SubscriptionLetter & { news: 'price' }, shop: Letterhead): Said {
  return {
    sentence: isRise ? 'The price of your subscription changes.' : 'Your subscription costs less.',
    parts: words(
      isRise
        ? `A delivery costs ${inProse(is)} instead of ${inProse(was)}, for what is charged from ${whenInWords(from, shop)} on. What is charged before that costs what it did. If you don’t want that, you can end or change it at any time.`
        : `A delivery costs ${inProse(is)} instead of ${inProse(was)}, from now on.`,
    ),
  }
}
