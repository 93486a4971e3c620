import { medium, only, products, small } from './product.ts'

/** Hung in our roof from January. No water, no hurry. */
export const dried = products('dried', [
  {
    slug: 'bunny-tails-dried',
    name: 'Bunny Tails, Dried',
    latinName: 'Lagurus ovatus, Limonium',
    tint: 'blush',
    summary: 'Cream bunny tails, lilac statice and rust palm spears. Soft, silly and good for a year or more.',
    description: `Hare’s tail grass grows along the dunes at Rye as a weed. Ours is sown in rows so nobody has to raid a
      foreshore, and cut before it sheds.

      The statice keeps its lilac; the palm spears are trimmed by hand. Nothing in it is bleached or dyed but the palms,
      which are dyed with tea.`,
    care: {
      Place: 'Out of direct sun and away from steam. Anywhere a book would be happy.',
      Dust: 'A hairdryer on cool, at arm’s length.',
      Pets: 'Not poisonous, but a cat will regard it as a toy.',
    },
    facts: { Kinds: 'Hare’s tail, statice, palm spear', Dried: 'Rose Street', Keeps: 'A year or more' },
    stockBy: 'variant',
    drawing: { presentation: 'bunch', ribbon: 'lilac' },
    variants: [
      small({
        price: 5400,
        bench: 6,
        cm: [40, 22],
        onHand: 17,
        recipe: { 'bunny-tail': 15, 'statice-lilac': 5, 'palm-rust': 3 },
      }),
      medium({
        price: 7600,
        bench: 8,
        cm: [45, 30],
        onHand: 9,
        recipe: { 'bunny-tail': 24, 'statice-lilac': 8, 'palm-rust': 4 },
      }),
    ],
    facets: {
      occasion: ['thank-you', 'housewarming', 'new-baby', 'no-reason'],
      season: ['all-year'],
      mood: ['dry', 'quiet'],
      colour: ['cream', 'purple'],
      type: ['grasses'],
    },
    addOns: ['stoneware-vase', 'beeswax-candle', 'letterpress-card', 'twelve-chocolates'],
    alt: 'A dried bunch of bunny tails, lilac statice and rust palm spears',
  },
  {
    slug: 'everlastings-in-a-row',
    name: 'Everlastings in a Row',
    latinName: 'Xerochrysum, Rhodanthe',
    tint: 'sage',
    summary: 'Pink, white and gold paper daisies. They were dry when they were alive; you can hear them rustle.',
    description: `In September the inland of Western Australia turns pink with these. The petals are bracts, stiff with
      silica, so the flower you cut is already the flower you keep.

      We hang them two weeks only to dry the stems.`,
    care: {
      Place: 'Anywhere dry. They close a little on humid days and open again; that is not illness.',
      Dust: 'Turn upside down and flick, outdoors.',
      Pets: 'Not known to harm cats or dogs.',
    },
    facts: { Kinds: 'Strawflower, rosy sunray', Dried: 'Rose Street, in the roof', Keeps: '2 years, fading slowly' },
    stockBy: 'variant',
    drawing: { presentation: 'wrapped', paper: 'kraft', ribbon: 'straw' },
    variants: [
      medium({
        price: 6200,
        bench: 7,
        cm: [36, 26],
        onHand: 14,
        recipe: { 'everlasting-pink': 10, 'everlasting-white': 9, 'everlasting-yellow': 8 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'thank-you', 'get-well', 'no-reason'],
      season: ['all-year'],
      mood: ['dry', 'bright'],
      colour: ['pink', 'yellow', 'mixed'],
      type: ['natives', 'daisies'],
    },
    alt: 'Pink, white and golden paper daisies in brown paper',
  },
  {
    slug: 'five-plumes',
    name: 'Five Plumes',
    latinName: 'Phragmites australis',
    tint: 'lilac',
    summary: 'Five tall cream plumes for a tall jar. Sprayed once so they don’t shed, then left alone.',
    description: `What other shops sell as pampas is a bushland weed here, and its seed travels on the wind for
      kilometres. These are the plumes of the common reed, which belongs here, cut from a farm dam before they seed.

      A metre tall, soft as a horse’s nose. Stand them in a corner and the room looks furnished.`,
    care: {
      'On arrival': 'Shake outdoors, then ten minutes in the sun to fluff.',
      Shedding: 'Hairspray, from a distance, twice a year.',
      Pets: 'Not poisonous. Irresistible.',
    },
    facts: { Kinds: 'Common reed', Cut: 'Yea, before seed', Keeps: '2 to 3 years' },
    stockBy: 'variant',
    drawing: { presentation: 'bunch' },
    variants: [only({ price: 4800, bench: 4, cm: [100, 45], onHand: 12, recipe: { 'plume-cream': 5 } })],
    facets: {
      occasion: ['housewarming', 'wedding', 'no-reason'],
      season: ['all-year'],
      mood: ['dry', 'bold'],
      colour: ['cream'],
      type: ['grasses'],
    },
    alt: 'Five tall cream plumes tied with twine',
  },
  {
    slug: 'wheat-sheaf',
    name: 'Wheat Sheaf',
    latinName: 'Triticum aestivum',
    tint: 'sky',
    summary: 'A hundred ears of Wimmera wheat, tied the way a sheaf is tied. For bakers, christenings and bare walls.',
    description: `A cousin of Ada’s cuts us a corner by hand in December, a week before the header goes through, while
      the stalks are still gold and not grey.

      Tied at the waist and twisted, so that it stands by itself on a table.`,
    care: {
      Place: 'Dry, and out of reach of mice, who read the label too.',
      Dust: 'Blow on it.',
      Pets: 'Not poisonous. The beards scratch mouths.',
    },
    facts: { Kinds: 'Bearded wheat', Cut: 'Near Murtoa', Keeps: 'Years' },
    stockBy: 'variant',
    drawing: { presentation: 'bunch', ribbon: 'straw' },
    variants: [
      only({ price: 3800, bench: 5, cm: [60, 24], onHand: 3, measure: 'About 100 ears', recipe: { wheat: 28 } }),
    ],
    facets: {
      occasion: ['housewarming', 'thank-you', 'new-baby'],
      season: ['all-year'],
      mood: ['dry', 'quiet'],
      colour: ['yellow'],
      type: ['grasses'],
    },
    alt: 'A sheaf of golden wheat tied at the waist',
  },
  {
    slug: 'honesty-and-poppy-pods',
    name: 'Honesty & Poppy Pods',
    latinName: 'Lunaria annua, Papaver orientale',
    tint: 'clay',
    summary: `Silver moons and little pepper pots. All seed cases and no petals: what a garden looks like when it has
      finished.`,
    description: `Honesty is grown for the part that is left after the flower: a disc like mother-of-pearl. You rub
      the two outer skins off between finger and thumb, one at a time, all of February.

      The poppy pods are emptied, steamed and sealed. Shake one: it is the quietest rattle in the shop.`,
    care: {
      Place: 'Against the light, so the moons glow. Away from draughts; the discs are paper.',
      Pets: 'Keep poppy heads from animals and children, as with any seed head.',
    },
    facts: { Kinds: 'Honesty, poppy pods, bunny tails', Dried: 'Kyneton and Rose Street', Keeps: '2 to 3 years' },
    stockBy: 'variant',
    drawing: { presentation: 'vase', vase: 'sage' },
    variants: [
      only({
        price: 8200,
        bench: 9,
        cm: [48, 30],
        onHand: 8,
        measure: 'In its vase',
        recipe: { lunaria: 7, 'poppy-pod': 9, 'bunny-tail': 8 },
      }),
    ],
    facets: {
      occasion: ['sympathy', 'housewarming', 'thank-you'],
      season: ['all-year'],
      mood: ['dry', 'quiet'],
      colour: ['cream', 'green'],
      type: ['foliage'],
    },
    addOns: ['beeswax-candle', 'letterpress-card', 'hill-honey', 'twelve-chocolates'],
    alt: 'Silvery honesty, poppy pods and bunny tails in a sage-green vase',
  },
  {
    slug: 'kept-banksia',
    name: 'Kept Banksia',
    latinName: 'Banksia, Xerochrysum',
    tint: 'butter',
    summary: `Rust-brown banksia cones with white everlastings and palm. Looks like a bushwalk; drops nothing on the
      floor.`,
    description: `Banksias dry better than anything, because on the bush they wait years for a fire. The orange goes to
      rust, the shape stays.

      It is our heaviest dried bunch, and the one most people buy for themselves.`,
    care: {
      Place: 'Anywhere dry. Sun fades it to grey, which is also good.',
      Dust: 'A soft paintbrush.',
      Pets: 'Not known to harm cats or dogs.',
    },
    facts: { Kinds: 'Banksia, everlasting, palm spear', Dried: 'Pearcedale', Keeps: '3 years or more' },
    stockBy: 'variant',
    drawing: { presentation: 'wrapped', paper: 'hessian', ribbon: 'rust' },
    variants: [
      medium({
        price: 7200,
        bench: 8,
        cm: [42, 32],
        onHand: 11,
        recipe: { 'banksia-rust': 5, 'everlasting-white': 9, 'palm-straw': 4 },
      }),
    ],
    facets: {
      occasion: ['housewarming', 'congratulations', 'thank-you'],
      season: ['all-year'],
      mood: ['dry', 'wild'],
      colour: ['orange', 'cream'],
      type: ['natives'],
    },
    alt: 'Dried rust-brown banksias with white paper daisies and palm spears in hessian',
  },
  {
    slug: 'purple-keeps',
    name: 'Purple Keeps',
    latinName: 'Limonium sinuatum, Lavandula',
    tint: 'sage',
    summary: 'Purple statice and dried lavender with wheat. One never fades; the other still smells of January.',
    description: `Statice is the old sea lavender that every country hall had in a jar by the tea urn. It holds its
      purple for longer than most paint.

      The lavender is last January’s, from Red Hill. Squeeze a head and it comes back.`,
    care: {
      Place: 'Dry and shady. A wardrobe is not a bad idea: moths dislike it.',
      Pets: 'Lavender is mildly upsetting to cats and dogs if eaten.',
    },
    facts: {
      Kinds: 'Statice, English lavender, wheat',
      Dried: 'Red Hill and Rose Street',
      Keeps: 'A year or two',
      Scent: 'Lavender, when touched',
    },
    stockBy: 'variant',
    drawing: { presentation: 'wrapped', paper: 'lilac', ribbon: 'purple' },
    variants: [
      medium({
        price: 5600,
        bench: 7,
        cm: [38, 26],
        onHand: 16,
        recipe: { 'statice-purple': 9, lavender: 12, wheat: 6 },
      }),
    ],
    facets: {
      occasion: ['thank-you', 'get-well', 'sympathy', 'no-reason'],
      season: ['all-year'],
      mood: ['dry', 'quiet'],
      colour: ['purple'],
      type: ['scented'],
    },
    alt: 'Purple statice and lavender with golden wheat in lilac paper',
  },
  {
    slug: 'blush-and-straw',
    name: 'Blush & Straw',
    latinName: 'Phragmites, Limonium, Lagurus',
    tint: 'lilac',
    summary: 'Blush plumes, pink statice and straw palm spears in a terracotta jar. Made for shelves that get no sun.',
    description: `The softest colours we dry. It was meant for one wedding in Daylesford and we have not been allowed
      to stop making it.

      It comes in its jar, packed tightly so it needs no arranging. Lift off the paper collar and you have finished.`,
    care: {
      Place: 'Low light suits it: blush fades first.',
      Dust: 'A hairdryer on cool.',
      Pets: 'Not poisonous; tempting.',
    },
    facts: {
      Kinds: 'Reed plumes, statice, palm spear, bunny tails',
      Vase: 'Terracotta, 16 cm',
      Keeps: 'A year or more',
    },
    stockBy: 'variant',
    drawing: { presentation: 'vase', vase: 'terracotta' },
    variants: [
      only({
        price: 8800,
        bench: 9,
        cm: [50, 34],
        onHand: 5,
        measure: 'In its jar',
        recipe: { 'plume-blush': 4, 'statice-pink': 6, 'palm-straw': 3, 'bunny-tail': 9 },
      }),
    ],
    facets: {
      occasion: ['wedding', 'housewarming', 'anniversary', 'new-baby'],
      season: ['all-year'],
      mood: ['dry', 'romantic'],
      colour: ['blush', 'cream'],
      type: ['grasses'],
    },
    alt: 'Blush plumes, pink statice, palm spears and bunny tails in a terracotta jar',
  },
])
