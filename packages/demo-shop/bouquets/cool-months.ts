import { large, medium, only, products, small } from '../product.ts'

/** April to October: what flowers when Melbourne wears wool. */
export const coolMonths = products('bouquet', [
  {
    slug: 'rust-and-butter',
    name: 'Rust & Butter',
    latinName: 'Chrysanthemum × morifolium',
    tint: 'lilac',
    summary: 'Chrysanthemums in rust, butter and burgundy. Mother’s flower in May, and ours for most of the autumn.',
    description: `Chrysanthemums flower when the nights lengthen, which in Australia is just in time for Mother’s Day.
      The name did the rest.

      They have been bred for two thousand years and look it. We like the old colours, the ones that match the plane
      trees on Brunswick Street.`,
    care: {
      'On arrival': 'Snap the woody ends rather than cutting them, and strip the leaves well: they yellow first.',
      Daily: 'Fresh water twice a week. That is all they ask, for two weeks.',
      Pets: 'Chrysanthemums are poisonous to cats and dogs when eaten.',
    },
    facts: { Kinds: 'Disbuds and sprays', Cut: 'Heatherton', Lasts: '12 to 16 days' },
    seasonMonths: [4, 5, 6],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'kraft', ribbon: 'butter' },
    variants: [
      medium({
        price: 7200,
        bench: 10,
        cm: [40, 32],
        recipe: { 'mum-rust': 5, 'mum-butter': 4, 'mum-burgundy': 3, magnolia: 3 },
      }),
      large({
        price: 10_400,
        bench: 14,
        cm: [45, 40],
        recipe: { 'mum-rust': 8, 'mum-butter': 7, 'mum-burgundy': 5, magnolia: 4 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'thank-you', 'sympathy'],
      season: ['autumn'],
      mood: ['loose', 'bold'],
      colour: ['orange', 'yellow', 'red'],
      type: ['daisies'],
    },
    alt: 'Rust, butter and burgundy chrysanthemums with magnolia leaves in brown paper',
  },
  {
    slug: 'hellebores-looking-down',
    name: 'Hellebores, Looking Down',
    latinName: 'Helleborus × hybridus',
    tint: 'sage',
    summary: `Winter roses in mauve and white. They hang their heads; you have to lift one with a finger to see its
      face.`,
    description: `They flower in the wet cold months when nothing else can be bothered. What look like petals are
      sepals, which is why they last once the seed pods have set, and why we won’t cut them before.

      A shallow bowl, heads up, is the best way to see the freckles.`,
    care: {
      'On arrival': 'Score the stem along its length with a pin and stand it in water up to the neck overnight.',
      'If they wilt': 'Cut the stems to five centimetres and float the flowers in a bowl. They last a week that way.',
      Pets: 'Hellebores are poisonous to cats, dogs and horses.',
    },
    facts: { Kinds: 'Garden hybrids', Cut: 'Mount Macedon, once seed has set', Lasts: '6 to 9 days' },
    seasonMonths: [6, 7, 8],
    stockBy: 'nothing',
    drawing: { presentation: 'posy', ribbon: 'mauve' },
    variants: [
      small({
        price: 5800,
        bench: 10,
        cm: [26, 22],
        recipe: { 'hellebore-mauve': 8, 'hellebore-white': 7, 'dusty-miller': 3 },
      }),
    ],
    facets: {
      occasion: ['sympathy', 'thank-you', 'no-reason'],
      season: ['winter'],
      mood: ['quiet', 'romantic'],
      colour: ['purple', 'white'],
      type: ['hellebores'],
    },
    alt: 'A posy of mauve and white hellebores with silver dusty miller',
  },
  {
    slug: 'daffodil-dozens',
    name: 'Daffodil Dozens',
    latinName: 'Narcissus ‘King Alfred’',
    tint: 'lilac',
    summary: 'Two dozen daffodils in tight bud, pencil-thin. By tomorrow noon it is spring, whatever the weather says.',
    description: `The cheapest happiness in the shop. They come in bunches with a rubber band, shut tight, and open all
      together in a warm room.

      Keep them by themselves: freshly cut daffodils leak a sap that shuts other flowers down.`,
    care: {
      'On arrival': `Trim, cold water, on their own. If you must mix them, give them six hours in their own bucket
        first.`,
      Pets: 'Poisonous to cats and dogs; the bulb and the vase water too.',
    },
    facts: { Kinds: 'King Alfred', Cut: 'Emerald, in pencil bud', Lasts: '5 to 6 days' },
    seasonMonths: [7, 8, 9],
    stockBy: 'nothing',
    drawing: { presentation: 'bunch' },
    variants: [
      only({
        price: 2400,
        bench: 8,
        cm: [34, 22],
        measure: '24 stems',
        recipe: { 'daffodil-yellow': 16, 'daffodil-white': 8 },
      }),
    ],
    facets: {
      occasion: ['get-well', 'birthday', 'no-reason', 'thank-you'],
      season: ['winter', 'spring'],
      mood: ['bright'],
      colour: ['yellow'],
      type: ['bulbs'],
    },
    alt: 'A bunch of yellow and white daffodils tied with twine',
  },
  {
    slug: 'anemone-morning',
    name: 'Anemone Morning',
    latinName: 'Anemone coronaria, Ranunculus',
    tint: 'blush',
    summary: 'White anemones with black eyes, white ranunculus, silver leaf. Graphic, a bit French, gone by November.',
    description: `Anemones open in light and close at dusk, and do it every day for a week. The eye is nearly navy,
      and it looks straight at you.

      With white ranunculus and dusty miller there is no colour in it beyond that blue-black. It is the bouquet
      architects send each other.`,
    care: {
      'On arrival': 'Shallow, cold water and a cool room. Warmth makes them stretch and blow open.',
      Daily: 'They drink quickly from a shallow vase, so check it morning and night.',
      Pets: 'Both are buttercups and irritate mouths. Keep from cats and dogs.',
    },
    facts: { Kinds: 'Panda anemone, white ranunculus', Cut: 'Tyabb', Lasts: '6 to 8 days' },
    seasonMonths: [6, 7, 8, 9, 10],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'sage', ribbon: 'cream' },
    variants: [
      medium({
        price: 7800,
        bench: 11,
        cm: [36, 28],
        recipe: { 'anemone-white': 8, 'ranunculus-white': 6, 'dusty-miller': 3, olive: 3 },
      }),
    ],
    facets: {
      occasion: ['wedding', 'congratulations', 'thank-you', 'sympathy'],
      season: ['winter', 'spring'],
      mood: ['quiet', 'bold'],
      colour: ['white'],
      type: ['ranunculus'],
    },
    alt: 'White anemones with dark eyes, white ranunculus and silver leaves in sage paper',
  },
  {
    slug: 'first-wattle',
    name: 'First Wattle',
    latinName: 'Acacia pycnantha, Eucalyptus gunnii',
    tint: 'clay',
    summary: 'Golden wattle in full fluff with blue-green gum. Two days of glory and a week of dignified fading.',
    description: `It flowers on bare hills at the end of July, when everyone has had enough of winter, and that is
      most of why it is on the coat of arms.

      Wattle does not last. It drops gold on the table from the third day. We sell it anyway, at a fair price, to
      people who know.`,
    care: {
      'On arrival': 'Hot tap water, once, to start it drinking; then cold. Mist the blossom to keep it fluffy.',
      'Hay fever': 'Wattle pollen is heavy and falls rather than flies. Badly allergic: choose something else.',
      Pets: 'Wattle is not known to harm them. Gum leaves upset cats and dogs if eaten.',
    },
    facts: { Kinds: 'Golden wattle, cider gum, thryptomene', Cut: 'Heathcote', Lasts: '3 to 5 days' },
    seasonMonths: [7, 8, 9],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'ivory', ribbon: 'lime' },
    variants: [medium({ price: 4600, bench: 8, cm: [55, 40], recipe: { wattle: 7, 'cider-gum': 4, thryptomene: 4 } })],
    facets: {
      occasion: ['no-reason', 'thank-you', 'housewarming', 'get-well'],
      season: ['winter'],
      mood: ['wild', 'bright'],
      colour: ['yellow', 'green'],
      type: ['natives'],
    },
    alt: 'Golden wattle with grey-green gum and white thryptomene in cream paper',
  },
])
