import { articles } from './article.ts'

/** Who the shop is, and what it does. */
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

      We deliver to the front desk. Ring the ward first: intensive care and cancer wards mostly can’t take flowers. There
      is more in [Flowers to a hospital](/journal/flowers-to-a-hospital).
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

      Refunds go back to the card or gift card you paid with. We send them at once; banks take five to ten days to show
      them.

      ## Changing or cancelling

      Until the cut-off for your window you may cancel for a full refund, on the page behind the link in your
      confirmation. For another day, another window or other words on the card, ring us before then. After the cut-off
      Ada has bought the stems, but ring us anyway: if it can still be done, we’ll do it by hand.

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
])
