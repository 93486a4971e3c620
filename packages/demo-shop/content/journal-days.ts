import { articles } from './article.ts'

/** About days on which flowers are sent. */
export const journalDays = articles('journal', [
  {
    slug: 'flowers-to-a-hospital',
    title: 'Flowers to a hospital',
    summary: 'Ring the ward first. Then something small, unscented and already in water.',
    tint: 'sage',
    author: 'Wren',
    tags: ['Hard days', 'Delivery'],
    publishedDaysAgo: 12,
    products: ['bedside-jar', 'lisianthus-like-silk', 'front-desk'],
    picture: {
      presentation: 'vase',
      vase: 'jar',
      recipe: { 'rose-blush': 4, 'lisianthus-white': 4, fern: 3 },
    },
    alt: 'Blush roses and white lisianthus with fern in a glass jar',
    text: `
      I take flowers to hospitals about six times a week. Most of them arrive. The ones that don’t are nearly always
      undone by the same three things, and you can settle all three in one telephone call.

      ## Ring the ward

      Not the switchboard: the ward. Ask:

      1. **Do you take flowers?** Intensive care, cancer and transplant wards mostly can’t, and neither can many rooms
         for newborns. Flowers and the water they stand in carry things that a healthy person never notices.
      2. **Will they still be there?** People go home sooner than they used to. A day’s stay that turned out to be half
         a day is the commonest reason that I bring something back.
      3. **What is the name on the chart?** Not the one you call her by.

      Then write the ward and that name into the address, and your telephone number into the note for me.

      ## What goes well

      A bedside locker is as wide as a tray, and there is already a jug on it. So: small. In its own jar or vase,
      because a ward has none, and the people who would look for one have other things to do. Nothing with a strong
      scent, since the person in the next bed hasn’t chosen it: no lilies, no stock, no freesias. Nothing that sheds.

      Roses, lisianthus, gerberas and carnations are all good patients. A pot plant isn’t: soil is worse than water,
      and most wards refuse it.

      ## How it gets there

      I can’t go to the bedside, and wouldn’t. Flowers go to the front desk or the ward clerk, and they carry them up
      when they have a minute. That may be an hour later. The photo I send you shows them on the desk.

      If a ward turns them away I ring you from the foyer. Then they go to her home, or to whoever is at home with the
      dog, or back into water at the shop for another day. That second trip is free.

      ## Or wait

      The best hospital flowers I ever carried went to a kitchen in Coburg, the day after. She had slept in her own bed.
      She opened the door herself.
    `,
  },
  {
    slug: 'the-fourteenth-of-february',
    title: 'The fourteenth of February',
    summary: 'What happens to the price of a rose, what we do about it, and why the twelfth is the better day.',
    tint: 'blush',
    author: 'Ada Marsh',
    tags: ['Roses', 'Delivery'],
    publishedDaysAgo: 281,
    products: ['a-dozen-red', 'garden-rose-loose', 'carnations-reconsidered'],
    picture: {
      presentation: 'wrapped',
      paper: 'ivory',
      ribbon: 'red',
      recipe: { 'rose-red': 8, ruscus: 4 },
    },
    alt: 'Red roses and ruscus in ivory paper with a red ribbon',
    text: `
      A rose bush doesn’t know what day it is. It gives as many flowers in the second week of February as in the third,
      and in one of those two weeks the whole of Melbourne wants the same colour.

      ## What happens at the market

      From about the eighth the price of a long red stem at Epping doubles, and in a hot year it doubles again. Growers
      pinch their plants in December so that they flower on the day. Some of what is sold has stood in a cold store
      since January, and some has come by aeroplane. You can tell those by the second evening: the heads go down.

      ## What we do

      We buy early, from the grower at Wandin who sells to us all year, at a price we agree on in spring. So **a dozen
      costs what it cost in January**. We order as many as we can tie, and when they are gone the page says so. We have
      never found a second supplier on the thirteenth whom we would want to keep on the fifteenth.

      Delivery is $8 more from the twelfth to the fourteenth. That is a second driver, and two people on the telephone.

      ## The case for the twelfth

      Order for the twelfth or the thirteenth. The windows are still open, the roses are the same roses, and they are
      at their widest on the fourteenth, which is the point. They arrive while nobody else’s do. And no one in the
      history of this shop has ever been told off for being early.

      If it has to be the day, take a morning window. On a February afternoon a van does what it can, and a doorstep in
      Sunshine doesn’t.

      ## The case for something else

      A long red rose comes from under glass, in February as in July. What the gardens around here are doing by then is
      dahlias, zinnias, old roses in every colour but that one, and carnations, if you have read
      [our apology to them](/journal/carnations-an-apology). Any of these says the same thing, and says it as if you’d
      thought about it.

      ## For one

      About one order in nine that week is from somebody to herself. We tie those with the same care, and we never ask.
    `,
  },
  {
    slug: 'mothers-day-when-it-isnt-simple',
    title: 'Mother’s Day, when it isn’t simple',
    summary: 'Who else to send to, what to leave off the card, and how to hear nothing about it at all.',
    tint: 'lilac',
    author: 'Tess Vale',
    tags: ['Hard days', 'Cards'],
    publishedDaysAgo: 204,
    products: ['rose-street-bunch', 'hellebores-looking-down', 'bedside-jar'],
    picture: {
      presentation: 'bunch',
      ribbon: 'cream',
      recipe: { 'mum-butter': 4, 'rose-peach': 4, 'stock-white': 3, 'silver-dollar': 3 },
    },
    alt: 'Butter chrysanthemums, peach roses and white stock with gum, tied with a cream ribbon',
    text: `
      It is our busiest week. In most of the cards I tie on that week somebody thanks her mum, and she deserves it. I
      want to write about the others, because I read those too.

      ## Not your mother, exactly

      About a third of what we send that Sunday goes to someone who isn’t anybody’s mother on paper. The aunt who came to
      the concerts. The neighbour with the spare key. A stepmother, after some years of working it out. Two dads with a
      baby. You don’t need the word on the card. *For all of it. Love, Jo* does very well, on that day or any other.

      ## The first one without her

      If it is a friend’s first May since her mother died, send something to her, and send it on the Friday. The day
      itself is full of other people’s brunches. Say her mother’s name: *Thinking of you and of Helen this weekend.* No
      *happy*, no *Mother’s Day*. She knows what day it is.

      The same goes for someone who lost a child, or who has been hoping for one for a long time. If you aren’t sure that
      it’s welcome, a text message is a good flower.

      ## When you aren’t speaking

      You aren’t obliged. Nobody at this shop will ask why you sent nothing.

      If you would like to send something after a long silence, make it small, sign your name, and ask for nothing back.
      An unsigned bunch is a riddle, and a big one is a speech.

      ## To hear nothing

      We write to nobody about Mother’s Day who hasn’t asked us to be reminded of it. If you once did and would now
      rather not, the link at the foot of the reminder switches that one off for good. You needn’t give a reason, and
      the others stay.

      ## What’s in

      Early May is thin. Chrysanthemums, because this is their month and not because of the pun; the last garden roses;
      the first hellebores if it has been cold. In a good year there are quinces. We put one in with the bunch.
    `,
  },
])
