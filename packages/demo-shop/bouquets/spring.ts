import { medium, products, small } from '../product.ts'

/** August to December: bulbs, corms, shrubs and things that climb strings. */
export const spring = products('bouquet', [
  {
    slug: 'ranunculus-every-colour',
    name: 'Ranunculus, Every Colour',
    latinName: 'Ranunculus asiaticus',
    tint: 'sage',
    summary: 'A hundred petals a flower, thin as tissue, in every colour the grower planted. No greenery; no need.',
    description: `They grow from something that looks like a dried claw and flower like an origami rose. We buy mixed
      buckets and don’t sort them, because somebody’s taste would get in the way.

      The stems are hollow and bend under the weight by day four. Cut them short then and float the heads in a bowl.`,
    care: {
      'On arrival': 'Ten centimetres of cold water, no more: hollow stems go soft in a full vase.',
      'If they bend': 'Let them. Or wrap the bunch tightly in paper and stand it in cold water for two hours.',
      Pets: 'A buttercup, so the sap irritates mouths. Keep from cats, dogs and rabbits.',
    },
    facts: { Kinds: 'Elegance, mixed', Cut: 'Tyabb', Lasts: '7 to 9 days' },
    seasonMonths: [8, 9, 10, 11],
    stockBy: 'nothing',
    drawing: { presentation: 'bunch', ribbon: 'yellow' },
    variants: [
      small({
        price: 4800,
        bench: 8,
        cm: [32, 22],
        recipe: { 'ranunculus-pink': 3, 'ranunculus-yellow': 3, 'ranunculus-peach': 3, 'ranunculus-white': 2 },
      }),
      medium({
        price: 6400,
        bench: 9,
        cm: [36, 28],
        recipe: { 'ranunculus-pink': 5, 'ranunculus-yellow': 4, 'ranunculus-peach': 4, 'ranunculus-white': 3 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'get-well', 'no-reason', 'thank-you'],
      season: ['spring'],
      mood: ['bright', 'loose'],
      colour: ['mixed', 'pink', 'yellow'],
      type: ['ranunculus'],
    },
    alt: 'Pink, yellow, peach and white ranunculus in a round bunch with a yellow ribbon',
  },
  {
    slug: 'sweet-peas-picked',
    name: 'Sweet Peas, Picked',
    latinName: 'Lathyrus odoratus',
    tint: 'butter',
    summary: `Pink, lilac and white, picked the same morning, because they last four days and one of them shouldn’t
      be ours.`,
    description: `Planted on St Patrick’s Day by everyone’s grandfather and in flower from September. We get ours from
      a woman in Keilor who grows eleven rows and sings to them, she says, for the bees.

      The scent is orange blossom and honey. It is the whole reason; on looks alone you would choose something
      sturdier.`,
    care: {
      'On arrival': 'Trim, cool water, and out of the sun. Mist the flowers in hot weather.',
      Later: 'On day four they go translucent and drop. Enjoy that too; it is rather pretty.',
      Pets: 'Poisonous to cats, dogs and horses if eaten, the seeds especially.',
    },
    facts: {
      Kinds: 'Spencer and old-fashioned',
      Cut: 'Keilor, that morning',
      Lasts: '4 to 5 days',
      Scent: 'Strong: orange blossom',
    },
    seasonMonths: [9, 10, 11, 12],
    stockBy: 'variant',
    drawing: { presentation: 'bunch', ribbon: 'lilac' },
    variants: [
      small({
        price: 3600,
        bench: 8,
        cm: [26, 18],
        onHand: 36,
        recipe: { 'sweet-pea-pink': 6, 'sweet-pea-lilac': 5, 'sweet-pea-white': 4 },
      }),
      medium({
        price: 4800,
        bench: 9,
        cm: [28, 24],
        onHand: 30,
        recipe: { 'sweet-pea-pink': 9, 'sweet-pea-lilac': 8, 'sweet-pea-white': 6 },
      }),
    ],
    facets: {
      occasion: ['new-baby', 'thank-you', 'birthday', 'no-reason'],
      season: ['spring'],
      mood: ['loose', 'romantic'],
      colour: ['pink', 'purple', 'white'],
      type: ['scented'],
    },
    alt: 'Pink, lilac and white sweet peas in a loose bunch tied with lilac ribbon',
  },
  {
    slug: 'freesias-for-the-hall',
    name: 'Freesias for the Hall',
    latinName: 'Freesia refracta hybrids',
    tint: 'lilac',
    summary: 'Yellow and white freesias, thirty in the hand. Put them where people come in.',
    description: `Each stem carries a row of buds bent at a right angle, like people in a queue looking the same way.
      They open one by one from the front.

      Freesias have gone wild along half the railway lines in Melbourne. These are the bred kind, taller, with the
      scent left in, which breeders often forget.`,
    care: {
      'On arrival': 'Cut a centimetre, cool water, and nip off the last tiny bud at the tip: the rest open better.',
      Daily: 'Pull off each flower as it shrivels. The next one is waiting.',
      Pets: 'Not known to harm cats or dogs.',
    },
    facts: {
      Kinds: 'Yellow and white',
      Cut: 'Clyde, first bud open',
      Lasts: '7 to 10 days',
      Scent: 'Pepper and strawberries',
    },
    seasonMonths: [8, 9, 10, 11],
    stockBy: 'nothing',
    drawing: { presentation: 'bunch', ribbon: 'butter' },
    variants: [
      small({ price: 3400, bench: 8, cm: [34, 20], recipe: { 'freesia-yellow': 9, 'freesia-white': 6 } }),
      medium({ price: 4400, bench: 8, cm: [36, 24], recipe: { 'freesia-yellow': 16, 'freesia-white': 14 } }),
    ],
    facets: {
      occasion: ['get-well', 'housewarming', 'thank-you', 'no-reason'],
      season: ['spring'],
      mood: ['bright', 'loose'],
      colour: ['yellow', 'white'],
      type: ['bulbs', 'scented'],
    },
    alt: 'A bunch of yellow and white freesias with a butter-yellow ribbon',
  },
  {
    slug: 'blue-room',
    name: 'Blue Room',
    latinName: 'Iris × hollandica, Matthiola incana',
    tint: 'clay',
    summary: `Blue and purple Dutch iris with lilac stock behind. As close to blue as a spring garden gets without
      cheating.`,
    description: `An iris opens in one move, usually while you are out of the room. Each flower has a yellow landing
      strip for bees, and it is the only warm thing in the bouquet.

      Iris are brief: three days each. We send them in tight bud and the stock, which smells of cloves, carries on
      afterwards.`,
    care: {
      'On arrival': 'Trim on a slant and put in cold water at once. Iris cut dry often refuse to open.',
      Later: 'A second bud sits below the first. Pull off the spent flower and give it two days.',
      Pets: 'Iris are poisonous to cats and dogs, the lower stem most of all.',
    },
    facts: {
      Kinds: 'Blue Magic iris, lilac stock',
      Cut: 'Silvan and Keysborough',
      Lasts: '3 to 6 days',
      Scent: 'Cloves',
    },
    seasonMonths: [8, 9, 10, 11],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'lilac', ribbon: 'purple' },
    variants: [
      medium({
        price: 7400,
        bench: 10,
        cm: [48, 30],
        recipe: { 'iris-blue': 6, 'iris-purple': 5, 'stock-lilac': 5, 'silver-dollar': 3 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'thank-you', 'sympathy', 'congratulations'],
      season: ['spring'],
      mood: ['quiet', 'bold'],
      colour: ['blue', 'purple'],
      type: ['bulbs', 'scented'],
    },
    alt: 'Blue and purple irises with lilac stock and gum leaves in lilac paper',
  },
  {
    slug: 'rice-flower-posy',
    name: 'Rice Flower Posy',
    latinName: 'Ozothamnus diosmifolius, Actinotus',
    tint: 'sky',
    summary: `A tight native posy, the size of two hands: flannel flowers ringed with pink and white rice flower. It
      dries.`,
    description: `Rice flower is a daisy that never quite opens: hundreds of papery buds on top of a stiff green stem.
      It smells faintly of curry in the sun and of nothing indoors, which hospitals appreciate.

      We tie it small so it stands in a water glass.`,
    care: {
      'On arrival': 'Strip the needles below the tie and stand it in a glass. Change the water every second day.',
      'To dry it': 'Hang it upside down before the buds open fully. The pink holds for a year.',
      Pets: 'Not known to harm cats or dogs.',
    },
    facts: {
      Kinds: 'Pink and white rice flower, flannel flower',
      Cut: 'Gembrook',
      Lasts: '10 to 14 days',
      Scent: 'Almost none',
    },
    seasonMonths: [10, 11, 12],
    stockBy: 'variant',
    drawing: { presentation: 'bunch', ribbon: 'blush' },
    variants: [
      small({
        price: 4800,
        bench: 8,
        cm: [24, 20],
        onHand: 34,
        recipe: { 'rice-flower-pink': 4, 'rice-flower-white': 3, flannel: 11 },
      }),
    ],
    facets: {
      occasion: ['get-well', 'new-baby', 'thank-you', 'sympathy'],
      season: ['spring'],
      mood: ['quiet', 'wild'],
      colour: ['pink', 'white'],
      type: ['natives'],
    },
    alt: 'A small bunch of white flannel flowers ringed with pink and white rice flower, with a blush ribbon',
  },
  {
    slug: 'wax-and-thryptomene',
    name: 'Wax & Thryptomene',
    latinName: 'Chamelaucium uncinatum, Thryptomene calycina',
    tint: 'blush',
    summary: 'Two native shrubs in full small flower: a cloud with stems. Smells of lemon when you brush past.',
    description: `Most bouquets use these two as filler. Left to themselves they make the bunch we put on our own
      counter in August, when not much else is awake.

      Thryptomene grows wild in the Grampians and is farmed all along the foot of them. Geraldton wax has waxy,
      five-petalled flowers and needle leaves that smell of lemon if you crush one.

      Lay sprigs along a table and you have decorated for dinner.`,
    care: {
      'On arrival': `Strip the lower third of the stems: the fine leaves foul water quickly. Mist it if the room is
        heated.`,
      Later: 'Some flowers drop after a week. Stand it on a tray, or don’t mind.',
      Pets: 'Not known to harm cats or dogs.',
    },
    facts: { Kinds: 'Pink and white wax, thryptomene', Cut: 'Near Horsham and Pearcedale', Lasts: '10 to 12 days' },
    seasonMonths: [7, 8, 9, 10, 11],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'sage', ribbon: 'magenta' },
    variants: [
      small({ price: 4900, bench: 8, cm: [42, 30], recipe: { 'wax-pink': 5, 'wax-white': 3, thryptomene: 4 } }),
      medium({ price: 6800, bench: 10, cm: [48, 38], recipe: { 'wax-pink': 7, 'wax-white': 5, thryptomene: 6 } }),
    ],
    facets: {
      occasion: ['thank-you', 'get-well', 'sympathy', 'no-reason'],
      season: ['winter', 'spring'],
      mood: ['quiet', 'wild'],
      colour: ['pink', 'white'],
      type: ['natives'],
    },
    alt: 'A cloud of pink and white Geraldton wax with white thryptomene in sage paper',
  },
  {
    slug: 'tulips-by-the-armful',
    name: 'Tulips by the Armful',
    latinName: 'Tulipa',
    tint: 'lilac',
    summary: 'Pink and apricot tulips, twenty at least, wrapped with their leaves on. They keep growing in the vase.',
    description: `A cut tulip doesn’t know it has been cut. It grows a centimetre a day, turns to the light, closes at
      night, and by Friday has rearranged itself better than we could.

      Silvan’s red soil has been growing them since the 1930s. We buy from July, when the first ones come in under
      cover, until the fields are ploughed in October.`,
    care: {
      'On arrival': `Cut straight across, five centimetres of cold water, leave the paper on for two hours so they
        stand up.`,
      Daily: 'Top up, don’t change. A coin in the vase does nothing. Cold does everything.',
      Pets: 'Tulips are poisonous to cats, dogs and horses; the bulb most of all.',
    },
    facts: { Kinds: 'Single late, pink and apricot', Cut: 'Silvan, in colour but closed', Lasts: '5 to 7 days' },
    seasonMonths: [7, 8, 9, 10],
    stockBy: 'nothing',
    drawing: { presentation: 'bunch' },
    variants: [
      small({ price: 3800, bench: 8, cm: [36, 24], recipe: { 'tulip-pink': 6, 'tulip-apricot': 5 } }),
      medium({ price: 5200, bench: 8, cm: [38, 30], recipe: { 'tulip-pink': 11, 'tulip-apricot': 10 } }),
    ],
    facets: {
      occasion: ['birthday', 'get-well', 'no-reason', 'thank-you'],
      season: ['winter', 'spring'],
      mood: ['bright', 'loose'],
      colour: ['pink', 'orange'],
      type: ['tulips', 'bulbs'],
    },
    alt: 'A big bunch of pink and apricot tulips tied with twine',
  },
])
