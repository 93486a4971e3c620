import { only, products, size } from './product.ts'

/** What goes with flowers. Small, and from people whose names we know. */
export const addOns = products('add-on', [
  {
    slug: 'stoneware-vase',
    name: 'Stoneware Vase',
    latinName: 'Thrown in Brunswick, 22 cm',
    tint: 'sky',
    summary: `Thrown in Brunswick, 22 cm. Wide at the foot so it won’t tip, narrow at the neck so eleven stems stand
      up.`,
    description: `Made for us by a potter on Albert Street, in batches of about twenty. The clay is speckled, the
      glaze is matt ivory, and no two rims agree exactly.

      It holds a small or medium bouquet without a second thought. For the large sizes, take a bucket or a breath.`,
    care: { Washing: 'Dishwasher safe. For the neck: warm water, a spoon of bicarb, overnight.' },
    facts: { Made: 'Brunswick', Holds: '1.6 litres', Suits: 'Small and medium bouquets' },
    stockBy: 'variant',
    drawing: { presentation: 'vase', vase: 'ivory' },
    variants: [only({ price: 4200, bench: 1, cm: [22, 14], measure: '22 cm', onHand: 26, recipe: {} })],
    facets: {
      occasion: ['housewarming', 'wedding', 'thank-you'],
      season: ['all-year'],
      colour: ['cream'],
      type: ['vases', 'home'],
    },
    addOns: [],
    alt: 'A speckled ivory stoneware vase, empty',
  },
  {
    slug: 'twelve-chocolates',
    name: 'Twelve Chocolates',
    latinName: 'Dark and milk, made in Preston',
    tint: 'clay',
    summary: 'Dark and milk, made in Preston. Twelve in a box, six kinds, two of each so nobody has to negotiate.',
    description: `Salted caramel, hazelnut, orange, plain dark, coffee, and one filled with lemon myrtle that people
      either ask about or hide.

      Made on Mondays and Thursdays in small trays. Best within three weeks; rarely tested.`,
    care: {
      Keep: 'Somewhere cool and dark, not the fridge. On days over 32 degrees we pack them with an ice brick.',
      Pets: 'Chocolate is poisonous to dogs and cats.',
    },
    facts: { Weighs: '150 g', Contains: 'Milk, hazelnut, soy. Made where other nuts are used', Keeps: 'Three weeks' },
    stockBy: 'variant',
    drawing: { presentation: 'table' },
    variants: [only({ price: 2400, bench: 1, measure: '12 pieces, 150 g', onHand: 48, recipe: { chocolates: 1 } })],
    facets: { occasion: ['birthday', 'thank-you', 'anniversary', 'sorry'], season: ['all-year'], type: ['treats'] },
    addOns: [],
    alt: 'An open wine-red box of dark and milk chocolates',
  },
  {
    slug: 'beeswax-candle',
    name: 'Beeswax Candle',
    latinName: 'Burns about 40 hours',
    tint: 'lilac',
    summary: 'Burns about 40 hours. Nothing added: it smells of honey because it is what bees make.',
    description: `Poured in Castlemaine from Victorian wax with a cotton wick. It burns slower and cleaner than
      paraffin and doesn’t argue with the flowers, which a perfumed candle does.

      A pale bloom may form on the outside in cold weather. That is how you tell it is real; a warm hand polishes it
      off.`,
    care: {
      Burning: `The first time, leave it lit until the wax has melted to the edge, about two hours. Trim the wick to
        5 mm.`,
    },
    facts: { Made: 'Castlemaine', Burns: 'About 40 hours', Weighs: '220 g' },
    stockBy: 'variant',
    drawing: { presentation: 'table' },
    variants: [only({ price: 2800, bench: 1, cm: [9, 7], measure: '220 g', onHand: 31, recipe: { candle: 1 } })],
    facets: {
      occasion: ['sympathy', 'housewarming', 'thank-you', 'get-well'],
      season: ['all-year'],
      colour: ['yellow'],
      type: ['home'],
    },
    addOns: [],
    alt: 'A lit beeswax candle, butter-yellow, with a small label',
  },
  {
    slug: 'hill-honey',
    name: 'Hill Honey',
    latinName: 'Eucalyptus obliqua, mostly',
    tint: 'sage',
    summary: 'Messmate and blackberry honey from twelve hives at the end of a peony paddock in Monbulk. Raw, 400 g.',
    description: `The bees work the flowers we sell and then, when those are over, the messmate up the hill, which is
      what you mainly taste: dark, malty, a bit of caramel.

      It sets in winter. Stand the jar in warm water if you like it runny.`,
    care: { Keep: 'In the cupboard, for years. Not for babies under twelve months.' },
    facts: { From: 'Monbulk', Weighs: '400 g', Taste: 'Dark, malty' },
    stockBy: 'variant',
    drawing: { presentation: 'table' },
    variants: [only({ price: 1800, bench: 1, measure: '400 g', onHand: 19, recipe: { honey: 1 } })],
    facets: { occasion: ['thank-you', 'get-well', 'housewarming'], season: ['all-year'], type: ['treats'] },
    addOns: [],
    alt: 'A jar of golden honey with a cloth lid and a wooden dipper beside it',
  },
  {
    slug: 'lavender-soap',
    name: 'Lavender Soap',
    latinName: 'Lavandula angustifolia',
    tint: 'blush',
    summary: `Olive oil soap with lavender from Red Hill. Two plain, slow bars, tied; each lasts a bathroom about two
      months.`,
    description: `Cold-made and cured for six weeks, so it is hard and doesn’t turn to jelly in the dish. Scented with
      oil from the same lavender we sell in bunches at Christmas.

      No colour, no flecks to scratch you. The twine is the only packaging.`,
    care: { Use: 'Let it dry between uses, on a dish with a drain.' },
    facts: { Made: 'Red Hill', Weighs: '120 g each', Contains: 'Olive, coconut and lavender oils' },
    stockBy: 'variant',
    drawing: { presentation: 'table' },
    variants: [only({ price: 1800, bench: 1, measure: '2 bars', onHand: 36, recipe: { soap: 1 } })],
    facets: {
      occasion: ['new-baby', 'get-well', 'thank-you'],
      season: ['all-year'],
      colour: ['purple'],
      type: ['home'],
    },
    addOns: [],
    alt: 'Two bars of lavender-coloured soap tied with twine',
  },
  {
    slug: 'sparkling-from-macedon',
    name: 'Sparkling from Macedon',
    latinName: 'Vitis vinifera ‘Chardonnay’',
    tint: 'butter',
    summary: `A cold-climate sparkling, dry, bottle-fermented, from a vineyard that frosts in November and sulks till
      March.`,
    description: `Chardonnay and pinot noir, three years on lees. Bread and green apple, no sweetness to speak of. It
      comes cold if the driver’s day allows and cool if not.

      We hold a limited licence for gifts with flowers. The person at the door must be eighteen or over and sober
      enough to sign; Wren asks.`,
    care: { Serving: 'Cold. Open it gently: the cork makes a sigh if you do it well.' },
    facts: { From: 'Macedon Ranges', Holds: '750 ml, 12% alcohol', Contains: 'Sulphites' },
    stockBy: 'variant',
    drawing: { presentation: 'table' },
    variants: [only({ price: 4600, bench: 1, measure: '750 ml', onHand: 14, recipe: { sparkling: 1 } })],
    facets: {
      occasion: ['congratulations', 'anniversary', 'wedding', 'birthday'],
      season: ['all-year'],
      type: ['treats'],
    },
    addOns: [],
    alt: 'A green bottle of sparkling wine beside a full glass',
  },
  {
    slug: 'letterpress-card',
    name: 'Letterpress Card',
    latinName: 'Printed in Collingwood',
    tint: 'clay',
    summary: `A folded card, blank inside, with garden flowers pressed deep into the front. For when fourteen
      lines aren’t enough.`,
    description: `Every delivery comes with our printed card and your words on it. This one is different: it comes
      blank in its own envelope, for the recipient to use, or for you to post.

      Cotton stock, three inks, printed by hand on a press that was built in 1911 and has opinions.`,
    care: { Writing: 'Takes ink without feathering. Fountain pens welcome.' },
    facts: { Made: 'Collingwood', Size: 'A6, folded', With: 'An envelope' },
    stockBy: 'variant',
    drawing: { presentation: 'table' },
    variants: [
      size('one', 'One card', { price: 700, bench: 1, measure: '1 card', onHand: 120, recipe: { card: 1 } }),
      size('six', 'Six cards', { price: 3600, bench: 1, measure: '6 cards', onHand: 22, recipe: { card: 6 } }),
    ],
    facets: {
      occasion: ['thank-you', 'congratulations', 'no-reason'],
      season: ['all-year'],
      colour: ['cream'],
      type: ['home'],
    },
    addOns: [],
    alt: 'A cream letterpress card with pink and purple flowers on the front, and its envelope',
  },
  {
    slug: 'florists-secateurs',
    name: 'Florist’s Secateurs',
    latinName: 'Bypass, 18 cm',
    tint: 'sky',
    summary: `The pair on our own bench: bypass blades, red handles you can find in long grass. Most vase problems
      start with blunt scissors.`,
    description: `A clean cut drinks; a crushed one doesn’t. These are light enough for sweet peas and strong enough
      for a waratah, and the spring can be replaced when it goes, which it does after about eight years.

      Comes with a square of oiled cloth and no instructions.`,
    care: { Keeping: 'Wipe sap off with methylated spirits, then a drop of oil. Sharpen the bevelled side only.' },
    facts: { Length: '18 cm', Cuts: 'Up to 15 mm', Hands: 'Right, or a patient left' },
    stockBy: 'variant',
    drawing: { presentation: 'table' },
    variants: [only({ price: 5400, bench: 1, measure: '18 cm', onHand: 3, recipe: { secateurs: 1 } })],
    facets: { occasion: ['birthday', 'housewarming'], season: ['all-year'], colour: ['red'], type: ['garden'] },
    addOns: [],
    alt: 'A pair of secateurs with red handles and a cut green twig',
  },
  {
    slug: 'zinnia-seeds',
    name: 'Zinnia Seeds',
    latinName: 'Zinnia elegans ‘Giants of California’',
    tint: 'sage',
    summary: 'Two packets, coral and lilac, saved at Keilor. Sow now and cut your own by the end of January.',
    description: `Zinnias are the easiest cut flower there is: warm soil, full sun, water at the roots. Sow them where
      they are to grow, a finger-joint deep, any time from Melbourne Cup to New Year.

      The more you cut, the more they flower. We may be talking ourselves out of business.`,
    care: { Sowing: 'Half a centimetre deep, 25 cm apart, full sun. Up in a week, in flower in nine to ten.' },
    facts: { Sow: 'October to January', Flowers: 'January to April', Contains: 'About 60 seeds in all' },
    stockBy: 'variant',
    drawing: { presentation: 'table' },
    variants: [only({ price: 900, bench: 1, measure: '2 packets', onHand: 85, recipe: { seeds: 1 } })],
    facets: {
      occasion: ['thank-you', 'housewarming', 'no-reason'],
      season: ['spring', 'summer'],
      mood: ['bright'],
      type: ['garden'],
    },
    addOns: [],
    alt: 'Two paper seed packets, one with a coral and one with a lilac flower, and a few seeds spilled',
  },
  {
    slug: 'brass-mister',
    name: 'Brass Mister',
    latinName: 'For ferns and other fusspots',
    tint: 'lilac',
    summary: `A fine, slow mist for ferns, orchids and anything else that thinks Melbourne is too dry. It thinks
      right.`,
    description: `Solid brass with a replaceable washer. It goes brown with use; that is the brass, not the dirt, and
      lemon juice takes it back if you mind.

      Sold out until the maker’s next batch in February.`,
    care: { Use: 'Rainwater if you can. Tap water leaves freckles on leaves.' },
    facts: { Holds: '300 ml', Made: 'Of brass, with a rubber washer' },
    stockBy: 'variant',
    drawing: { presentation: 'table' },
    variants: [only({ price: 3400, bench: 1, cm: [17, 8], measure: '300 ml', onHand: 0, recipe: { mister: 1 } })],
    facets: { occasion: ['housewarming', 'birthday'], season: ['all-year'], type: ['garden', 'home'] },
    addOns: [],
    alt: 'A brass plant mister sending out a fine spray',
  },
])
