import { large, medium, products, small } from '../product.ts'

/** Under glass all year, so the weather has no say. */
export const allYear = products('bouquet', [
  {
    slug: 'gerbera-parade',
    name: 'Gerbera Parade',
    latinName: 'Gerbera × hybrida',
    tint: 'sage',
    summary: 'Coral, yellow and magenta gerberas, and they all look pleased to see you. Safe for cats and dogs.',
    description: `The gerbera is the flower children draw. Florists are supposed to be above it; we have tried, and
      then a bucket of coral ones comes in.

      Each stem stands in its own light here, with fern between, so nothing gets its face squashed. No gum and no
      ruscus: everything in the bunch is safe around animals.`,
    care: {
      'On arrival': 'Cut, then stand in five centimetres of water only. The stems are furry and rot in depth.',
      'If one bends': 'Cut it short, wrap it upright in paper, an hour in water. Then it goes in a small glass.',
      Pets: 'Safe for cats and dogs.',
    },
    facts: { Kinds: 'Large-flowered gerbera, leather fern', Cut: 'Skye, under glass', Lasts: '7 to 10 days' },
    stockBy: 'variant',
    drawing: { presentation: 'wrapped', paper: 'sky', ribbon: 'yellow' },
    variants: [
      small({
        price: 4900,
        bench: 8,
        cm: [36, 26],
        onHand: 60,
        recipe: { 'gerbera-coral': 3, 'gerbera-yellow': 3, 'gerbera-magenta': 2, fern: 3 },
      }),
      medium({
        price: 6800,
        bench: 10,
        cm: [40, 32],
        onHand: 40,
        recipe: { 'gerbera-coral': 5, 'gerbera-yellow': 4, 'gerbera-magenta': 4, fern: 4 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'get-well', 'congratulations', 'new-baby'],
      season: ['all-year'],
      mood: ['bright'],
      colour: ['mixed', 'coral', 'yellow'],
      type: ['daisies'],
    },
    alt: 'Coral, yellow and magenta gerberas with fern in sky-blue paper and a yellow ribbon',
  },
  {
    slug: 'carnations-reconsidered',
    name: 'Carnations, Reconsidered',
    latinName: 'Dianthus caryophyllus',
    tint: 'sky',
    summary: 'Coral, peach and burgundy, massed, with no fern in sight. You were wrong about carnations. So were we.',
    description: `Service stations gave them a bad name by selling three with a sprig. Put twenty together, close and
      low, and they look like something in a Dutch painting.

      They last three weeks. It is not a typing error.`,
    care: {
      'On arrival': 'Cut between the joints, not on one. Cool water, changed weekly; they are not fussy.',
      Place: 'Away from fruit. A ripening banana puts carnations to sleep overnight.',
      Pets: 'Mildly upsetting to cats and dogs.',
    },
    facts: {
      Kinds: 'Standard carnations in three colours',
      Cut: 'Carrum Downs, under glass',
      Lasts: '14 to 21 days',
      Scent: 'Clove, faintly',
    },
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'blush', ribbon: 'coral' },
    variants: [
      small({
        price: 4400,
        bench: 8,
        cm: [32, 24],
        recipe: { 'carnation-coral': 6, 'carnation-peach': 5, 'carnation-burgundy': 3 },
      }),
      medium({
        price: 5800,
        bench: 9,
        cm: [36, 30],
        recipe: { 'carnation-coral': 8, 'carnation-peach': 7, 'carnation-burgundy': 5 },
      }),
    ],
    facets: {
      occasion: ['thank-you', 'birthday', 'no-reason', 'get-well'],
      season: ['all-year'],
      mood: ['bold', 'quiet'],
      colour: ['coral', 'red'],
      type: ['carnations'],
    },
    alt: 'A dense bouquet of coral, peach and burgundy carnations in blush paper',
  },
  {
    slug: 'lilies-for-a-house-without-cats',
    name: 'Lilies, for a House Without Cats',
    latinName: 'Lilium ‘Casa Blanca’',
    tint: 'clay',
    summary: `White oriental lilies in bud, one open so you know. Magnificent, scented, and deadly to cats. Please
      ask first.`,
    description: `Five stems carry about twenty flowers, opening one after another for a fortnight. The scent fills a
      stairwell.

      We put the warning in the name because every part of a lily can kill a cat: petal, leaf, pollen, even the vase
      water. If you don’t know whether there is a cat, send Quiet White instead; it has no lilies in it.`,
    care: {
      'On arrival': `Recut, deep water. As each flower opens, pinch off the anthers before they powder: pollen stains
        for good.`,
      Stains: 'Don’t rub and don’t wet. Lift the pollen off with sticky tape.',
      Pets: 'Every part is deadly to cats, in tiny amounts. If a cat has touched one, ring a vet now, not later.',
    },
    facts: { Kinds: 'Casa Blanca', Cut: 'Macclesfield, in bud', Lasts: '10 to 14 days', Scent: 'Very strong' },
    stockBy: 'variant',
    drawing: { presentation: 'wrapped', paper: 'sage', ribbon: 'white' },
    variants: [
      medium({
        price: 7800,
        bench: 8,
        cm: [65, 34],
        onHand: 30,
        measure: '5 stems, about 20 flowers',
        recipe: { 'lily-white': 5, ruscus: 4 },
      }),
      large({
        price: 11_800,
        bench: 11,
        cm: [70, 42],
        onHand: 30,
        measure: '8 stems, about 32 flowers',
        recipe: { 'lily-white': 8, ruscus: 5 },
      }),
    ],
    facets: {
      occasion: ['anniversary', 'congratulations', 'sympathy'],
      season: ['all-year'],
      mood: ['bold', 'romantic'],
      colour: ['white'],
      type: ['lilies', 'scented'],
    },
    alt: 'White oriental lilies with ruscus in sage paper and a white ribbon',
  },
  {
    slug: 'quiet-white',
    name: 'Quiet White',
    latinName: 'Eustoma, Matthiola, Rosa',
    tint: 'sage',
    summary: 'White lisianthus, white stock and a few white roses with olive. For when there is nothing to say.',
    description: `Made for houses with too many flowers in them already. It is soft, it stands in any vase or jug, and
      it doesn’t shed or shout.

      No lilies, so nobody has to think about the cat this week. The card can be as short as you like; we have printed
      one that said only a name.`,
    care: {
      'On arrival': 'It can stand as it comes, tie and all, in a jug of water. Somebody will recut it tomorrow.',
      Later: 'Lisianthus buds go on opening for a fortnight. Take out the stock when it tires.',
      Pets: 'Nothing here is known to harm cats or dogs.',
    },
    facts: {
      Kinds: 'Lisianthus, stock, roses, olive',
      Cut: 'Keysborough and Wandin',
      Lasts: '8 to 12 days',
      Scent: 'Soft, cloves',
    },
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'ivory', ribbon: 'cream' },
    variants: [
      small({
        price: 7600,
        bench: 11,
        cm: [38, 28],
        recipe: { 'lisianthus-white': 4, 'stock-white': 3, 'rose-white': 3, olive: 3 },
      }),
      medium({
        price: 9800,
        bench: 14,
        cm: [42, 32],
        recipe: { 'lisianthus-white': 6, 'stock-white': 4, 'rose-white': 5, olive: 3 },
      }),
      large({
        price: 14_200,
        bench: 19,
        cm: [48, 40],
        recipe: { 'lisianthus-white': 9, 'stock-white': 6, 'rose-white': 8, olive: 5 },
      }),
    ],
    facets: {
      occasion: ['sympathy', 'thank-you', 'wedding'],
      season: ['all-year'],
      mood: ['quiet'],
      colour: ['white', 'green'],
      type: ['lisianthus', 'roses'],
    },
    addOns: ['beeswax-candle', 'stoneware-vase', 'hill-honey', 'letterpress-card'],
    alt: 'White lisianthus, white stock and white roses with olive leaves in cream paper',
  },
  {
    slug: 'lisianthus-like-silk',
    name: 'Lisianthus, Like Silk',
    latinName: 'Eustoma grandiflorum',
    tint: 'butter',
    summary: 'Purple, blush and white lisianthus: a rose’s looks with twice the stamina, and safe for cats and dogs.',
    description: `It comes from the prairies of Texas, was bred into ruffles in Japan and is grown under glass in
      Keysborough. Five months from a seed as fine as dust to a flower you would take for silk.

      Every stem branches, so each has an open flower, a half-open one and two furled buds like small umbrellas.`,
    care: {
      'On arrival': 'Cut, cool water, and strip the lower leaves. Handle it by the stems: petals bruise.',
      Daily: 'Snip off finished flowers at the fork. The buds behind colour up paler; that’s normal.',
      Pets: 'Safe for cats and dogs.',
    },
    facts: { Kinds: 'Rosita, double', Cut: 'Keysborough', Lasts: '10 to 14 days' },
    stockBy: 'nothing',
    drawing: { presentation: 'bunch', ribbon: 'purple' },
    variants: [
      medium({
        price: 8200,
        bench: 9,
        cm: [45, 32],
        recipe: { 'lisianthus-purple': 6, 'lisianthus-blush': 5, 'lisianthus-white': 4 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'thank-you', 'anniversary', 'new-baby'],
      season: ['all-year'],
      mood: ['romantic', 'quiet'],
      colour: ['purple', 'blush', 'white'],
      type: ['lisianthus'],
    },
    alt: 'Purple, blush and white lisianthus tied with a purple ribbon',
  },
  {
    slug: 'the-green-room',
    name: 'The Green Room',
    latinName: 'Leucadendron, Ruscus, Rumohra',
    tint: 'blush',
    summary: 'Seven greens and no flowers to speak of. For theatres, offices, and men who say they don’t like flowers.',
    description: `Green leucadendron, fern, ruscus, olive, magnolia with its rust-brown backs, two kinds of gum. The
      longer you look the less green it is.

      It lasts three weeks and goes out looking much as it came in. Several restaurants take one every second Tuesday.`,
    care: {
      'On arrival': 'Recut everything, strip below the water line, and find it a heavy vase.',
      Daily: 'Wipe the magnolia with a damp cloth when it dulls. Top up; change weekly.',
      Pets: 'Contains eucalyptus, which is poisonous to cats and dogs when eaten.',
    },
    facts: { Kinds: 'Seven foliages', Cut: 'Pearcedale, Gembrook, Red Hill', Lasts: '2 to 3 weeks' },
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'kraft', ribbon: 'lime' },
    variants: [
      medium({
        price: 6400,
        bench: 11,
        cm: [50, 38],
        recipe: {
          'leucadendron-lime': 6,
          fern: 3,
          ruscus: 2,
          olive: 2,
          magnolia: 2,
          'silver-dollar': 2,
          'cider-gum': 2,
        },
      }),
      large({
        price: 9200,
        bench: 15,
        cm: [60, 46],
        recipe: {
          'leucadendron-lime': 9,
          fern: 4,
          ruscus: 3,
          olive: 3,
          magnolia: 3,
          'silver-dollar': 3,
          'cider-gum': 3,
        },
      }),
    ],
    facets: {
      occasion: ['housewarming', 'congratulations', 'thank-you', 'no-reason'],
      season: ['all-year'],
      mood: ['quiet', 'wild'],
      colour: ['green'],
      type: ['foliage'],
    },
    alt: 'Green leucadendron with fern, ruscus, olive, magnolia and gum leaves in brown paper',
  },
])
