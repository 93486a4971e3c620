import { large, medium, only, products } from '../product.ts'

/** Tall ones, to be seen across a room. Made in the vase, and the vase is yours. */
export const forARoom = products('arrangement', [
  {
    slug: 'delphinium-hour',
    name: 'Delphinium Hour',
    latinName: 'Delphinium elatum',
    tint: 'sage',
    summary: `Blue, lavender and white delphiniums in a cream vase: a metre of real blue, which flowers hardly ever
      do.`,
    description: `There is an hour before dinner in November when the light goes blue and these go bluer. We named it
      for that and have sold it to three photographers.

      They were staked, sheltered and sprayed for nothing but slugs. The spike opens from the bottom and holds about a
      week.`,
    care: {
      'On arrival': 'The hollow stems drink fast: top up the vase that same evening, then every morning.',
      Place: 'Away from fruit and heaters. Ethylene makes them drop all at once.',
      Pets: 'Delphiniums are poisonous to cats, dogs and horses. So is the vase water.',
    },
    facts: {
      Kinds: 'Pacific Giants',
      Cut: 'Macedon, a third open',
      Vase: 'Cream stoneware, 22 cm',
      Lasts: '6 to 8 days',
    },
    seasonMonths: [11, 12, 1, 2],
    stockBy: 'nothing',
    drawing: { presentation: 'vase', vase: 'ivory' },
    variants: [
      medium({
        price: 8800,
        bench: 12,
        cm: [75, 30],
        recipe: { 'delphinium-blue': 4, 'delphinium-lavender': 3, 'delphinium-white': 2 },
      }),
      large({
        price: 12_800,
        bench: 15,
        cm: [85, 38],
        recipe: { 'delphinium-blue': 6, 'delphinium-lavender': 5, 'delphinium-white': 4 },
      }),
    ],
    facets: {
      occasion: ['congratulations', 'birthday', 'housewarming', 'wedding'],
      season: ['spring', 'summer'],
      mood: ['bold', 'quiet'],
      colour: ['blue', 'purple'],
      type: ['delphiniums'],
    },
    alt: 'Blue, lavender and white delphiniums in a cream vase',
  },
  {
    slug: 'front-desk',
    name: 'Front Desk',
    latinName: 'Protea, Banksia, Leucadendron',
    tint: 'butter',
    summary: `A king protea, pink ice and scarlet banksia in a terracotta urn. Seen from the lift; still good next
      Friday.`,
    description: `Made for reception desks, where flowers have to stand up to air conditioning and being ignored over
      a weekend. Everything in it is woody and takes three weeks to tire.

      It weighs eight kilos with water. Wren brings a trolley and will carry it to the desk, not to the desk’s
      basement.`,
    care: {
      'On arrival': 'Turn the best side out and top it up: it will have drunk a litre on the way.',
      Weekly: 'Refill on Mondays. On the second Monday pull the protea leaves that have blackened.',
      Pets: 'Contains gum leaves: keep office dogs from chewing them.',
    },
    facts: { Kinds: 'King protea, pink ice, banksia, Safari Sunset', Vase: 'Terracotta, 30 cm', Lasts: '2 to 3 weeks' },
    leadDays: 1,
    stockBy: 'nothing',
    drawing: { presentation: 'vase', vase: 'terracotta' },
    variants: [
      large({
        price: 24_000,
        bench: 25,
        cm: [75, 60],
        recipe: { 'protea-blush': 2, 'protea-pink': 3, 'banksia-coral': 4, 'leucadendron-red': 7, 'silver-dollar': 5 },
      }),
    ],
    facets: {
      occasion: ['congratulations', 'thank-you', 'housewarming'],
      season: ['all-year'],
      mood: ['bold', 'wild'],
      colour: ['pink', 'red'],
      type: ['natives'],
    },
    addOns: ['letterpress-card', 'sparkling-from-macedon', 'twelve-chocolates', 'florists-secateurs'],
    alt: 'King proteas, pink proteas, scarlet banksia and red leucadendron with gum in a terracotta urn',
  },
  {
    slug: 'for-the-quiet-house',
    name: 'For the Quiet House',
    latinName: 'Eustoma, Hydrangea, Delphinium',
    tint: 'clay',
    summary: `White hydrangea, delphinium and lisianthus in plain glass. It arrives in water, so nobody has to find a
      vase.`,
    description: `In the week after a death a house runs out of vases, and of people with the energy to fill them. This
      comes standing in its own, needs nothing for two days and makes no mess.

      We deliver it quietly. If there are cars outside for the service, Wren waits or comes back.`,
    care: {
      'On arrival': 'Nothing today. Tomorrow, or the day after, a cup of water.',
      Later: 'Hydrangea that faints can be revived: the whole head under cold water for an hour.',
      Pets: 'No lilies. Hydrangea and delphinium are poisonous if eaten, so out of reach of animals.',
    },
    facts: {
      Kinds: 'Hydrangea, delphinium, lisianthus',
      Vase: 'Clear glass, 20 cm',
      Lasts: '7 to 9 days',
      Scent: 'None',
    },
    seasonMonths: [11, 12, 1, 2, 3],
    stockBy: 'nothing',
    drawing: { presentation: 'vase', vase: 'glass' },
    variants: [
      medium({
        price: 11_600,
        bench: 16,
        cm: [48, 34],
        recipe: { 'hydrangea-white': 3, 'delphinium-white': 3, 'lisianthus-white': 5, olive: 3 },
      }),
      large({
        price: 16_800,
        bench: 22,
        cm: [56, 42],
        recipe: { 'hydrangea-white': 5, 'delphinium-white': 5, 'lisianthus-white': 7, olive: 4 },
      }),
    ],
    facets: {
      occasion: ['sympathy'],
      season: ['spring', 'summer'],
      mood: ['quiet'],
      colour: ['white'],
      type: ['hydrangeas', 'delphiniums', 'lisianthus'],
    },
    addOns: ['beeswax-candle', 'hill-honey', 'letterpress-card', 'lavender-soap'],
    alt: 'White hydrangeas, delphiniums and lisianthus with olive in a clear glass vase',
  },
  {
    slug: 'orchid-arching',
    name: 'Orchid, Arching',
    latinName: 'Phalaenopsis amabilis',
    tint: 'sky',
    summary: `Three cut sprays of white moth orchid in a blush vase. They look expensive for longer than anything
      else here.`,
    description: `Cut moth orchids last two weeks in water with no attention whatever. Each spray carries nine or ten
      flowers and a few buds at the tip, which open last.

      It is a good present for someone who has everything and a beige sofa.`,
    care: {
      'On arrival': 'Top up with cool water and keep it off the windowsill: hot glass scorches petals.',
      Weekly: 'Trim a centimetre and change the water. That is the whole of it.',
      Pets: 'Safe for cats and dogs.',
    },
    facts: {
      Kinds: 'White moth orchid, fern',
      Cut: 'Dingley, under glass',
      Vase: 'Blush ceramic, 20 cm',
      Lasts: '12 to 16 days',
    },
    stockBy: 'nothing',
    drawing: { presentation: 'vase', vase: 'blush' },
    variants: [only({ price: 11_500, bench: 10, cm: [60, 34], recipe: { 'orchid-white': 3, fern: 3 } })],
    facets: {
      occasion: ['congratulations', 'anniversary', 'thank-you', 'housewarming'],
      season: ['all-year'],
      mood: ['quiet', 'bold'],
      colour: ['white'],
      type: ['orchids'],
    },
    alt: 'Three arching sprays of white moth orchid with fern in a blush vase',
  },
  {
    slug: 'high-street-coral',
    name: 'High Street Coral',
    latinName: 'Gerbera, Dianthus, Antirrhinum',
    tint: 'sage',
    summary: `Coral gerberas, coral carnations and apricot snapdragons, tall in a cream vase. A shop window to take
      home.`,
    description: `Coral is the colour that flatters everybody, which is why it is on our ribbon and, since March, on our
      van.

      The snapdragons give it height, the carnations give it a fortnight. When the rest is done you will still have
      those, and can pretend they were the plan.`,
    care: {
      'On arrival': 'Top up every second day with cool water, to halfway. Gerbera stems dislike more.',
      Later: 'After a week, take out the gerberas and recut what is left shorter.',
      Pets: 'Carnations upset stomachs a little, and the gum is poisonous if eaten. Out of reach.',
    },
    facts: {
      Kinds: 'Gerbera, carnation, snapdragon, cider gum',
      Vase: 'Cream stoneware, 22 cm',
      Lasts: '7 days, the carnations 14',
    },
    stockBy: 'nothing',
    drawing: { presentation: 'vase', vase: 'ivory' },
    variants: [
      medium({
        price: 9800,
        bench: 15,
        cm: [50, 36],
        recipe: { 'gerbera-coral': 4, 'carnation-coral': 6, 'snapdragon-apricot': 4, 'cider-gum': 3 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'congratulations', 'thank-you'],
      season: ['all-year'],
      mood: ['bright', 'bold'],
      colour: ['coral', 'orange'],
      type: ['daisies', 'carnations', 'snapdragons'],
    },
    alt: 'Coral gerberas and carnations with apricot snapdragons and gum in a cream vase',
  },
])
