import { articles } from './article.ts'

/** About how the shop itself works. */
export const journalShop = articles('journal', [
  {
    slug: 'wren-drives',
    title: 'Wren drives',
    summary: 'Forty doors, one van and a system for gates. A Thursday from the front seat.',
    tint: 'sage',
    author: 'Ada Marsh',
    tags: ['Delivery'],
    publishedDaysAgo: 66,
    products: ['kitchen-table', 'snapdragon-nothing-else'],
    picture: {
      presentation: 'vase',
      vase: 'jar',
      recipe: { 'snapdragon-apricot': 4, 'rose-yellow': 5, fern: 3 },
    },
    alt: 'Apricot snapdragons and yellow roses with fern in a glass jar',
    text: `
      Wren has driven our van since 2019 and in that time has lost one bouquet, which was eaten by a goat in Kangaroo
      Ground and replaced the same afternoon. We asked her to talk us through a Thursday.

      ## Half past seven

      *You load it backwards. Last stop in first. Vases on the floor between milk crates, bouquets in buckets along
      the side, anything tall strapped upright behind me. Nothing lies down. A peony that has lain on its side for an
      hour has a flat cheek for life.*

      The van is held at eleven degrees. In January that is the nicest place in Melbourne.

      ## The run

      *They give me an order, and it’s nearly always right. I change it for schools and for sun. If a house faces west
      and nobody will be home, I go there early, while the porch is still in shade.*

      A morning run is twenty-two doors. That number wasn’t chosen by a computer: it is how many Wren can do without
      running. When they are taken the window says *Full*, and it is.

      ## Nobody home

      *Knock, wait, ring. Then the shade, out of the wind, not visible from the street. If there’s a note about a
      neighbour I go to the neighbour. Then a photo. You would be amazed how many people think it hasn’t come, and
      it’s behind the recycling bin, which is where they told me to put it.*

      She doesn’t leave flowers at the door of a block of flats unless somebody answers. If nobody does, they come
      back to Rose Street into water, and we ring you.

      ## The notes

      *Write me a note. It’s never printed on the card, it’s only for me. “Blue gate, dog is friendly, buzzer 3
      sticks” saves me five minutes. “You’ll see it” does not.*

      ## What people say

      *Nobody’s ever cross to see you. It’s the only delivery job like that. They open the door looking like they owe
      you money, and then they see it isn’t a parcel. Half of them say, “Are you sure?” I say I’m sure. I read them
      their own name.*

      She has been hugged, she reckons, two hundred times, and proposed to once. It was for the flowers.
    `,
  },
  {
    slug: 'where-ninety-two-dollars-goes',
    title: 'Where $92 goes',
    summary: 'A medium Rose Street Bunch, taken apart to the cent, with what is left for us.',
    tint: 'clay',
    author: 'Ada Marsh',
    tags: ['Growers', 'Cut flowers'],
    publishedDaysAgo: 118,
    products: ['rose-street-bunch'],
    picture: {
      presentation: 'wrapped',
      paper: 'kraft',
      ribbon: 'coral',
      recipe: { 'ranunculus-apricot': 5, 'poppy-coral': 4, 'anemone-white': 3, 'silver-dollar': 3 },
    },
    alt: 'Ranunculus, poppies and anemones with gum in brown paper',
    text: `
      People ask why flowers cost what they cost, usually while holding some. It is a fair question and nobody answers it,
      so I went through last year’s books with my accountant and divided a medium bunch.

      | What | Of $92 |
      | :-- | --: |
      | Fifteen stems, at market | $31.00 |
      | The stems that didn’t make it | $4.40 |
      | Wages: twelve minutes of tying, and the quiet hour before | $17.20 |
      | Rent, power and the cold room | $11.60 |
      | GST | $8.36 |
      | The drive to Epping at four | $5.40 |
      | Insurance, telephone, this site, my accountant | $3.48 |
      | Paper, ribbon, card | $3.10 |
      | The card company | $1.86 |
      | What is left | $5.60 |

      ## The stems that didn’t make it

      One in eight. A neck that broke in the bucket, a rose that opened on the way, a day when nobody came. A shop that
      throws away nothing is selling you yesterday’s. Ours go to the compost or to the people upstairs.

      ## The quiet hour

      Before anything is tied it is unpacked, stripped, cut and left to drink for two hours. That isn’t in the twelve
      minutes and it is most of why a bunch lasts. It is also the first thing that is dropped when somebody offers you
      the same bouquet for sixty.

      ## What isn’t in it

      Delivery. You see that by itself before you pay, because the van costs the same whether it carries a jam jar or a
      dinner table. And no commission: the big relay sites keep a quarter or so of what you pay, and the florist at the
      other end makes your order with the rest. If you send to another city, ring a shop there.

      ## What is left

      Five dollars sixty. In May and February it is more, in July it is less than nothing. It bought a new compressor for
      the cold room in the end, which is the least romantic thing I own and the one that I’d save from a fire.
    `,
  },
])
