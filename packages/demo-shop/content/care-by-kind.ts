import { articles } from './article.ts'

/** Care that depends on what is in the vase. */
export const careByKind = articles('care', [
  {
    slug: 'how-long-they-last',
    title: 'How long they last',
    summary:
      'In days, from the door to the compost, if somebody changes the water. We wrote down what came back to us.',
    tint: 'sky',
    author: 'Tess Vale',
    tags: ['Cut flowers'],
    publishedDaysAgo: 60,
    products: ['carnations-reconsidered', 'banksia-walk', 'lisianthus-like-silk'],
    picture: {
      presentation: 'vase',
      vase: 'sage',
      recipe: { 'carnation-coral': 6, 'mum-butter': 3, 'lisianthus-white': 4, 'leucadendron-lime': 3 },
    },
    alt: 'Coral carnations, butter chrysanthemums and white lisianthus in a sage vase',
    text: `
      A florist who tells you that everything lasts a fortnight is selling you a fortnight. Some of the best flowers
      last four days, and are worth it. You should know beforehand, that is all.

      ## The list

      These are days in a clean vase in a cool room, the water changed every second day and a little cut off the stems
      each time. In a hot kitchen take a third off.

      | Flower | Days | Then |
      | :-- | --: | :-- |
      | Banksia, protea, leucadendron | 14–21 | Dries as it stands |
      | Carnation | 14–21 | Crisps at the edges |
      | Chrysanthemum | 12–16 | Leaves go before flowers do |
      | Waratah, kangaroo paw | 10–14 | Fades; the paw dries |
      | Lisianthus | 10–14 | Buds open one by one |
      | Lily | 10–14 | Drops; take the pollen off first |
      | Delphinium, snapdragon, stock | 7–10 | Falls from the bottom up |
      | Gerbera, sunflower, zinnia | 7–10 | Bends |
      | Rose, hothouse | 7–9 | Opens flat |
      | Peony | 6–8 | Falls all at once |
      | Hydrangea | 6–9 | Wilts; a bath may bring it back |
      | Ranunculus, anemone | 6–9 | Goes thin as paper |
      | Tulip | 5–7 | Keeps growing, and wanders |
      | Iceland poppy | 5–6 | Drops its petals in an hour |
      | Garden rose, dahlia | 4–6 | Sheds |
      | Sweet pea, wattle | 3–5 | Is gone |

      ## What the list doesn’t say

      A mixed bunch lasts as long as its shortest flower looks good, so take each out as it finishes and put the rest
      in something narrower. Most of our bunches are three bunches, one after the other.

      The numbers start when they reach you. Ours were cut a day or two before, and not a week. Ask anyone who sells
      flowers when theirs were; it matters more than the kind.

      And a list knows nothing about Tuesdays. A peony that lasted six days in November and was there when the news
      came may be remembered for longer than a carnation.

      ## If yours don’t

      If something wilts within three days, tell us, with a photo if you can. We’ll replace it or refund it. You
      choose: see [If something isn’t right](/pages/something-not-right).
    `,
  },
  {
    slug: 'natives-in-a-vase',
    title: 'Natives in a vase',
    summary: 'Tough, yes. Thirsty, also yes. Five plants from here and what each wants.',
    tint: 'clay',
    author: 'Tess Vale',
    tags: ['Natives', 'Cut flowers'],
    publishedDaysAgo: 37,
    products: ['waratah-standing', 'banksia-walk', 'paws-and-billy-buttons', 'flannel-flower-and-gum'],
    picture: {
      presentation: 'vase',
      vase: 'terracotta',
      recipe: { 'waratah-red': 3, 'banksia-yellow': 3, 'paw-yellow': 4, 'cider-gum': 4 },
    },
    alt: 'Waratahs, yellow banksia and kangaroo paws with gum leaves in a terracotta vase',
    text: `
      People treat a banksia like a stick, because it looks as if it could look after itself. It can, on a sandplain
      with roots. In a vase it is a cut flower like any other, with a thicker stem and better manners.

      ## All of them

      Woody stems are cut with secateurs, on a slant, and not hammered or split; that old advice crushes the very tubes
      they drink through. Use deep water and fill it up daily for the first three days: they drink more than roses.
      Strip whatever would stand below the waterline, gum leaves most of all, which turn the water to tea.

      ## One by one

      **Waratah.** Wants it cool, and hates a draught. The small bracts below the head go brown first; pull them off,
      and the flower is good for another four days.

      **Banksia.** Three weeks, and you needn’t throw it out then. Let the vase run dry and leave it standing. The
      colour goes from yellow to bronze.

      **Kangaroo paw.** Cut the stem again on arrival, always: it seals itself with sap on the way. The lowest claws
      finish first, and come off with a thumbnail.

      **Flannel flower.** The exception to tough. Shallow water, no sun, and don’t touch the petals more than you must.
      Everybody does.

      **Gum.** Drinks like a horse for two days and then lives on air. It dries well, and for a month it will make the
      room smell like a Sunday drive.

      ## About picking your own

      Please don’t. Native plants on public land in Victoria are protected, roadsides included, and picking them needs
      a permit. Ours are grown for cutting at Kinglake, Pearcedale and Tynong, in rows, by people with sore knees.

      ## In the bin

      All of it composts, slowly. Cut the heads up with the secateurs you now own.
    `,
  },
])
