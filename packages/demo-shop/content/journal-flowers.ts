import { articles } from './article.ts'

/** About particular flowers. */
export const journalFlowers = articles('journal', [
  {
    slug: 'how-to-open-a-peony-that-wont',
    title: 'How to open a peony that won’t',
    summary: 'Warm water, a clean cut and a bit of nerve. And when to give up, which is Tuesday.',
    tint: 'blush',
    author: 'Ada Marsh',
    tags: ['Peonies', 'Cut flowers'],
    publishedDaysAgo: 8,
    products: ['saturday-peonies', 'three-peonies', 'the-short-season'],
    picture: {
      presentation: 'bunch',
      ribbon: 'coral',
      recipe: { 'peony-coral': 5, 'peony-blush': 4 },
    },
    alt: 'A round bunch of coral and blush peonies tied with a coral ribbon',
    text: `
      A peony is cut in bud because an open one bruises on the way to market. Done well, it opens over three days on
      your table. Done a day early, it sits there like a golf ball and drops.

      ## Squeeze it first

      Hold the bud between finger and thumb. If it gives like a marshmallow, it has enough sugar in it to open. If it
      is a marble, ring us: we cut it too soon, and we’ll replace it.

      The sugar is the whole story. A peony on the plant is fed by its leaves right up to the day it opens. Once cut,
      it has only what it carried with it, plus what little it can draw from the water. A bud cut too young simply
      runs out.

      ## Then, in this order

      1. Wipe the bud with a warm, damp cloth. The sap that ants love is also glue, and it can hold the outer petals
         shut.
      2. Cut two centimetres off the stem, on a slant, with something sharp. Under water, if you have a deep sink.
      3. Leave one or two leaves on and strip the rest. The leaves still feed the flower, but too many of them drink
         the water it needs.
      4. Stand it in hand-warm water up to its neck, in a bright room, overnight. Not on a windowsill in full sun.

      Most give in by the second morning. The outer petals loosen first, then the whole bud swells, and then, usually
      while you are out of the room, it opens.

      ## What not to do

      Don’t peel the petals. You’ll get one open flower and eleven people asking what happened to it.

      Don’t put it in the microwave, which somebody on the internet recommends. Don’t add aspirin, vodka or a copper
      coin. A teaspoon of sugar and two drops of bleach to a litre does help, because it feeds the flower and keeps
      the water clean, but plain water changed every day is nearly as good.

      ## To slow one down

      The opposite problem is a party on Saturday and peonies that open on Thursday. Put them in the fridge, dry,
      wrapped in newspaper, away from the fruit drawer. They will keep for days, even a fortnight. Recut and stand
      them in warm water a day and a half before you need them.

      ## When to give up

      If one hasn’t opened by Tuesday, it isn’t going to. Put it in a bud vase anyway. A shut peony is a handsome thing,
      and no one but you knows it was meant to do more.

      *Ada Marsh owns Flora and has ruined more peonies than you have met.*
    `,
  },
  {
    slug: 'cats-and-lilies-the-short-version',
    title: 'Cats and lilies: the short version',
    summary: 'Don’t. Here is what to send instead.',
    tint: 'sage',
    author: 'Tess Vale',
    tags: ['Pets'],
    publishedDaysAgo: 24,
    products: ['snapdragon-nothing-else', 'lisianthus-like-silk', 'gerbera-parade'],
    picture: {
      presentation: 'wrapped',
      paper: 'sage',
      ribbon: 'cream',
      recipe: { 'lisianthus-white': 6, 'snapdragon-pink': 4, 'rose-blush': 4 },
    },
    alt: 'White lisianthus, blush roses and pink snapdragons in sage paper',
    text: `
      Every part of a true lily can kill a cat. The petals, the leaves, the stem, the pollen it licks off its fur, the
      water in the vase. A very small amount is enough, and it works by destroying the kidneys over two or three days.

      That is the short version. If you came for that, you can stop here and choose something else.

      ## If a cat has touched a lily

      Ring a vet now. Not when it looks ill: by then it is usually too late. Treated in the first few hours, most cats
      recover. If it is the middle of the night, ring an emergency clinic, and say the word lily first. Take a piece
      of the plant, or a photo of it.

      ## Which lilies

      The dangerous ones are *Lilium*, sold as oriental, Asiatic, Christmas or tiger lilies, and *Hemerocallis*, the
      daylily in half the gardens of Melbourne.

      Some plants have the name and not the poison. A peace lily (*Spathiphyllum*) and a calla or arum irritate the
      mouth and make an animal drool, which is unpleasant but rarely dangerous. An alstroemeria, or Peruvian lily, may
      upset a stomach. Lily of the valley is no lily at all and is dangerous in another way: it affects the heart.

      ## What to send instead

      These are safe for cats and dogs, as far as anyone knows, and we check them against the lists vets use:

      - **Snapdragons.** Tall, cheerful, safe for horses as well.
      - **Roses.** Mind the thorns.
      - **Lisianthus.** Looks like a rose, lasts twice as long.
      - **Gerberas, sunflowers and zinnias.** The whole cheerful end of the daisy family.
      - **Moth orchids.** Cut or potted.

      And these are not, though they are less dire than lilies: tulips, daffodils, hydrangeas, delphiniums,
      chrysanthemums, iris, sweet peas and eucalyptus. The last one surprises people, because it goes in everything.
      We leave it out if you ask.

      ## What we do

      We sell one lily bouquet and put the warning in its name. There are none in our other bouquets, and none on the
      shelf called [Safe for pets](/collections/safe-for-pets). If you write *there is a cat* in the note to us, Ada reads it before she picks up a
      knife.

      Any animal that eats a bunch of flowers may be sick on the rug afterwards. That is the bunch of flowers and not a
      poison. Put them up high.
    `,
  },
  {
    slug: 'carnations-an-apology',
    title: 'Carnations: an apology',
    summary: 'We were rude about them for fifteen years. Here is what changed.',
    tint: 'sky',
    author: 'Ada Marsh',
    tags: ['Cut flowers'],
    publishedDaysAgo: 52,
    products: ['carnations-reconsidered', 'after-dark'],
    picture: {
      presentation: 'wrapped',
      paper: 'blush',
      ribbon: 'burgundy',
      recipe: { 'carnation-peach': 8, 'carnation-burgundy': 6 },
    },
    alt: 'Peach and burgundy carnations, massed, in blush paper',
    text: `
      For about fifteen years, if you asked for carnations in this shop, somebody would say *are you sure*. We take it
      back.

      ## What went wrong

      Nothing was ever wrong with the flower. *Dianthus* has been grown for two thousand years, was painted on Ottoman
      tiles and pinned on Oscar Wilde, and smells of cloves. What went wrong was the way it was sold: three at a time,
      in cellophane, with one sprig of fern and one of baby’s breath, beside the motor oil.

      A flower that can survive a service station gets sold at service stations. It was punished for being tough.

      ## What changed our minds

      In the winter of 2023 the roses failed. A grower at Carrum Downs rang with four hundred carnations nobody
      wanted: coral, a dirty peach, and a red nearly black. We put forty of them in a bucket, tightly, with nothing
      else, and stood it by the door because there was no room on the bench.

      Eleven people asked what it was.

      The trick is to treat them as a colour and not as a flower. One carnation is a buttonhole. Twenty, cut short and
      pressed together, is a surface: ruffled, matt, a bit like velvet that somebody has slept on. Three shades from
      the same side of the wheel look better than three contrasts.

      ## The sums

      A garden rose lasts four days, and we will go on selling them, because those are four good days. A carnation
      lasts three weeks. If you divide the price of a bunch by its days, it is by some distance the cheapest beauty in
      the shop, and it is grown forty minutes from here and not on another continent.

      ## How to keep them

      Cut between the joints, the swollen rings on the stem. The stem can’t drink through a joint. Cool water, changed
      once a week, and keep them away from the fruit bowl: carnations are more sensitive than almost anything to the
      gas that ripening fruit gives off, and will fold up overnight next to a banana.

      When the outer petals crisp, pull them off. There are plenty more inside.

      So: twenty, short, close, in a low pot. We were wrong, and we have put it in the name.
    `,
  },
  {
    slug: 'what-is-in-season-when',
    title: 'What is in, and what is pretending',
    summary: 'A Melbourne year in cut flowers, month by month, and how to tell a flower that has flown.',
    tint: 'butter',
    author: 'Ada Marsh',
    tags: ['Seasons', 'Growers'],
    publishedDaysAgo: 80,
    products: ['rose-street-bunch', 'waratah-standing', 'dahlia-dinner'],
    picture: {
      presentation: 'wrapped',
      paper: 'kraft',
      ribbon: 'coral',
      recipe: { 'ranunculus-apricot': 5, 'snapdragon-pink': 4, 'waratah-red': 2, 'cider-gum': 3 },
    },
    alt: 'Ranunculus, snapdragons and waratahs with gum in brown paper',
    text: `
      Most books about flowers were written in the other hemisphere, which is why people come in for dahlias in July.
      Here is the year as it happens within two hours of Fitzroy.

      ## Spring

      **September** opens with tulips still going, ranunculus at their best and the first waratahs. Sweet peas start
      at the end of the month. **October** is the richest of all: poppies, snapdragons, stock, kangaroo paws, and in
      the third week the first peonies. **November** is peonies and garden roses, delphiniums begin, and the poppies
      finish when the first hot wind blows.

      ## Summer

      **December** brings hydrangeas and lavender; peonies are over by about the twelfth. **January** is for dahlias,
      zinnias and sunflowers, and for not leaving anything in a car. **February** is the hottest, and the flowers are
      the brightest. It is also when everyone wants red roses, which are not a summer flower, only a calendar one.

      ## Autumn

      **March** has the last good dahlias and the second flush of roses. **April** turns to chrysanthemums. By **May**
      there is Mother’s Day, and very little in the open ground.

      ## Winter

      **June** has hellebores, anemones and the first Iceland poppies. **July** has wattle, and it is worth the mess.
      **August** is daffodils, tulips and Geraldton wax, and you can smell that it is nearly over.

      ## Under glass

      Roses, gerberas, carnations, lisianthus, lilies and orchids are grown under cover around Melbourne all year.
      That isn’t cheating. It is a shed with a heater, and the flower was still cut this week.

      ## What is pretending

      A great many cut flowers sold in Australia are flown in: roses, chrysanthemums, carnations, orchids. The law has
      some of them dipped in weedkiller so that they can’t be propagated, and by the time they reach a vase they can
      be ten days old.

      You can often tell. The stems are all exactly one length. The outer petals have been pulled. The leaves are a bit
      grey, and there is no scent at all. Ask where it was cut and on what day. A florist who knows will tell you before
      you have finished the question.
    `,
  },
])
