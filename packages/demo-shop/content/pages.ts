import { articles } from './article.ts'

/** The pages at the foot of every page. */
export const pages = articles('page', [
  {
    slug: 'about',
    title: 'Two benches, one van and a bicycle',
    summary: 'Who we are, where the flowers come from, and what we won’t do.',
    tint: 'butter',
    publishedDaysAgo: 400,
    picture: {
      presentation: 'wrapped',
      paper: 'kraft',
      ribbon: 'coral',
      recipe: { 'ranunculus-apricot': 4, 'poppy-coral': 3, 'anemone-white': 3, 'silver-dollar': 3 },
    },
    alt: 'A mixed bouquet of ranunculus, poppies and anemones in brown paper',
    text: `
      Flora is a florist’s at 41 Rose Street, Fitzroy. Ada Marsh opened it after eleven years on other people’s benches.
      Tess ties beside her, Wren drives the van, Tom rides the bicycle.

      ## Where the flowers come from

      Ada buys at Epping at half past four, five mornings a week, and straight from about a dozen growers: peonies
      from Monbulk, waratahs from Kinglake, roses from Wandin and Silvan, natives from Pearcedale and Tynong, lavender
      from Red Hill. Nothing grew more than about two hours from Melbourne, apart from some thryptomene and wheat,
      which have their own reasons.

      ## What we won’t do

      - **Sell a flower out of its season.** If it says *October to December*, that is when you can have it.
      - **Sell a place we don’t have.** A window holds as many doors as the van can reach. When it is full, it says so.
      - **Dye, bleach or glitter.** A little tea on the palm spears is as far as we go.
      - **Hurry you.** There’s no clock on the page except the one on the wall.

      ## What we believe about price

      A price here includes GST and the wrapping. Delivery is separate, and shown before you pay. A small is small and
      not a large with the middle left out.

      ## The shop

      We’re open Monday to Friday from 7 am to 5.30 pm, and on Saturday from 7 am to 3 pm. On Sundays the growers
      rest, so do we. Come in. It smells good, and there is usually a dog.

      Flora acknowledges the Wurundjeri Woi-wurrung people, on whose Country these flowers grow and are sold.
    `,
  },
  {
    slug: 'delivery-and-fees',
    title: 'Delivery and fees',
    summary: 'As far as Melton, Sunbury and Frankston. From $12, and free if you pick up.',
    tint: 'sky',
    publishedDaysAgo: 90,
    text: `
      Type a postcode anywhere on this site and it tells you which days and windows are open, what each costs, and why
      the others aren’t. What follows is how it works.

      ## What it costs

      The cheapest window in each zone, per delivery, whatever the size of the order:

      - **Inner North**: $12. Fitzroy, Carlton, Brunswick, Northcote, Richmond and the city.
      - **Inner South**: $14. South Melbourne to St Kilda, Toorak and Elsternwick. No van on Mondays.
      - **Inner East**: $14. Kew, Hawthorn, Camberwell, Malvern East.
      - **North**: $14. Coburg, Essendon, Preston, Heidelberg, Epping.
      - **West**: $16, in any window. Footscray, Williamstown, Sunshine, Keilor.
      - **East**: $16. Doncaster, Box Hill, Glen Waverley, Ringwood.
      - **Bayside**: $16. Brighton, Sandringham, Cheltenham, Mordialloc.
      - **South-East**: $18. Oakleigh, Clayton, Dandenong, Ferntree Gully.
      - **Outer South-West**: $20. Werribee, Point Cook, Tarneit.
      - **Outer North-East**: $20. Eltham, Warrandyte, Hurstbridge, Mernda.
      - **Outer North-West**: $22. Melton, Sunbury, Craigieburn. Tuesdays, Thursdays, Fridays and Saturdays.
      - **Outer East and the Hills**: $22. Lilydale, Belgrave, Olinda, Monbulk.
      - **Frankston Line**: $22. Chelsea to Frankston and Langwarrin.
      - **Outer South-East**: $24. Berwick, Cranbourne, Pakenham. Tuesdays, Thursdays, Fridays and Saturdays.

      **Pick up in Fitzroy**: free, from 9 am, 41 Rose Street.

      ## Same day

      In Inner North, Inner South, Inner East and North, order by 2 pm for the afternoon run, 2 pm to 6 pm. In the
      three inner zones, 10 am is early enough for 12 noon to 4 pm. Everywhere else, order by 5 pm the day before. For
      Saturday mornings the cut-off is Friday at 4 pm.

      ## Express and evenings

      In Inner North ($26) and Inner South ($28) there are one-hour windows, by bicycle. Each takes one or two stops,
      so they go early. Inner North has evenings on Thursday and Friday, Inner South on Friday: $18.

      ## Days that cost more

      In the week before Christmas delivery is $6 more; around Valentine’s Day and in the week of Mother’s Day, $8
      more. That pays for a second driver. The flowers cost what they cost the week before.

      ## Days we don’t deliver

      Sundays, public holidays, and a few days in January. The calendar shows them, each with its reason.

      ## If nobody is home

      Wren knocks, waits and rings. Then she leaves it in the shade, or with the neighbour you named, and we send you
      a photo. At a block of flats with no answer, it comes back to us and into water, and we ring. The second try is
      free if the address was right.

      ## Hospitals and hotels

      We deliver to the front desk. Ring the ward first: intensive care and cancer wards mostly can’t take flowers.
    `,
  },
  {
    slug: 'something-not-right',
    title: 'If something isn’t right',
    summary: 'Tell us within three days, with a photo if you can. We replace it or refund it, and you choose.',
    tint: 'blush',
    publishedDaysAgo: 90,
    text: `
      Flowers are alive, and now and then they don’t do what they should. We’d rather know.

      ## What to do

      Ring (03) 7010 4418, write to hello@flora.example, or reply to any e-mail from us. Your order number helps; so
      does a photo. The person who received them may ring too, and we won’t tell them what it cost.

      ## What we do

      - **Something wilted, broken or shut within three days:** we replace it on the next run, or refund it. You choose.
      - **A plant that fails within fourteen days:** the same. After that we’re happy to diagnose.
      - **A stem was missing and you had chosen *Refund it*:** that line is refunded the same day, without your asking.
      - **It came late, after its window:** we refund the delivery. If the day itself was missed, we refund the lot,
        and send flowers as well if you’d still like them.
      - **The wrong thing came:** keep it. The right thing is on its way.

      Refunds go back to the card or gift card you paid with. We send them at once; banks take two to five working days.

      ## Changing or cancelling

      You may change the day, the window or the card, or cancel for a full refund, until the cut-off for your window.
      Use the link in your confirmation. After that Ada has bought the stems, but ring us anyway: if it can still be
      done, we’ll do it by hand.

      ## If we got the address wrong, or you did

      If we did, we fix it at our cost. If the address on the order was wrong, we try once more within reach of the
      same run for nothing; a second zone is a second fee.

      ## Substitutions

      Some mornings a flower isn’t good enough to buy. You told us at checkout what to do then: the nearest match, ask
      you first, or refund. We never swap something and hope you won’t notice.

      ## Your rights

      Nothing here takes anything away from the guarantees you have under the Australian Consumer Law. If something
      you bought has a major fault, the choice between a refund and a replacement is yours.
    `,
  },
  {
    slug: 'privacy',
    title: 'Privacy',
    summary: 'What we know about you, why, for how long, and how to make us forget.',
    tint: 'lilac',
    publishedDaysAgo: 200,
    text: `
      We need to know enough to bring flowers to a door. We don’t want to know more.

      ## What we keep

      - **About you, the buyer:** your name, e-mail, and phone if you give it; what you ordered, when, and what it cost.
      - **About the recipient:** their name, address, phone if you give it, and your notes for the driver.
      - **The card message.** It is printed once, and kept with the order so that we can reprint it if the ink runs.
      - **A photo at the door**, to prove delivery. It shows the flowers and not the person.

      We never see your card number. Stripe handles payments and tells us only whether they worked, and the last four
      digits.

      ## What we use it for

      To make the order, deliver it, and answer you when something goes wrong. The monthly letter goes only to people
      who asked for it, and each one has a link to stop. We use one cookie for your cart and one if you sign in. There
      is no advertising and nobody follows you out of the shop.

      ## Who sees it

      The people who tie and drive. Companies that carry our e-mail, host this site and take payments, each only as
      far as its work needs. If you ask for help with a card message, what you type in those two boxes, and nothing
      else, may go to the company whose software drafts it. We don’t sell anything about anyone.

      ## Anonymous gifts

      If you leave your name off, the recipient doesn’t get it from us, even if they ask. The exception is a lawful
      demand: if flowers are used to frighten someone, we will answer the police.

      ## How long

      Orders and invoices for seven years, because tax law asks for five and disputes can take longer. Door photos for
      ninety days. Carts for thirty days.

      ## Your say

      Write to hello@flora.example to see what we hold, to correct it, or to have it erased. We answer within thirty
      days. What tax law makes us keep stays, with your name cut out of everything else. If our answer isn’t good
      enough, the Office of the Australian Information Commissioner will listen.
    `,
  },
  {
    slug: 'terms',
    title: 'Terms',
    summary: 'The agreement between you and the shop, in sentences.',
    tint: 'clay',
    publishedDaysAgo: 200,
    text: `
      These are the terms on which Flora, 41 Rose Street, Fitzroy 3065, sells to you. They’re short on purpose.

      ## Ordering

      When you press Pay we hold your places and stems for twenty minutes. An order is made when your payment
      goes through, and we confirm it by e-mail. Until then nothing is promised on either side, and nothing is
      charged.

      If a price changed while you were deciding, you are told before you pay. You pay the price you were last shown.

      ## Prices

      In Australian dollars, GST included. Delivery is shown separately. A tax invoice comes with every confirmation.

      ## The flowers

      They’re made by hand from what grew, so yours will be like the picture and not identical to it. If a stem isn’t
      good enough that morning, we do what you chose at checkout: nearest match, ask first, or refund.

      ## Delivery

      We promise the day and the window you chose. If we miss it through our own doing, *If something isn’t right*
      says what you get back. We can’t promise against flood, fire or a road that is shut, but we’ll ring you, and you
      may have another day or your money.

      You promise that the address is right and that somebody, or some shade, will be there.

      ## Wine

      We sell it only to adults, as part of a gift with flowers, and the person at the door must show they’re eighteen
      or over. Under the Liquor Control Reform Act 1998 it is an offence to supply alcohol to a person under the age
      of eighteen years, and for a person under the age of eighteen years to purchase or receive it.

      ## Subscriptions

      We charge at 4 pm the day before each delivery, and only for that one. Skip, pause or stop at any time before
      then. A delivery already charged still comes.

      ## Codes and gift cards

      One promotion code an order. Codes have dates and limits, which are shown when you enter them. Gift cards last
      three years from the day they were bought and can be used a bit at a time. They can’t be exchanged for cash
      unless the law says so.

      ## Plants and pets

      Each page says what we know about safety for cats and dogs. It is given with care, and it isn’t veterinary advice.

      ## The law

      Nothing in these terms limits your rights under the Australian Consumer Law. The law of Victoria applies.
    `,
  },
])
