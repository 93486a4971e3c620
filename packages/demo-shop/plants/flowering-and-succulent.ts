import { only, products, size } from '../product.ts'

/** In flower, or fat with water. Every one comes in its pot, watered, with a saucer. */
export const floweringAndSucculent = products('plant', [
  {
    slug: 'peace-lily-in-terracotta',
    name: 'Peace Lily in Terracotta',
    latinName: 'Spathiphyllum wallisii',
    tint: 'lilac',
    summary: `Dark leaves and three white sails, in a terracotta pot. It faints when thirsty and forgives you by
      evening.`,
    description: `Not a lily, despite the name, and much easier to live with. It puts up with a south window, an
      office and a fortnight of neglect.

      It tells you when it wants water by lying down. An hour after a drink it stands again, as if nothing had been
      said.`,
    care: {
      Light: 'Bright or middling, never direct sun. It flowers more near a window.',
      Water: 'When the top of the soil is dry, about once a week. Soft water if your tap is hard.',
      Pets: 'Irritates the mouths of cats and dogs if chewed. It is not one of the deadly true lilies.',
    },
    facts: { Pot: 'Terracotta with a saucer', Grows: 'To 60 cm', Place: 'A shady room' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'terracotta' },
    variants: [
      size('13', '13 cm pot', {
        price: 4800,
        bench: 3,
        cm: [40, 32],
        measure: '13 cm pot',
        onHand: 18,
        recipe: { 'peace-lily': 1 },
      }),
      size('19', '19 cm pot', {
        price: 7800,
        bench: 4,
        cm: [60, 48],
        measure: '19 cm pot',
        onHand: 6,
        recipe: { 'peace-lily': 1 },
      }),
    ],
    facets: {
      occasion: ['sympathy', 'thank-you', 'housewarming', 'get-well'],
      season: ['all-year'],
      mood: ['quiet'],
      colour: ['white', 'green'],
      type: ['flowering-plants', 'leafy-plants'],
    },
    alt: 'A peace lily with white flowers in a terracotta pot',
  },
  {
    slug: 'moth-orchid-potted',
    name: 'Moth Orchid, Potted',
    latinName: 'Phalaenopsis hybrids',
    tint: 'clay',
    summary: 'Two sprays of white on bare stems. In flower for three months, and again next year if you let it be.',
    description: `Most orchids die of drowning. This one grows on tree bark in the wild, so we pot it in bark and ask
      you to water it like a tree branch: wet, then dry.

      When the last flower drops, cut the stem above the second joint from the bottom. Wait. Ignore it. In autumn a
      green nose appears.`,
    care: {
      Light: 'Bright, no direct sun. An east window is perfect.',
      Water: 'Weekly: lift it out, run the tap through for ten seconds, drain, put back.',
      Pets: 'Safe for cats and dogs.',
    },
    facts: { Pot: 'Sage ceramic over a clear liner', Flowers: '8 to 12 weeks', Place: 'An east window' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'sage' },
    variants: [
      only({
        price: 6800,
        bench: 3,
        cm: [60, 25],
        measure: '12 cm pot, two sprays',
        onHand: 16,
        recipe: { 'orchid-pot': 1 },
      }),
    ],
    facets: {
      occasion: ['thank-you', 'anniversary', 'sympathy', 'congratulations'],
      season: ['all-year'],
      mood: ['quiet', 'romantic'],
      colour: ['white'],
      type: ['orchids', 'flowering-plants'],
    },
    alt: 'A white moth orchid arching from a sage-green pot',
  },
  {
    slug: 'cyclamen-for-cold-rooms',
    name: 'Cyclamen for Cold Rooms',
    latinName: 'Cyclamen persicum',
    tint: 'sky',
    summary: `Pink petals swept back as if by a wind, over marbled leaves. The one pot plant that loves an unheated
      hall.`,
    description: `Cyclamen flower from April to September and want what the rest of us don’t: cold, light and no
      heating. On a bathroom sill in Brunswick it will go for five months.

      In summer it dies back to a corm. Lay the pot on its side in the shade, forget it, and start again in March.`,
    care: {
      Light: 'Bright and cool, under 18 degrees. Outdoors on a sheltered step is fine.',
      Water: 'From below: stand it in a saucer for half an hour. Water in the crown rots it.',
      Pets: 'Poisonous to cats and dogs, the corm especially.',
    },
    facts: { Pot: 'Ivory ceramic', Flowers: 'April to September', Place: 'The coldest bright room' },
    seasonMonths: [4, 5, 6, 7, 8, 9],
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'ivory' },
    variants: [
      only({ price: 3400, bench: 2, cm: [28, 28], measure: '13 cm pot', onHand: 40, recipe: { cyclamen: 1 } }),
    ],
    facets: {
      occasion: ['birthday', 'get-well', 'thank-you', 'sympathy'],
      season: ['autumn', 'winter'],
      mood: ['bright', 'quiet'],
      colour: ['pink'],
      type: ['flowering-plants'],
    },
    alt: 'A pink cyclamen with marbled leaves in an ivory pot',
  },
  {
    slug: 'succulent-bowl',
    name: 'Succulent Bowl',
    latinName: 'Echeveria elegans',
    tint: 'clay',
    summary: 'A bowl of echeverias, blue-green rosettes with pink tips. Sun, grit, almost no water, and safe for pets.',
    description: `Planted at the shop in gravel and coarse sand, in a bowl with a hole in it, which is the part most
      succulent bowls leave out.

      In spring they send up coral bells on long necks. In winter the tips blush. They make babies at the edges; pull
      one off, leave it on a dry saucer, and it roots.`,
    care: {
      Light: 'All the sun you can give it: a north sill or outdoors.',
      Water: 'Soak, then leave alone until the leaves feel slightly soft. Nothing from May to August.',
      Pets: 'Safe for cats and dogs.',
    },
    facts: { Pot: 'Ivory bowl with a drain', Grows: 'Sideways, slowly', Place: 'A sunny sill' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'ivory' },
    variants: [
      only({ price: 5200, bench: 4, cm: [14, 22], measure: '20 cm bowl', onHand: 15, recipe: { echeveria: 1 } }),
    ],
    facets: {
      occasion: ['birthday', 'thank-you', 'housewarming', 'get-well'],
      season: ['all-year'],
      mood: ['quiet', 'dry'],
      colour: ['green', 'blue'],
      type: ['succulents'],
    },
    alt: 'Blue-green echeveria rosettes in an ivory bowl',
  },
  {
    slug: 'aloe-on-the-sill',
    name: 'Aloe on the Sill',
    latinName: 'Aloe vera',
    tint: 'lilac',
    summary: 'For a sunny kitchen, where somebody burns a finger twice a year. Snap a leaf; that is what it is for.',
    description: `The gel in the leaf cools a small burn. The yellow sap under the skin does not, and stains, so rinse
      that off first.

      It likes to be a little cramped and a little dry. Neglect produces better plants than care.`,
    care: {
      Light: 'Full sun, introduced gradually. It goes reddish if it gets too much at once.',
      Water: 'Every three weeks in summer, hardly at all in winter.',
      Pets: 'Poisonous to cats and dogs if eaten.',
    },
    facts: { Pot: 'Blue ceramic', Grows: 'To 50 cm', Place: 'The kitchen sill' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'blue' },
    variants: [only({ price: 2900, bench: 2, cm: [30, 26], measure: '12 cm pot', onHand: 24, recipe: { aloe: 1 } })],
    facets: {
      occasion: ['housewarming', 'thank-you', 'no-reason'],
      season: ['all-year'],
      mood: ['quiet', 'dry'],
      colour: ['green'],
      type: ['succulents'],
    },
    alt: 'An aloe with thick pointed leaves in a blue pot',
  },
  {
    slug: 'string-of-pearls',
    name: 'String of Pearls',
    latinName: 'Curio rowleyanus',
    tint: 'blush',
    summary: `Green beads on threads, spilling half a metre down from the pot. Bright light and a light hand with
      water.`,
    description: `Each bead is a leaf, round to save water, with a small clear window that lets in light. It is a
      daisy, and twice a year proves it with a white flower that smells of cinnamon.

      It snaps easily on the move. We pack it in a box of shredded paper and you unpack it like a chandelier.`,
    care: {
      Light: 'Bright, with sun on the crown of the pot. Shade on top is what kills it.',
      Water: 'When the beads look slightly flat. Never on a schedule.',
      Pets: 'Poisonous to cats and dogs. Hang it, and sweep up dropped beads.',
    },
    facts: { Pot: 'Blush ceramic', Trails: 'To 60 cm', Place: 'High, near a window' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'blush' },
    variants: [
      only({ price: 4400, bench: 4, cm: [50, 20], measure: '12 cm pot', onHand: 0, recipe: { 'string-of-pearls': 1 } }),
    ],
    facets: {
      occasion: ['birthday', 'housewarming'],
      season: ['all-year'],
      mood: ['quiet'],
      colour: ['green'],
      type: ['succulents'],
    },
    alt: 'Strings of round green beads trailing from a blush pot',
  },
])
