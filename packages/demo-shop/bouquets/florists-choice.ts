import { products, size } from '../product.ts'

/** Its sizes are budgets: what is in it is whatever was best that morning, so it counts no stems. */
export const floristsChoice = products('bouquet', [
  {
    slug: 'florists-choice',
    name: 'Florist’s Choice',
    latinName: 'Whatever is best',
    tint: 'sage',
    summary: `You say what it may cost, and we choose. It is made to be subscribed to: no two weeks are the same, and none
      is ever out of season.`,
    description: `You give us a budget and leave the rest to whoever is at the bench. We spend all of it on stems, and
      on the ones that were best at the market that day, which is how you get the good things in the short weeks they
      are good.

      By subscription it comes every week, every second one, every month, quarter or year, or on a day that we don’t
      tell you. If there is something you can’t have in the house, say so in the note; we read it every time.`,
    care: {
      'On arrival': 'Recut the stems on a slant and give them deep, cool water. What needs more is on the label.',
      Later: 'Change the water every second day, and take out what is over first: the rest lasts longer.',
      Pets: 'It is different each time. If a cat or a dog lives there, write it in the note, and we keep to what is safe.',
    },
    facts: {
      Kinds: 'Five to nine, as the week has them',
      Cut: 'Mostly within two hours of Melbourne',
      Lasts: '6 to 10 days',
    },
    stockBy: 'nothing',
    drawing: { presentation: 'wrapped', paper: 'kraft', ribbon: 'cream' },
    variants: [
      size('sixty', 'Up to $60', {
        price: 6000,
        bench: 9,
        cm: [35, 26],
        measure: 'A small bunch',
        recipe: { 'lisianthus-white': 3, 'carnation-peach': 4, 'stock-white': 2, olive: 3 },
      }),
      size('eighty-five', 'Up to $85', {
        price: 8500,
        bench: 12,
        cm: [40, 32],
        measure: 'A bunch for a table',
        recipe: { 'lisianthus-white': 4, 'carnation-peach': 6, 'stock-white': 3, olive: 4 },
      }),
      size('hundred-twenty', 'Up to $120', {
        price: 12_000,
        bench: 15,
        cm: [48, 40],
        measure: 'A bunch for a room',
        recipe: { 'lisianthus-white': 6, 'carnation-peach': 8, 'stock-white': 4, 'rose-white': 4, olive: 5 },
      }),
    ],
    facets: {
      occasion: ['no-reason', 'thank-you'],
      season: ['all-year'],
      mood: ['loose'],
      colour: ['mixed'],
      type: ['scented'],
    },
    alt: 'A loose bunch of white lisianthus, peach carnations and stock with olive in brown paper and a cream ribbon',
  },
])
