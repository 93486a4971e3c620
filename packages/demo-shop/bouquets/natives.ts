import { large, medium, only, products, small } from '../product.ts'

/** Grown here before there were florists. */
export const natives = products('bouquet', [
  {
    slug: 'waratah-standing',
    name: 'Waratah, Standing',
    latinName: 'Telopea speciosissima, Banksia',
    tint: 'sky',
    summary: `Five waratahs, upright, because that is how they grow and how they look best. Banksia low to one side,
      billy buttons clear of the rim.`,
    description: `A waratah is a hundred small flowers pretending to be one, held in a collar of red bracts. We choose
      heads with the collar whole and the dome still tight in the middle; they finish opening on your table.

      The season is short. Ours come from a hillside at Kinglake in September and end in the last warm week of
      November.

      It takes fourteen minutes to tie and most of that is getting the banksia to sit down.`,
    care: {
      'On arrival': `Cut three centimetres off the woody ends with secateurs, not scissors, and give them a heavy vase:
        they are top-heavy.`,
      Water: 'They drink hard for two days. Fill the vase morning and night, then change the water every second day.',
      Pets: 'Waratah and banksia are not known to harm cats or dogs. Gum leaves upset both if eaten.',
    },
    facts: {
      Kinds: 'Waratah, showy banksia, silver dollar gum, billy buttons',
      Cut: 'Kinglake, heads up',
      Lasts: '10 to 14 days',
    },
    seasonMonths: [9, 10, 11],
    stockBy: 'stems',
    drawing: { presentation: 'wrapped', paper: 'ivory', ribbon: 'terracotta' },
    variants: [
      medium({
        price: 11800,
        bench: 14,
        cm: [50, 34],
        recipe: { 'waratah-red': 5, 'banksia-yellow': 2, 'silver-dollar': 3, 'billy-button': 4 },
      }),
      large({
        price: 17600,
        bench: 19,
        cm: [55, 42],
        recipe: { 'waratah-red': 8, 'banksia-yellow': 3, 'silver-dollar': 4, 'billy-button': 7 },
      }),
    ],
    facets: {
      occasion: ['congratulations', 'thank-you', 'birthday', 'housewarming'],
      season: ['spring'],
      mood: ['bold', 'wild'],
      colour: ['red', 'yellow'],
      type: ['natives'],
    },
    alt: 'Red waratahs with yellow banksia, billy buttons and gum in cream paper',
  },
  {
    slug: 'flannel-flower-and-gum',
    name: 'Flannel Flower & Gum',
    latinName: 'Actinotus helianthi, Eucalyptus cinerea',
    tint: 'butter',
    summary: 'White flannel flowers, soft as the name says, with red gum blossom and blue-grey leaves in brown paper.',
    description: `Flannel flowers look like daisies and are cousins of the carrot. Touch the petals; everyone does. The
      green tips are how you know they are fresh.

      The red is the blossom of yellow gum, Eucalyptus leucoxylon, which flowers pink and red in half the nature strips
      of Melbourne. The leaf is silver dollar.

      It dries where it stands. In three weeks it will be a smaller, paler, perfectly good bunch.`,
    care: {
      'On arrival': `Shake it gently over the sink first: gum blossom sheds its stamens. Then recut and give it cool
        water.`,
      Later: 'When the water is gone, leave it gone. Hung head down for a fortnight the whole bunch dries.',
      Pets: 'Eucalyptus is poisonous to cats and dogs when eaten. Out of reach, please.',
    },
    facts: {
      Kinds: 'Flannel flower, yellow gum blossom, silver dollar gum',
      Cut: 'Tynong North',
      Lasts: '10 to 14 days',
    },
    seasonMonths: [9, 10, 11, 12, 1],
    stockBy: 'variant',
    drawing: { presentation: 'wrapped', paper: 'kraft', ribbon: 'rust' },
    variants: [
      medium({
        price: 8400,
        bench: 12,
        cm: [40, 32],
        onHand: 40,
        recipe: { flannel: 11, 'gum-blossom-coral': 3, 'silver-dollar': 4 },
      }),
      large({
        price: 12200,
        bench: 16,
        cm: [46, 40],
        onHand: 30,
        recipe: { flannel: 17, 'gum-blossom-coral': 5, 'silver-dollar': 6 },
      }),
    ],
    facets: {
      occasion: ['thank-you', 'sympathy', 'housewarming', 'no-reason'],
      season: ['spring', 'summer'],
      mood: ['quiet', 'wild'],
      colour: ['white', 'red'],
      type: ['natives'],
    },
    alt: 'White flannel flowers with red gum blossom and blue-grey leaves in brown paper',
  },
  {
    slug: 'paws-and-billy-buttons',
    name: 'Paws & Billy Buttons',
    latinName: 'Anigozanthos, Pycnosorus globosus',
    tint: 'lilac',
    summary: `Yellow and red kangaroo paws over a scatter of billy buttons. Cheerful, upright, nearly impossible to
      kill.`,
    description: `Kangaroo paws are built for honeyeaters, which perch on the stem and drink from the toes. Without one,
      they simply last.

      Billy buttons are daisies with no petals: a yellow ball on a wire. Together they make a bunch that children draw
      correctly at the first attempt.

      Send it to someone who says they can’t keep flowers alive.`,
    care: {
      'On arrival': `Recut and stand in ten centimetres of water. The stems of paws are hairy and foul it; change it
        twice.`,
      Later: 'Pull the paws out after a fortnight and keep the billy buttons: they dry without being asked.',
      Pets: 'Not known to harm cats or dogs. The gum can upset a stomach; we leave it out if you ask.',
    },
    facts: { Kinds: 'Bush Gold and Bush Ranger paws, billy buttons', Cut: 'Pearcedale', Lasts: '10 to 14 days' },
    seasonMonths: [10, 11, 12, 1, 2],
    stockBy: 'nothing',
    drawing: { presentation: 'bunch', ribbon: 'yellow' },
    variants: [
      small({
        price: 5400,
        bench: 8,
        cm: [50, 24],
        recipe: { 'paw-yellow': 3, 'paw-red': 2, 'billy-button': 7, 'cider-gum': 2 },
      }),
      medium({
        price: 7200,
        bench: 10,
        cm: [55, 30],
        recipe: { 'paw-yellow': 4, 'paw-red': 4, 'billy-button': 11, 'cider-gum': 3 },
      }),
    ],
    facets: {
      occasion: ['birthday', 'get-well', 'thank-you', 'no-reason'],
      season: ['spring', 'summer'],
      mood: ['bright', 'wild'],
      colour: ['yellow', 'red'],
      type: ['natives'],
    },
    alt: 'Yellow and red kangaroo paws standing over yellow billy buttons and grey-green gum, tied with yellow ribbon',
  },
  {
    slug: 'banksia-walk',
    name: 'Banksia Walk',
    latinName: 'Banksia, Leucadendron, Chamelaucium',
    tint: 'sage',
    summary: `Orange banksia, red leucadendron and a froth of Geraldton wax. Heavy in the hand; lasts most of a month
      and then dries.`,
    description: `There is a banksia in flower every week of the year, so this bunch never goes out of season. It only
      changes species: hookeriana in autumn, menziesii in winter, ashbyi in spring.

      Leucadendron isn’t from here at all. It is a South African cousin that has settled in at Pearcedale and colours up
      redder with every cold night.

      The most common message we get about it says: it’s still going.`,
    care: {
      'On arrival': 'Crush nothing, hammer nothing. A clean slanted cut with secateurs is all that woody stems want.',
      'To dry it': `Let the vase run dry after two weeks. Banksia turns brown and stays; the wax drops, so shake it
        outside.`,
      Pets: 'Not known to harm cats or dogs.',
    },
    facts: { Kinds: 'Banksia, Safari Sunset, Geraldton wax, olive', Cut: 'Pearcedale', Lasts: '3 weeks, then dried' },
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'hessian', ribbon: 'rust' },
    variants: [
      medium({
        price: 8800,
        bench: 13,
        cm: [45, 34],
        recipe: { 'banksia-orange': 4, 'leucadendron-red': 5, 'wax-pink': 3, olive: 3 },
      }),
      large({
        price: 13200,
        bench: 18,
        cm: [50, 42],
        recipe: { 'banksia-orange': 6, 'leucadendron-red': 8, 'wax-pink': 4, olive: 4 },
      }),
    ],
    facets: {
      occasion: ['housewarming', 'thank-you', 'congratulations'],
      season: ['all-year'],
      mood: ['wild', 'bold'],
      colour: ['orange', 'red'],
      type: ['natives'],
    },
    alt: 'Orange banksias with red leucadendron, pink Geraldton wax and olive leaves in hessian',
  },
  {
    slug: 'king-protea-and-company',
    name: 'King Protea & Company',
    latinName: 'Protea cynaroides, Leucadendron',
    tint: 'butter',
    summary: `One king protea, as wide as a bread plate, with green leucadendron to stand behind it. That is the
      bouquet.`,
    description: `Protea cynaroides is the size of a face and about as expressive. One is enough; two compete. We put it
      slightly off centre and let the rest be leaves.

      It comes from the same old family as banksias and waratahs, from when Africa and Australia were one piece of land,
      so it looks at home beside them.

      It suits a desk, a front counter, and anyone who distrusts pink frills.`,
    care: {
      'On arrival': 'It is thirsty. Recut the stem, fill the vase right up, and fill it again the next morning.',
      Later: 'After two weeks the bracts brown from the tips. Empty the vase and it dries whole.',
      Pets: 'Not known to harm cats or dogs.',
    },
    facts: { Kinds: 'King protea, green leucadendron, rice flower', Cut: 'Red Hill', Lasts: '2 to 3 weeks' },
    stockBy: 'variant',
    drawing: { presentation: 'wrapped', paper: 'sage', ribbon: 'terracotta' },
    variants: [
      only({
        price: 7400,
        bench: 10,
        cm: [42, 32],
        onHand: 32,
        measure: '1 protea and 9 stems',
        recipe: { 'protea-blush': 1, 'leucadendron-lime': 6, 'rice-flower-white': 3 },
      }),
    ],
    facets: {
      occasion: ['congratulations', 'birthday', 'thank-you'],
      season: ['all-year'],
      mood: ['bold', 'quiet'],
      colour: ['blush', 'green'],
      type: ['natives'],
    },
    alt: 'One large blush king protea among green leucadendron and white rice flower in sage paper',
  },
  {
    slug: 'gippsland-red',
    name: 'Gippsland Red',
    latinName: 'Banksia coccinea, Protea, Leucadendron',
    tint: 'clay',
    summary: `Scarlet banksia, pink ice protea and dark red leucadendron in ink-blue paper. Our loudest native
      bouquet.`,
    description: `Everything in it is red, and none of it the same red. The banksia is scarlet over grey felt, the
      protea is rose with a white edge, the leucadendron is the colour of a good shiraz.

      A grower at Tynong plants it in rows between the cattle. The cattle have tried the leucadendron and prefer
      grass.

      Ink paper, because brown made it look like autumn.`,
    care: {
      'On arrival': `Recut with secateurs and strip every leaf that would stand in water. Protea leaves blacken
        early; pull them off.`,
      Water: 'Deep and fresh. These are shrubs; they drink like shrubs.',
      Pets: 'Not known to harm cats or dogs.',
    },
    facts: { Kinds: 'Scarlet banksia, pink ice, Safari Sunset', Cut: 'Tynong', Lasts: '2 to 3 weeks' },
    seasonMonths: [7, 8, 9, 10, 11, 12],
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'ink', ribbon: 'red' },
    variants: [
      medium({
        price: 9600,
        bench: 14,
        cm: [45, 34],
        recipe: { 'banksia-coral': 3, 'protea-pink': 3, 'leucadendron-red': 5, magnolia: 3 },
      }),
      large({
        price: 14400,
        bench: 19,
        cm: [50, 42],
        recipe: { 'banksia-coral': 5, 'protea-pink': 4, 'leucadendron-red': 8, magnolia: 4 },
      }),
    ],
    facets: {
      occasion: ['congratulations', 'anniversary', 'birthday'],
      season: ['winter', 'spring'],
      mood: ['bold', 'wild'],
      colour: ['red', 'pink'],
      type: ['natives'],
    },
    alt: 'Scarlet banksia, pink proteas and dark red leucadendron in ink-blue paper with a red ribbon',
  },
])
