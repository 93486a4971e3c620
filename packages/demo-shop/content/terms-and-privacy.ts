import { articles } from './article.ts'

/** What the shop owes its customers, in sentences they can hold it to. Whoever changes what is kept changes this. */
export const termsAndPrivacy = articles('page', [
  {
    slug: 'privacy',
    title: 'Privacy',
    summary: 'What we know about you, why, for how long, and how to make us forget.',
    tint: 'lilac',
    publishedDaysAgo: 200,
    changedDaysAgo: 9,
    text: `
      We need to know enough to bring flowers to a door. We don’t want to know more.

      ## What we keep

      **Of an order:** your name, e-mail and telephone; what you ordered, when, and what it cost; who gets the flowers,
      where, their telephone if you gave it, and your note for the driver; the message on the card, so that we can print
      it again if the ink runs; what happened to the order and when; and copies of the letters we sent you about it.

      **Of an account,** if you make one: your name and e-mail, your password as a hash that nobody can read backwards,
      and whatever you add yourself: telephone, addresses, favourite colours and occasions, days you want to be reminded
      of. If you sign in through another company we keep its name and its number for you, and no password.

      **Of signing in:** when, with what kind of browser (“Firefox on Linux”) and from which internet address, so that
      you can see a stranger and we can stop one.

      **Of paying:** the kind of card, its last four digits, and whether it worked. The number itself goes to Stripe and
      never to us. A card you save is saved there.

      **Of the monthly letter,** if you asked for it: your address, and when and where you said yes.

      If nobody is home, Wren photographs the flowers where she left them and sends you the picture. It shows the flowers
      and not a person.

      ## What we use it for

      To make the order, deliver it, and answer you when something goes wrong. To remind you, if you asked. The monthly
      letter goes only to people who asked for it, and each one has a link to stop. There is no advertising here, nobody
      counts your clicks, and nobody follows you out of the shop.

      ## Cookies

      | Cookie | For | Kept |
      | :-- | :-- | :-- |
      | cart | which cart is yours | 30 days; 180 when signed in |
      | access, refresh, signed-in | that you are signed in | 30 days from your last visit |
      | postcode | where flowers should go, if you typed one | a year |

      While you type at checkout, your browser keeps it until we have it. On the payment page Stripe sets cookies of its
      own, against fraud.

      ## Who sees it

      The people who tie and drive. Companies that carry our e-mail, host this site and take payments, each only as far
      as its work needs; some of them keep it outside Australia. If you press *Help me write*, what you tell that form
      may go to the company whose software drafts the words, and nothing else does. We sell nothing about anyone.

      ## If you are the recipient

      Somebody gave us your name and address to surprise you. We use them for that delivery and never to sell you
      anything. Ask us what we hold; it is yours to see too, except who sent an anonymous gift. We don’t give that away,
      even if you ask. The exception is a lawful demand: if flowers are used to frighten someone, we’ll answer the police.

      ## How long

      | What | How long |
      | :-- | :-- |
      | Orders, invoices, payments | At least five years: tax law asks for it |
      | A cart nobody comes back to | 30 days |
      | Sign-ins, with internet addresses | 180 days |
      | Devices you signed out | 90 days |
      | Wrong passwords, counted | 24 hours |
      | Links in letters about your account | A day after they end; the letter’s words go once it’s sent |
      | Our notes of work that is done, like a letter to send | A day |
      | Everything else of an account | Until you erase it |

      Orders don’t vanish by themselves after five years. Ask, and yours will.

      ## Your say

      With an account you can take everything away as files, or erase it, on your own page. Without one, write to
      hello@flora.example to see what we hold, to correct it or to have it erased. We answer within thirty days. What tax
      law makes us keep stays for as long as it must, and is used for nothing else.

      If something of yours ever gets out, we’ll tell you what and when, in plain words.

      A shop of our size may be too small for the Privacy Act 1988. We keep to its principles all the same. If our answer
      isn’t good enough, ask the [Office of the Australian Information Commissioner](https://www.oaic.gov.au/) whether
      it can help.
    `,
  },
  {
    slug: 'terms',
    title: 'Terms',
    summary: 'The agreement between you and the shop, in sentences.',
    tint: 'clay',
    publishedDaysAgo: 200,
    changedDaysAgo: 9,
    text: `
      These are the terms on which Flora, 41 Rose Street, Fitzroy 3065, sells to you. They’re short on purpose.

      ## Ordering

      When you press Pay we hold your places and stems for twenty minutes. An order is made when your payment goes
      through, and we confirm it by e-mail. Until then nothing is promised on either side, and nothing is charged. Money
      that comes after the twenty minutes gets its order if there is still room; if not, all of it goes back to you by
      itself.

      If a price changed while you were deciding, you are told before you pay. You pay the price you were last shown.

      ## Prices

      In Australian dollars, GST included. Delivery is shown separately. A tax invoice is on your order’s page as soon as
      it is paid.

      ## The flowers

      They’re made by hand from what grew, so yours will be like the picture and not identical to it. If a stem isn’t
      good enough that morning, we do what you chose at checkout: nearest match, ask first, or refund.

      ## Delivery

      We promise the day and the window you chose. If we miss it through our own doing,
      [If something isn’t right](/pages/something-not-right) says what you get back. We can’t promise against flood, fire
      or a road that is shut, but we’ll ring you, and you may have another day or your money.

      You promise that the address is right and that somebody, or some shade, will be there.

      ## Cancelling

      Until the first cut-off of your order, for all of your money back, on your order’s page. After that the stems are
      bought; ring us.

      ## Subscriptions

      A subscription goes on until you end it, which you can do at any time on its page, without a reason. Each delivery
      has a last moment for changes: four in the afternoon, two days before the day on which orders for it close. Until
      then you can skip it, move it or change what comes and where it goes. Then we charge the card you keep with us.

      If the card says no, we write to you and ask it three more times, as far as there is time. What isn’t paid an hour
      before orders close is skipped, and nothing is charged; after two in a row the subscription pauses until you
      say so. Nothing that isn’t paid is sent.

      Every delivery keeps its day: a subscription that began on the 31st comes on the last day of a shorter month, one
      that began on 29 February on the 28th in other years. A day on which we don’t deliver is moved to the nearest one on
      which we do, the earlier of two, within a week and never past the next delivery; we tell you by letter. What we
      can’t keep we tell you too, and don’t charge. Places are kept for you eight weeks ahead.

      Surprises come once in each week, fortnight or month, on a day that we don’t tell, never on one you excluded, and
      never within three days of each other.

      You get a tenth off the flowers of every delivery, and no surcharge on busy days. A higher price counts no earlier
      than fourteen days after we wrote to you about it; a lower one counts at once. A trial, where there is one, is for the first
      delivery of your first subscription.

      A subscription that you order with other things begins when that order is paid, with its first delivery. If you
      cancel that order before its cut-off, the subscription ends with it.

      A gift of several deliveries is paid at once. What we can’t keep, or what you leave out, comes at its end. You can
      end it, and what has not come and can still be stopped is refunded.

      ## Your account

      You don’t need one. If you have one, keep its password to yourself and tell us if somebody else has it. You may
      erase it whenever you like. We may close one that is used to cheat us or to frighten somebody.

      ## The words on the card

      They’re yours, also when software drafted them. We print what you wrote, unless it threatens or harasses someone;
      then we don’t deliver it, and give your money back.

      ## Wine

      We sell it only to adults, as part of a gift with flowers, and the person at the door must show they’re eighteen
      or over. Under the Liquor Control Reform Act 1998 it is an offence to supply alcohol to a person under the age
      of eighteen years, and for a person under the age of eighteen years to purchase or receive it.

      ## Codes and gift cards

      One promotion code an order. Codes have dates and limits, which are shown when you enter them. Gift cards last
      three years from the day they were bought and can be used a bit at a time. They can’t be exchanged for cash
      unless the law says so.

      ## Plants and pets

      Each page says what we know about safety for cats and dogs. It is given with care, and it isn’t veterinary advice.

      ## The law

      Our goods come with guarantees that can’t be excluded under the Australian Consumer Law, and nothing in these terms
      limits them. The law of Victoria applies. If we can’t agree, Consumer Affairs Victoria helps for nothing.
    `,
  },
])
