import { large, medium, products, small } from '../product.ts'

/** The names the shop is known by. */
export const house = products('bouquet', [
  {
    slug: 'saturday-peonies',
    name: 'Saturday Peonies',
    latinName: 'Paeonia lactiflora ‘Coral Charm’',
    tint: 'blush',
    summary: `Eleven peonies and nothing to distract from them. They come tight and open over the weekend, coral fading
      to apricot.`,
    description: `Three varieties, because they open on different days: Coral Charm first, Sarah Bernhardt a day behind,
      and a pale one to finish. By Monday the bunch has been three different bunches.

      We buy them marshmallow-soft in the bud, which is the only stage worth paying for. Harder than that and they may
      never open; softer and they bruise on the way to you.

      They are in for eight weeks and then they are over. We don’t sell flown-in peonies in July, because those don’t
      open either.`,
    care: {
      'On arrival': `Trim two centimetres off each stem on a slant, strip any leaf below the water, and use lukewarm
        water in a clean vase.`,
      'If they sulk': `Wash the sap off the bud with a warm, damp cloth and leave it in a bright room overnight. Most
        give in.`,
      Pets: `Peonies upset the stomachs of cats, dogs and horses. Keep them out of reach, or choose Snapdragon, Nothing
        Else, which is safe for all three.`,
    },
    facts: {
      Kinds: 'Coral Charm, Sarah Bernhardt and a blush',
      Cut: 'Monbulk, in bud',
      Lasts: '6 to 8 days, longer if kept cool',
    },
    seasonMonths: [10, 11, 12],
    stockBy: 'stems',
    drawing: { presentation: 'bunch', ribbon: 'coral' },
    variants: [
      small({ price: 9500, bench: 8, cm: [35, 25], recipe: { 'peony-coral': 4, 'peony-pink': 2, 'peony-blush': 1 } }),
      medium({
        price: 12800,
        bench: 12,
        cm: [40, 30],
        recipe: { 'peony-coral': 6, 'peony-pink': 3, 'peony-blush': 2 },
      }),
      large({ price: 18900, bench: 16, cm: [45, 38], recipe: { 'peony-coral': 9, 'peony-pink': 5, 'peony-blush': 4 } }),
    ],
    facets: {
      occasion: ['birthday', 'anniversary', 'thank-you', 'no-reason'],
      season: ['spring'],
      mood: ['romantic', 'loose'],
      colour: ['coral', 'pink', 'blush'],
      type: ['peonies', 'scented'],
    },
    alt: 'A round bunch of coral, pink and blush peonies tied with a coral ribbon',
  },
  {
    slug: 'rose-street-bunch',
    name: 'Rose Street Bunch',
    latinName: 'Ranunculus, Papaver, Eucalyptus',
    tint: 'butter',
    summary: `Our choice, every day: the best of what Ada carried in this morning, in brown paper. The picture is a good
      week in November; yours will be a good week too.`,
    description: `This is the bunch we would take home. There is no fixed recipe, only a rule: one flower to look at,
      two to keep it company, something that smells of the bush.

      In spring that means ranunculus and poppies, in February dahlias and zinnias, in June hellebores and the first
      wattle. If you can’t stand a flower, or can’t have it near the cat, say so in the note and we leave it out.

      It is also our best value, because we only put in what was good and cheap that day.`,
    care: {
      'On arrival': 'Leave the tie on, cut all the stems together on a slant, and stand them in a jug of cool water.',
      Daily: 'Take out what goes first. Poppies drop after five days; the gum will see out the fortnight.',
      Pets: 'Changes daily, so assume it is not for chewing. Tell us about the cat and we leave the risky stems out.',
    },
    facts: { Kinds: 'Whatever is best that morning', Cut: 'Within two hours of Melbourne', Lasts: '6 to 9 days' },
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'kraft', ribbon: 'coral' },
    variants: [
      small({
        price: 6900,
        bench: 9,
        cm: [32, 24],
        recipe: { 'ranunculus-apricot': 3, 'poppy-coral': 2, 'anemone-white': 2, 'silver-dollar': 2 },
      }),
      medium({
        price: 9200,
        bench: 12,
        cm: [38, 30],
        recipe: { 'ranunculus-apricot': 5, 'poppy-coral': 4, 'anemone-white': 3, 'silver-dollar': 3 },
      }),
      large({
        price: 13800,
        bench: 17,
        cm: [44, 38],
        recipe: { 'ranunculus-apricot': 8, 'poppy-coral': 5, 'anemone-white': 5, 'silver-dollar': 5 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'thank-you', 'get-well', 'housewarming', 'no-reason'],
      season: ['all-year'],
      mood: ['loose', 'bright'],
      colour: ['mixed', 'coral'],
      type: ['ranunculus', 'poppies'],
    },
    alt: 'A mixed bouquet of apricot ranunculus, coral poppies, white anemones and gum in brown paper',
  },
  {
    slug: 'iceland-poppies-opening',
    name: 'Iceland Poppies, Opening',
    latinName: 'Papaver nudicaule',
    tint: 'clay',
    summary: `They arrive shut, hairy and hanging their heads. Put them by a window and watch: the caps come off by
      lunch.`,
    description: `A poppy opens like a creased silk shirt coming out of a suitcase, and then irons itself. Coral, yellow
      and white, one after another for about five days.

      We sear the cut ends over a flame on the bench, which stops the sap clouding the water. If you recut the stems you
      need to do that again, so don’t.

      November is the end of them. From December they would rather be seed.`,
    care: {
      'On arrival': 'Don’t recut. Five centimetres of cool water is plenty; poppies rot in a full vase.',
      'Stuck caps': 'If a bud has coloured at the seam and won’t open, lift the cap off with a fingernail.',
      Pets: 'Poppy sap is poisonous to cats, dogs and horses if eaten. Not for a house with chewers.',
    },
    facts: { Kinds: 'Champagne Bubbles, mixed', Cut: 'Clyde, as the bud colours', Lasts: '5 to 6 days' },
    seasonMonths: [6, 7, 8, 9, 10, 11],
    stockBy: 'stems',
    drawing: { presentation: 'bunch', ribbon: 'coral' },
    variants: [
      small({ price: 4600, bench: 8, cm: [38, 22], recipe: { 'poppy-coral': 4, 'poppy-yellow': 3, 'poppy-white': 3 } }),
      medium({
        price: 6800,
        bench: 10,
        cm: [40, 28],
        recipe: { 'poppy-coral': 6, 'poppy-yellow': 5, 'poppy-white': 4 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'get-well', 'thank-you', 'no-reason'],
      season: ['winter', 'spring'],
      mood: ['bright', 'loose'],
      colour: ['coral', 'yellow', 'mixed'],
      type: ['poppies'],
    },
    alt: 'Iceland poppies in coral, yellow and white with a coral ribbon',
  },
  {
    slug: 'snapdragon-nothing-else',
    name: 'Snapdragon, Nothing Else',
    latinName: 'Antirrhinum majus',
    tint: 'sage',
    summary: `Tall, straight and in three pinks. Snapdragons open from the bottom up, so the tip is still in bud when
      the base has had its week.`,
    description: `One flower, by the bunch, because mixed with others it always loses. On its own it is half a metre of
      colour that curves towards the window by the second day and looks better for it.

      Ours come from two glasshouses in Keysborough and, from October, from the open field. The field ones are shorter,
      stouter and smell faintly of soap.

      Squeeze a flower at the sides and it opens its mouth. Nobody is too old for this.`,
    care: {
      'On arrival': `Cut the stems straight, take off the lower third of the leaves, and give them a tall, narrow
        vase.`,
      'As they go': `Pinch out the tip if you want them straight. Pull off spent flowers and the next ones colour
        better.`,
      Pets: 'Safe for cats, dogs and horses.',
    },
    facts: { Kinds: 'Pink, magenta and white', Cut: 'Keysborough, three flowers open', Lasts: '7 to 10 days' },
    seasonMonths: [9, 10, 11, 12],
    stockBy: 'stems',
    drawing: { presentation: 'bunch', ribbon: 'coral' },
    variants: [
      small({
        price: 5800,
        bench: 6,
        cm: [55, 22],
        recipe: { 'snapdragon-pink': 4, 'snapdragon-magenta': 2, 'snapdragon-white': 2 },
      }),
      medium({
        price: 8800,
        bench: 8,
        cm: [60, 28],
        recipe: { 'snapdragon-pink': 6, 'snapdragon-magenta': 4, 'snapdragon-white': 4 },
      }),
    ],
    facets: {
      occasion: ['thank-you', 'congratulations', 'housewarming', 'no-reason'],
      season: ['spring'],
      mood: ['quiet', 'loose'],
      colour: ['pink'],
      type: ['snapdragons'],
    },
    alt: 'A tall bunch of pink, magenta and white snapdragons with a coral ribbon',
  },
  {
    slug: 'garden-rose-loose',
    name: 'Garden Rose, Loose',
    latinName: 'Rosa ‘Pierre de Ronsard’',
    tint: 'lilac',
    summary: 'Blush, peach and cream roses that were on a bush yesterday. Tied the way they fell, and they smell.',
    description: `These are not the straight red roses of February. They are climbers and old shrubs from a garden in
      Silvan, cut with bent stems and the odd earwig, and they smell the way roses are said to.

      A garden rose has eighty petals and no patience. It opens flat in a day and a half, holds for three, and drops in
      one go. We think that is a fair price for the scent.

      The peach ones fade to cream; the cream ones blush at the edge. By the end it is hard to say which was which.`,
    care: {
      'On arrival': 'Cut the stems under the tap and put them in deep, cool water for an hour before you arrange them.',
      'If a head droops': `Wrap the flower in newspaper, cut the stem again and stand it in hot tap water up to the neck
        until it cools.`,
      Pets: 'Safe for cats and dogs, apart from the thorns. We take most of those off.',
    },
    facts: {
      Kinds: 'Pierre de Ronsard, Jude the Obscure and a cream seedling',
      Cut: 'Silvan, at first light',
      Lasts: '4 to 6 days',
      Scent: 'Strong: tea, lemon, a little myrrh',
    },
    seasonMonths: [11, 12, 1, 2, 3, 4, 5],
    stockBy: 'stems',
    drawing: { presentation: 'wrapped', paper: 'lilac', ribbon: 'blush' },
    variants: [
      medium({
        price: 9800,
        bench: 15,
        cm: [38, 30],
        recipe: { 'rose-blush': 5, 'rose-peach': 4, 'rose-cream': 4, olive: 3 },
      }),
      large({
        price: 13800,
        bench: 20,
        cm: [42, 36],
        recipe: { 'rose-blush': 8, 'rose-peach': 6, 'rose-cream': 6, olive: 4 },
      }),
    ],
    facets: {
      occasion: ['anniversary', 'birthday', 'sorry', 'wedding'],
      season: ['summer', 'autumn'],
      mood: ['romantic', 'loose'],
      colour: ['blush', 'cream'],
      type: ['roses', 'scented'],
    },
    alt: 'A bouquet of blush, peach and cream garden roses in lilac paper',
  },
  {
    slug: 'white-wednesday',
    name: 'White Wednesday',
    latinName: 'Paeonia, Rosa, Gypsophila',
    tint: 'clay',
    summary: `White peonies, white roses and baby’s breath. No green to speak of and no colour at all, which is harder
      than it looks.`,
    description: `It began as what was left on a Wednesday after two weddings had been cut. People asked for it again,
      so now we buy for it.

      There are four whites in here if you look: the peony is warm, the rose is cool, the baby’s breath is grey and
      the paper is cream. That is what keeps it from looking like a napkin.

      It goes to births and to funerals, about evenly.`,
    care: {
      'On arrival': `Recut the stems and use a vase that holds them tightly. The peonies need the most water; top it
        up.`,
      'White petals': 'Keep it out of direct sun, which turns the edges brown, and away from the fruit bowl.',
      Pets: 'Peonies and baby’s breath are mildly upsetting to cats and dogs. Put it up high.',
    },
    facts: {
      Kinds: 'Duchesse de Nemours, white roses, baby’s breath',
      Cut: 'Monbulk and Wandin',
      Lasts: '6 to 8 days',
    },
    seasonMonths: [10, 11, 12],
    stockBy: 'stems',
    drawing: { presentation: 'wrapped', paper: 'ivory', ribbon: 'white' },
    variants: [
      small({ price: 9200, bench: 12, cm: [34, 26], recipe: { 'peony-white': 3, 'rose-white': 4, gypsophila: 2 } }),
      medium({ price: 12600, bench: 15, cm: [40, 32], recipe: { 'peony-white': 4, 'rose-white': 7, gypsophila: 3 } }),
      large({ price: 17800, bench: 20, cm: [45, 38], recipe: { 'peony-white': 7, 'rose-white': 9, gypsophila: 5 } }),
    ],
    facets: {
      occasion: ['sympathy', 'new-baby', 'wedding', 'thank-you'],
      season: ['spring'],
      mood: ['quiet', 'romantic'],
      colour: ['white'],
      type: ['peonies', 'roses'],
    },
    alt: 'An all-white bouquet of peonies, roses and baby’s breath in cream paper',
  },
])
