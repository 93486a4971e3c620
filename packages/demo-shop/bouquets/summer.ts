import { large, medium, only, products, small } from '../product.ts'

/** December to April: what likes the heat. */
export const summer = products('bouquet', [
  {
    slug: 'lavender-cut-today',
    name: 'Lavender, Cut Today',
    latinName: 'Lavandula angustifolia',
    tint: 'butter',
    summary: 'Forty stems of English lavender from Red Hill, cut before the bees are up. Fresh now, dried by New Year.',
    description: `The true lavender: short, dark, sweet, without the camphor that the big hedging kinds have. It
      flowers in Victoria from late November to the middle of January and then gets a haircut.

      Put it in water for a week, or don’t put it in water at all. It dries on the bench just as well and smells for a
      year.`,
    care: {
      'In water': 'A small glass, a little water, a week. Longer and the stems turn slimy.',
      'To dry it': 'Hang it head down in the dark for ten days, then rub the flowers into a bowl or leave them be.',
      Pets: 'Mildly upsetting to cats and dogs if eaten. Most won’t.',
    },
    facts: {
      Kinds: 'Hidcote and Munstead',
      Cut: 'Red Hill, before eight',
      Lasts: '7 days fresh, a year dried',
      Scent: 'The obvious one',
    },
    seasonMonths: [11, 12, 1],
    stockBy: 'variant',
    drawing: { presentation: 'bunch', ribbon: 'lilac' },
    variants: [
      only({ price: 3200, bench: 8, cm: [34, 16], onHand: 60, measure: '40 stems', recipe: { lavender: 40 } }),
    ],
    facets: {
      occasion: ['get-well', 'thank-you', 'no-reason', 'sympathy'],
      season: ['summer'],
      mood: ['quiet', 'dry'],
      colour: ['purple'],
      type: ['scented'],
    },
    alt: 'A slim bunch of English lavender tied with lilac ribbon',
  },
  {
    slug: 'sunflowers-face-up',
    name: 'Sunflowers, Face Up',
    latinName: 'Helianthus annuus',
    tint: 'sky',
    summary: 'Sunflowers and nothing to apologise for. Seven or eleven, with heads the size of a saucer.',
    description: `Grown pollen-free, so they don’t dust the tablecloth yellow. The stems are as thick as a thumb and
      want a vase with some weight to it.

      Young sunflowers follow the sun; cut ones stop. Point them where you want them to look.`,
    care: {
      'On arrival': 'Cut the stems hard and strip nearly every leaf. They drink a litre the first day.',
      'If heads nod': 'Recut, wrap the heads upright in paper, deep water overnight.',
      Pets: 'Safe for cats, dogs and horses.',
    },
    facts: { Kinds: 'Sunrich, pollen-free', Cut: 'Clyde, half open', Lasts: '7 to 10 days' },
    seasonMonths: [12, 1, 2, 3, 4],
    stockBy: 'nothing',
    drawing: { presentation: 'bunch', ribbon: 'orange' },
    variants: [
      small({ price: 5800, bench: 8, cm: [50, 30], recipe: { 'sunflower-yellow': 7, fern: 3 } }),
      medium({ price: 7900, bench: 9, cm: [55, 38], recipe: { 'sunflower-yellow': 11, fern: 4 } }),
    ],
    facets: {
      occasion: ['birthday', 'get-well', 'congratulations', 'no-reason'],
      season: ['summer'],
      mood: ['bright', 'bold'],
      colour: ['yellow'],
      type: ['sunflowers', 'daisies'],
    },
    alt: 'Yellow sunflowers with fern tied with an orange ribbon',
  },
  {
    slug: 'paddock-gate',
    name: 'Paddock Gate',
    latinName: 'Cosmos bipinnatus, Scabiosa',
    tint: 'sage',
    summary: `Cosmos and scabiosa, picked loose, as if someone had climbed over a gate for them. Someone more or less
      did.`,
    description: `Nothing in it is stiff. Cosmos move when a door opens; scabiosa bob on wires. It is the nearest
      thing we sell to a bunch you picked yourself, and the most often photographed.

      It doesn’t travel far, so we make it for the inner zones first.`,
    care: {
      'On arrival': 'Recut, cool water, a wide-necked jug. Don’t arrange it; put it down.',
      Daily: 'Snip off finished flowers. There are buds behind them and they will open.',
      Pets: 'Not known to harm cats or dogs.',
    },
    facts: { Kinds: 'Sensation cosmos, lilac and burgundy scabiosa', Cut: 'Kinglake West', Lasts: '5 to 6 days' },
    seasonMonths: [12, 1, 2, 3, 4],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'kraft', ribbon: 'pink' },
    variants: [
      medium({
        price: 7600,
        bench: 12,
        cm: [42, 34],
        recipe: { 'cosmos-pink': 7, 'cosmos-white': 5, 'scabiosa-lilac': 7, 'scabiosa-burgundy': 4, olive: 2 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'thank-you', 'no-reason', 'wedding'],
      season: ['summer', 'autumn'],
      mood: ['wild', 'loose'],
      colour: ['pink', 'purple', 'white'],
      type: ['daisies'],
    },
    alt: 'Pink and white cosmos with lilac and burgundy scabiosa in brown paper',
  },
  {
    slug: 'zinnia-riot',
    name: 'Zinnia Riot',
    latinName: 'Zinnia elegans',
    tint: 'lilac',
    summary: 'Coral, magenta and yellow zinnias, the hotter the summer the better. Subtle is next door.',
    description: `Zinnias sulk below twenty degrees and thrive at forty. By late January they are the best thing at
      market and the cheapest, and we buy them by the crate.

      To tell a ripe one, hold the stem twenty centimetres down and shake. If the neck wobbles it was cut too soon.`,
    care: {
      'On arrival': 'A drop of bleach in the water. Zinnia stems are dirty, and it adds three days.',
      Daily: 'Never in the fridge, never in a draught. They like it warm.',
      Pets: 'Safe for cats, dogs and horses.',
    },
    facts: { Kinds: 'Benary’s Giant', Cut: 'Keilor, open and firm', Lasts: '7 to 10 days' },
    seasonMonths: [1, 2, 3, 4],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'ivory', ribbon: 'orange' },
    variants: [
      small({
        price: 4600,
        bench: 8,
        cm: [34, 26],
        recipe: { 'zinnia-coral': 4, 'zinnia-magenta': 4, 'zinnia-yellow': 3, fern: 2 },
      }),
      medium({
        price: 6200,
        bench: 10,
        cm: [38, 32],
        recipe: { 'zinnia-coral': 6, 'zinnia-magenta': 6, 'zinnia-yellow': 5, fern: 3 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'congratulations', 'get-well', 'no-reason'],
      season: ['summer', 'autumn'],
      mood: ['bright', 'bold'],
      colour: ['mixed', 'coral', 'pink'],
      type: ['daisies'],
    },
    alt: 'Coral, magenta and yellow zinnias with fern in cream paper and an orange ribbon',
  },
  {
    slug: 'hydrangea-three-heads',
    name: 'Hydrangea, Three Heads',
    latinName: 'Hydrangea macrophylla',
    tint: 'clay',
    summary: 'Two blue, one white, each as big as a child’s head. The old fence hydrangeas, from the hills.',
    description: `The blue comes from the soil: acid and rich in aluminium, which is what the Dandenongs are made of.
      The same plant in Brighton would be pink.

      Hydrangeas drink through their petals as well as their stems, which is useful when they faint.`,
    care: {
      'On arrival': 'Recut, split the end two centimetres up, and fill the vase to the neck.',
      'If they faint': 'Put the whole head under water in the sink for an hour. It comes back, every time.',
      Pets: 'Poisonous to cats, dogs and horses if eaten.',
    },
    facts: { Kinds: 'Mophead, old fence varieties', Cut: 'Olinda', Lasts: '6 to 9 days' },
    seasonMonths: [12, 1, 2, 3],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'sage', ribbon: 'blue' },
    variants: [
      medium({
        price: 6900,
        bench: 8,
        cm: [42, 36],
        recipe: { 'hydrangea-blue': 2, 'hydrangea-white': 1, magnolia: 3 },
      }),
      large({
        price: 10_800,
        bench: 11,
        cm: [45, 44],
        recipe: { 'hydrangea-blue': 3, 'hydrangea-white': 2, magnolia: 5 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'wedding', 'sympathy', 'housewarming'],
      season: ['summer'],
      mood: ['quiet', 'bold'],
      colour: ['blue', 'white'],
      type: ['hydrangeas'],
    },
    alt: 'Two blue hydrangeas and a white one with magnolia leaves in sage paper',
  },
  {
    slug: 'dahlia-dinner',
    name: 'Dahlia Dinner',
    latinName: 'Dahlia × pinnata',
    tint: 'sky',
    summary: `Burgundy, coral and apricot dahlias, from dinner plates to pompons. Waits all year for January, and
      worth it.`,
    description: `Every dahlia is a piece of geometry that someone exhibited at a country show. We mix the big ones,
      which people gasp at, with small ones that hold the bunch together.

      They don’t last like a carnation and they don’t ship like a rose, which is why you only get them from someone
      near a paddock.`,
    care: {
      'On arrival': `Stand the ends in hot tap water (not boiling) and let it cool for an hour. Then cold, fresh,
        every day.`,
      Daily: 'Check the backs of the flowers. When the back petals soften, that one is done.',
      Pets: 'Mildly irritating to cats, dogs and horses.',
    },
    facts: { Kinds: 'Café au Lait, Cornel, Hamari Gold', Cut: 'Kinglake West, open', Lasts: '4 to 6 days' },
    seasonMonths: [1, 2, 3, 4],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'blush', ribbon: 'burgundy' },
    variants: [
      medium({
        price: 8600,
        bench: 12,
        cm: [38, 32],
        recipe: { 'dahlia-burgundy': 4, 'dahlia-coral': 4, 'dahlia-apricot': 3, fern: 3 },
      }),
      large({
        price: 12_900,
        bench: 17,
        cm: [42, 40],
        recipe: { 'dahlia-burgundy': 6, 'dahlia-coral': 6, 'dahlia-apricot': 6, fern: 4 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'anniversary', 'thank-you', 'congratulations'],
      season: ['summer', 'autumn'],
      mood: ['bold', 'loose'],
      colour: ['red', 'coral', 'orange'],
      type: ['dahlias'],
    },
    alt: 'Burgundy, coral and apricot dahlias with fern in blush paper',
  },
])
