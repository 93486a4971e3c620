import { large, medium, only, products, size, small } from '../product.ts'

/** The two that people ask for by name. */
export const rosesAndPeonies = products('bouquet', [
  {
    slug: 'a-dozen-red',
    name: 'A Dozen Red',
    latinName: 'Rosa ‘Red Naomi’',
    tint: 'sage',
    summary: `Twelve long red roses and the leaves they came with. The classic, done properly, and not only in
      February.`,
    description: `A red rose is judged by its neck: a good one holds the head up when you tip the stem. We check all
      twelve, and keep a thirteenth in the bucket in case.

      They are grown under glass in Wandin, sixty centimetres long, cut when the outer petals have just let go. They
      open over three days to the size of a fist.

      For Valentine’s week we buy early, from the same grower, at the same grade. The price is the same too; the
      delivery costs a little more.`,
    care: {
      'On arrival': 'Take two centimetres off each stem on a slant and put them straight into deep, cool water.',
      'If a head bows': 'An air lock. Cut again, lay the whole rose in a bath of lukewarm water for an hour.',
      Pets: 'Safe for cats and dogs. We strip the thorns from the lower half.',
    },
    facts: { Kinds: 'Red Naomi', Cut: 'Wandin, 60 cm stems', Lasts: '7 to 9 days', Scent: 'Faint, on the second day' },
    stockBy: 'variant',
    drawing: { presentation: 'wrapped', paper: 'ivory', ribbon: 'red' },
    variants: [
      size('dozen', 'A dozen', {
        price: 11_000,
        bench: 11,
        cm: [60, 30],
        onHand: 48,
        recipe: { 'rose-red': 12, ruscus: 5 },
      }),
      size('two-dozen', 'Two dozen', {
        price: 19_800,
        bench: 18,
        cm: [62, 40],
        onHand: 30,
        recipe: { 'rose-red': 24, ruscus: 8 },
      }),
    ],
    facets: {
      occasion: ['anniversary', 'sorry', 'birthday'],
      season: ['all-year'],
      mood: ['romantic', 'bold'],
      colour: ['red'],
      type: ['roses'],
    },
    addOns: ['twelve-chocolates', 'sparkling-from-macedon', 'stoneware-vase', 'beeswax-candle'],
    alt: 'Twelve long-stemmed red roses with dark ruscus in cream paper and a red ribbon',
  },
  {
    slug: 'gertrude-street-yellow',
    name: 'Gertrude Street Yellow',
    latinName: 'Rosa ‘Penny Lane’',
    tint: 'sky',
    summary: 'Yellow roses, the clear kind, with cream ones to calm them down. For friends, and for front doors.',
    description: `Someone decided in Victorian England that yellow roses meant jealousy. In Fitzroy they mean thanks for
      minding the dog.

      The yellow is Penny Lane, which opens flat and gold at the centre. The cream roses open a day later, so the bunch
      gets paler as the week goes on.`,
    care: {
      'On arrival': 'Recut and use warm water: it helps yellow roses, which are slow to start.',
      Daily: 'Pull any bruised guard petals from the outside. They are meant to come off.',
      Pets: 'Safe for cats and dogs: roses and leather fern, nothing else.',
    },
    facts: { Kinds: 'Penny Lane, cream garden rose, leather fern', Cut: 'Wandin', Lasts: '6 to 8 days' },
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'ivory', ribbon: 'yellow' },
    variants: [
      small({ price: 7200, bench: 9, cm: [36, 26], recipe: { 'rose-yellow': 5, 'rose-cream': 3, fern: 3 } }),
      medium({ price: 9800, bench: 12, cm: [40, 32], recipe: { 'rose-yellow': 8, 'rose-cream': 4, fern: 4 } }),
    ],
    facets: {
      occasion: ['thank-you', 'birthday', 'get-well', 'housewarming'],
      season: ['all-year'],
      mood: ['bright'],
      colour: ['yellow', 'cream'],
      type: ['roses'],
    },
    alt: 'Yellow and cream roses with fern in cream paper and a yellow ribbon',
  },
  {
    slug: 'after-dark',
    name: 'After Dark',
    latinName: 'Rosa ‘Blue Moon’, Scabiosa, Dianthus',
    tint: 'clay',
    summary: `Mauve roses, burgundy scabiosa and wine-red carnations in ink paper. For people who wear black to
      weddings.`,
    description: `There is no blue rose, whatever it is called. Blue Moon is mauve, smells of lemon, and looks its
      best by lamplight, which is when this bouquet was worked out.

      The carnations are the quiet joke: burgundy, frilled, and still standing after the roses have gone.`,
    care: {
      'On arrival': 'Cut on a slant, cool water, no direct sun: it bleaches mauve to grey in an afternoon.',
      Later: 'On day five take out the roses. The carnations and magnolia make a second, smaller bouquet.',
      Pets: 'Carnations give cats and dogs a mild stomach ache. Nothing worse.',
    },
    facts: {
      Kinds: 'Blue Moon, Black Knight scabiosa, burgundy carnation',
      Cut: 'Silvan and Wandin',
      Lasts: '6 days, the carnations 14',
    },
    seasonMonths: [10, 11, 12, 1, 2, 3, 4],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'ink', ribbon: 'mauve' },
    variants: [
      medium({
        price: 10_400,
        bench: 14,
        cm: [38, 32],
        recipe: { 'rose-mauve': 5, 'carnation-burgundy': 4, 'scabiosa-burgundy': 5, magnolia: 4 },
      }),
      large({
        price: 14_800,
        bench: 19,
        cm: [44, 40],
        recipe: { 'rose-mauve': 8, 'carnation-burgundy': 6, 'scabiosa-burgundy': 8, magnolia: 5 },
      }),
    ],
    facets: {
      occasion: ['anniversary', 'birthday', 'sorry'],
      season: ['spring', 'summer', 'autumn'],
      mood: ['romantic', 'bold'],
      colour: ['purple', 'red'],
      type: ['roses', 'scented'],
    },
    alt: 'Mauve roses, burgundy scabiosa and dark carnations with magnolia leaves in ink-blue paper',
  },
  {
    slug: 'apricot-letter',
    name: 'Apricot Letter',
    latinName: 'Rosa, Hypericum, Matthiola',
    tint: 'butter',
    summary: 'Apricot roses, peach berries and apricot stock that smells of cloves. Says sorry without grovelling.',
    description: `Three things the same colour and nothing the same shape: a round flower, a berry, a spire. It is the
      easiest way to make a small bouquet look considered.

      Stock has the best scent of any flower in the shop, warm and peppery. It carries across a room in the evening.`,
    care: {
      'On arrival': `Stock drinks like a horse and fouls the water like one. Change it daily and the scent stays
        clean.`,
      Later: 'The berries outlast everything. Keep them in a jar on the sill.',
      Pets: 'Hypericum can upset a stomach and make skin sensitive to the sun. Keep the berries from nibblers.',
    },
    facts: {
      Kinds: 'Apricot roses, stock, hypericum, olive',
      Cut: 'Wandin and Keysborough',
      Lasts: '6 to 8 days',
      Scent: 'Cloves',
    },
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'blush', ribbon: 'apricot' },
    variants: [
      small({
        price: 6800,
        bench: 10,
        cm: [34, 26],
        recipe: { 'rose-apricot': 4, 'hypericum-peach': 3, 'stock-apricot': 2, olive: 2 },
      }),
      medium({
        price: 8900,
        bench: 13,
        cm: [40, 32],
        recipe: { 'rose-apricot': 6, 'hypericum-peach': 5, 'stock-apricot': 3, olive: 3 },
      }),
    ],
    facets: {
      occasion: ['sorry', 'thank-you', 'anniversary'],
      season: ['all-year'],
      mood: ['quiet', 'romantic'],
      colour: ['orange', 'blush'],
      type: ['roses', 'scented'],
    },
    alt: 'Apricot roses and stock with peach berries and olive leaves in blush paper',
  },
  {
    slug: 'the-short-season',
    name: 'The Short Season',
    latinName: 'Paeonia, Lathyrus odoratus',
    tint: 'sky',
    summary: 'Blush peonies and sweet peas, which overlap for about five weeks a year. These are the weeks.',
    description: `Sweet peas finish when the first hot northerly comes through; peonies start when the nights stop
      freezing. In between there is this.

      It smells so strongly that Wren drives with the window down. Put it where you sit in the evening, not where you
      sleep.`,
    care: {
      'On arrival': 'Recut, cool water, cool room. Heat is what ends sweet peas.',
      Later: 'Pull the sweet peas when they go papery, about day four. The peonies are only getting started.',
      Pets: 'Sweet peas are poisonous if eaten and peonies upsetting. Not for a house with a chewer.',
    },
    facts: {
      Kinds: 'Blush peony, sweet pea Spencer types, leather fern',
      Cut: 'Monbulk',
      Lasts: '4 to 7 days',
      Scent: 'Very strong',
    },
    seasonMonths: [10, 11],
    stockBy: 'stems',
    drawing: { presentation: 'wrapped', paper: 'blush', ribbon: 'pink' },
    variants: [
      medium({
        price: 11_200,
        bench: 14,
        cm: [36, 30],
        recipe: { 'peony-blush': 5, 'sweet-pea-pink': 5, 'sweet-pea-white': 4, fern: 3 },
      }),
    ],
    facets: {
      occasion: ['new-baby', 'birthday', 'wedding', 'anniversary'],
      season: ['spring'],
      mood: ['romantic', 'loose'],
      colour: ['blush', 'pink'],
      type: ['peonies', 'scented'],
    },
    alt: 'Blush peonies with pink and white sweet peas and fern in blush paper',
  },
  {
    slug: 'three-peonies',
    name: 'Three Peonies, That’s All',
    latinName: 'Paeonia lactiflora ‘Karl Rosenfield’',
    tint: 'lilac',
    summary: 'Three wine-red peonies on long stems. Enough for one good vase and one good week.',
    description: `A dozen peonies is an event. Three is a Tuesday, and you can look at each of them.

      Karl Rosenfield is an old red from 1908, double, on stems that actually hold it up. It goes from burgundy to
      raspberry as it opens and drops all at once, usually at breakfast.`,
    care: {
      'On arrival': 'Leave a few leaves on; they feed the flower. Lukewarm water and a bright room.',
      'If one won’t open': 'Squeeze it. Marshmallow: wait. Marble: ring us, we cut it too soon.',
      Pets: 'Mildly upsetting to cats, dogs and horses.',
    },
    facts: { Kinds: 'Karl Rosenfield', Cut: 'Monbulk, in bud', Lasts: '6 to 8 days' },
    seasonMonths: [10, 11, 12],
    stockBy: 'variant',
    drawing: { presentation: 'bunch', ribbon: 'blush' },
    variants: [only({ price: 3900, bench: 8, cm: [50, 20], onHand: 44, recipe: { 'peony-burgundy': 3 } })],
    facets: {
      occasion: ['no-reason', 'thank-you', 'anniversary'],
      season: ['spring'],
      mood: ['quiet', 'romantic'],
      colour: ['red'],
      type: ['peonies'],
    },
    alt: 'Three burgundy peonies on long stems tied with a blush ribbon',
  },
])
