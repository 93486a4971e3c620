import { large, medium, products, small } from '../product.ts'

/** Low and round, for tables and bedsides. Made in the vase, and the vase is yours. */
export const forATable = products('arrangement', [
  {
    slug: 'kitchen-table',
    name: 'Kitchen Table',
    latinName: 'Papaver, Paeonia, Ranunculus',
    tint: 'sky',
    summary: `Orange poppies, pink peonies and yellow ranunculus in a blue and white vase. Set it down and dinner is
      better.`,
    description: `The vase came first: blue leaves on white, a little crooked, the kind your aunt had. Everything in it
      was chosen to argue with it cheerfully.

      It is made low enough to see over and finished all the way round, because a table has no back. Water is in it
      already; Wren drives slowly.`,
    care: {
      'On arrival': 'Top it up to two fingers below the rim. The poppies have seared ends; leave them as they are.',
      Daily: 'Take the poppies out after five days and pull the rest together. It survives the loss.',
      Pets: 'Poppies, peonies and ranunculus all upset animals. Keep it on the table.',
    },
    facts: {
      Kinds: 'Iceland poppy, Sarah Bernhardt, ranunculus',
      Vase: 'Blue and white, 20 cm, yours to keep',
      Lasts: '6 to 8 days',
    },
    seasonMonths: [10, 11],
    stockBy: 'stems',
    drawing: { presentation: 'vase', vase: 'blue' },
    variants: [
      medium({
        price: 10_500,
        bench: 18,
        cm: [38, 34],
        recipe: { 'poppy-orange': 5, 'peony-pink': 3, 'ranunculus-yellow': 5, 'silver-dollar': 3 },
      }),
      large({
        price: 15_500,
        bench: 24,
        cm: [44, 42],
        recipe: { 'poppy-orange': 8, 'peony-pink': 5, 'ranunculus-yellow': 8, 'silver-dollar': 4 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'thank-you', 'housewarming'],
      season: ['spring'],
      mood: ['bright', 'loose'],
      colour: ['mixed', 'orange', 'pink'],
      type: ['poppies', 'peonies'],
    },
    alt: 'Orange poppies, pink peonies and yellow ranunculus in a blue and white vase',
  },
  {
    slug: 'olive-and-white',
    name: 'Olive & White',
    latinName: 'Rosa, Olea europaea',
    tint: 'blush',
    summary: `White roses pushed into a bucket’s worth of olive branch, in a sage-green vase. Mostly leaves, on
      purpose.`,
    description: `The olive comes from street trees in Northcote whose owners ring us when they prune. Grey on one side,
      green on the other, and it moves.

      Nine roses is enough when the rest of the vase is holding still for them.`,
    care: {
      'On arrival': 'Top up. Olive drinks little, roses drink a lot, so it evens out.',
      Later: 'When the roses go, leave the olive. It lasts a month and dries.',
      Pets: 'Safe for cats and dogs.',
    },
    facts: { Kinds: 'White roses, olive', Vase: 'Sage stoneware, 22 cm', Lasts: '7 to 9 days, the olive a month' },
    stockBy: 'nothing',
    drawing: { presentation: 'vase', vase: 'sage' },
    variants: [medium({ price: 9400, bench: 13, cm: [45, 40], recipe: { 'rose-white': 9, olive: 8 } })],
    facets: {
      occasion: ['wedding', 'sympathy', 'housewarming', 'thank-you'],
      season: ['all-year'],
      mood: ['quiet', 'romantic'],
      colour: ['white', 'green'],
      type: ['roses', 'foliage'],
    },
    alt: 'White roses among olive branches in a sage-green vase',
  },
  {
    slug: 'bedside-jar',
    name: 'Bedside Jar',
    latinName: 'Rosa, Eustoma',
    tint: 'lilac',
    summary: `A jam jar of blush roses and white lisianthus. Small enough for a hospital locker, calm enough for a
      bad week.`,
    description: `Wards have rules: no soil, no strong scent, nothing tall. This meets all of them, and it fits
      between the water jug and the phone.

      Ring the ward before you order for intensive care, oncology or a transplant unit; most can’t have flowers at
      all.`,
    care: {
      'On arrival': 'Nothing to do. A nurse with ten seconds can top it up from a cup.',
      Later: 'Take the jar home and plant the memory elsewhere.',
      Pets: 'Safe for cats and dogs.',
    },
    facts: { Kinds: 'Blush roses, lisianthus, fern', Vase: 'A jar, 14 cm', Lasts: '6 to 9 days', Scent: 'Almost none' },
    stockBy: 'nothing',
    drawing: { presentation: 'vase', vase: 'jar' },
    variants: [
      small({ price: 5200, bench: 9, cm: [24, 18], recipe: { 'rose-blush': 4, 'lisianthus-white': 4, fern: 2 } }),
    ],
    facets: {
      occasion: ['get-well', 'new-baby', 'sympathy', 'no-reason'],
      season: ['all-year'],
      mood: ['quiet'],
      colour: ['blush', 'white'],
      type: ['roses', 'lisianthus'],
    },
    alt: 'Blush roses and white lisianthus with fern in a glass jar',
  },
  {
    slug: 'mustard-jug',
    name: 'Mustard Jug',
    latinName: 'Gerbera, Rosa, Pycnosorus',
    tint: 'sky',
    summary: 'Yellow gerberas, apricot roses and billy buttons in a mustard jug. Breakfast, in flower form.',
    description: `All one side of the colour wheel, so it glows rather than clashes. The billy buttons are there so that
      something in it bounces when the table is bumped.

      The jug pours. Several have gone on to careers in gravy.`,
    care: {
      'On arrival': 'Keep the water shallow, a third of the jug: gerbera stems rot in depth.',
      Daily: 'Fresh water every second day. Billy buttons can be kept and dried.',
      Pets: 'Safe for cats and dogs.',
    },
    facts: {
      Kinds: 'Gerbera, apricot rose, billy buttons, fern',
      Vase: 'Mustard stoneware jug, 19 cm',
      Lasts: '7 to 10 days',
    },
    stockBy: 'nothing',
    drawing: { presentation: 'vase', vase: 'mustard' },
    variants: [
      medium({
        price: 8600,
        bench: 13,
        cm: [36, 32],
        recipe: { 'gerbera-yellow': 4, 'rose-apricot': 4, 'billy-button': 7, fern: 3 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'get-well', 'housewarming', 'thank-you'],
      season: ['all-year'],
      mood: ['bright'],
      colour: ['yellow', 'orange'],
      type: ['daisies', 'roses'],
    },
    alt: 'Yellow gerberas, apricot roses and billy buttons with fern in a mustard-yellow jug',
  },
  {
    slug: 'berries-for-december',
    name: 'Berries for December',
    latinName: 'Hypericum, Rosa, Magnolia',
    tint: 'clay',
    summary: `Red berries, white roses and magnolia in a blue and white vase. For the Christmas table, made two days
      ahead.`,
    description: `A summer Christmas has no holly in it. Red hypericum and the brown backs of magnolia leaves do the
      same work and don’t mind thirty-eight degrees.

      We make them from the first of December and stop on Christmas Eve at noon, when we go and lie down.`,
    care: {
      'On arrival': 'Keep it out of the sun and away from the ham until the last minute. Top up daily in the heat.',
      Later: 'Berries and magnolia see in the new year; replace the roses with anything from the garden.',
      Pets: 'Hypericum berries upset cats and dogs. Don’t leave it on a low table.',
    },
    facts: { Kinds: 'Hypericum, white roses, magnolia', Vase: 'Blue and white, 20 cm', Lasts: '8 to 12 days' },
    seasonMonths: [12],
    leadDays: 2,
    stockBy: 'variant',
    drawing: { presentation: 'vase', vase: 'blue' },
    variants: [
      medium({
        price: 11_000,
        bench: 16,
        cm: [38, 36],
        onHand: 45,
        recipe: { 'hypericum-red': 11, 'rose-white': 6, magnolia: 4 },
      }),
    ],
    facets: {
      occasion: ['thank-you', 'housewarming', 'no-reason'],
      season: ['summer'],
      mood: ['bold'],
      colour: ['red', 'white'],
      type: ['roses', 'foliage'],
    },
    alt: 'Red berries and white roses with magnolia leaves in a blue and white vase',
  },
])
