import { only, products, size } from '../product.ts'

/** Grown for their leaves. Every one comes in its pot, watered, with a saucer. */
export const leafy = products('plant', [
  {
    slug: 'monstera-with-room-to-grow',
    name: 'Monstera, With Room to Grow',
    latinName: 'Monstera deliciosa',
    tint: 'butter',
    summary: 'The Swiss cheese plant. New leaves arrive rolled and whole, then split. Give it a metre and a stake.',
    description: `Monstera is a climber that thinks your bookshelf is a tree. The holes come with age and light, so
      put it where it can see a window.

      The long brown ropes are aerial roots. Tuck them into the pot or let them hang; don’t cut them.`,
    care: {
      Light: 'Bright, out of the midday sun. In a dark corner the leaves stay plain.',
      Water: 'When the top five centimetres are dry. Wipe the leaves when you can write your name on them.',
      Pets: 'Irritates mouths and stomachs of cats and dogs if chewed.',
    },
    facts: { Pot: 'Ivory ceramic', Grows: '2 m indoors, sideways', Place: 'A bright corner' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'ivory' },
    variants: [
      size('17', '17 cm pot', {
        price: 5900,
        bench: 3,
        cm: [55, 50],
        measure: '17 cm pot',
        onHand: 11,
        recipe: { monstera: 1 },
      }),
      size('25', '25 cm pot', {
        price: 11_900,
        bench: 5,
        cm: [90, 80],
        measure: '25 cm pot',
        onHand: 4,
        recipe: { monstera: 1 },
      }),
    ],
    facets: {
      occasion: ['housewarming', 'congratulations', 'birthday'],
      season: ['all-year'],
      mood: ['bold', 'wild'],
      colour: ['green'],
      type: ['leafy-plants'],
    },
    alt: 'A monstera with large split leaves in an ivory pot',
  },
  {
    slug: 'fiddle-leaf-fig',
    name: 'Fiddle-Leaf Fig',
    latinName: 'Ficus lyrata',
    tint: 'sky',
    summary: 'A small tree with leaves like violins. Handsome, and sensitive about being moved. Choose the spot first.',
    description: `It drops leaves when it is moved, over-watered, under-watered, or stood in a draught. In a good
      spot, left alone, it grows a leaf a month for twenty years.

      Ours have been standing in the shop window for three weeks, so the sulking is done.`,
    care: {
      Light: 'As bright as you have, with a little morning sun. Turn it a quarter every month.',
      Water: 'Deeply, then wait until the top third is dry. The same day each week suits it.',
      Pets: 'The milky sap irritates cats, dogs and skin.',
    },
    facts: { Pot: 'Charcoal ceramic', Grows: '2 to 3 m in time', Place: 'By an east window' },
    leadDays: 1,
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'charcoal' },
    variants: [
      only({
        price: 13_900,
        bench: 5,
        cm: [110, 50],
        measure: '25 cm pot, about 1.1 m',
        onHand: 3,
        recipe: { 'fiddle-leaf': 1 },
      }),
    ],
    facets: {
      occasion: ['housewarming', 'congratulations'],
      season: ['all-year'],
      mood: ['bold'],
      colour: ['green'],
      type: ['leafy-plants'],
    },
    alt: 'A fiddle-leaf fig with large glossy leaves in a charcoal pot',
  },
  {
    slug: 'snake-plant-for-a-desk',
    name: 'Snake Plant for a Desk',
    latinName: 'Dracaena trifasciata',
    tint: 'blush',
    summary: `Upright, striped and almost impossible to offend. Water it when you remember; it would rather you
      forgot.`,
    description: `It takes low light, dry air and long weekends. The only way to kill it is kindness, in the form of a
      weekly watering can.

      It used to be called Sansevieria, and mother-in-law’s tongue. Botanists changed the first and manners the
      second.`,
    care: {
      Light: 'Any. It grows faster in more.',
      Water: 'Once a month in winter, every fortnight in summer. Bone dry in between.',
      Pets: 'Upsets the stomachs of cats and dogs if eaten.',
    },
    facts: { Pot: 'Sage ceramic', Grows: 'To 80 cm, slowly', Place: 'Anywhere' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'sage' },
    variants: [
      size('12', '12 cm pot', {
        price: 3600,
        bench: 2,
        cm: [35, 16],
        measure: '12 cm pot',
        onHand: 22,
        recipe: { 'snake-plant': 1 },
      }),
      size('20', '20 cm pot', {
        price: 7200,
        bench: 3,
        cm: [75, 28],
        measure: '20 cm pot',
        onHand: 7,
        recipe: { 'snake-plant': 1 },
      }),
    ],
    facets: {
      occasion: ['housewarming', 'thank-you', 'congratulations', 'no-reason'],
      season: ['all-year'],
      mood: ['quiet'],
      colour: ['green'],
      type: ['leafy-plants'],
    },
    alt: 'A snake plant with upright banded leaves in a sage-green pot',
  },
  {
    slug: 'devils-ivy-going-places',
    name: 'Devil’s Ivy, Going Places',
    latinName: 'Epipremnum aureum',
    tint: 'sage',
    summary: 'Heart-shaped leaves on stems that run. Put it on a shelf and in a year it will have read all the spines.',
    description: `The easiest trailing plant there is. It grows in water, in soil, in bathrooms, in the back of the
      library.

      Cut any stem below a leaf, put it in a glass, and there is your next one. Most of the devil’s ivy in Melbourne is
      probably the same plant.`,
    care: {
      Light: 'Nearly any. The yellow marbling fades in the dark.',
      Water: 'When the leaves lose their shine. It droops first, then recovers.',
      Pets: 'Irritates mouths of cats and dogs if chewed. It trails, so hang it high.',
    },
    facts: { Pot: 'Terracotta', Grows: 'Metres', Place: 'A shelf' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'terracotta' },
    variants: [only({ price: 3200, bench: 2, cm: [45, 30], measure: '13 cm pot', onHand: 20, recipe: { pothos: 1 } })],
    facets: {
      occasion: ['housewarming', 'thank-you', 'no-reason', 'birthday'],
      season: ['all-year'],
      mood: ['wild'],
      colour: ['green'],
      type: ['leafy-plants'],
    },
    alt: 'A trailing devil’s ivy with heart-shaped leaves in a terracotta pot',
  },
  {
    slug: 'zz-plant-for-dark-corners',
    name: 'ZZ Plant for Dark Corners',
    latinName: 'Zamioculcas zamiifolia',
    tint: 'butter',
    summary: 'Glossy feathers from a potato. Lives where the phone signal doesn’t, on a cup of water a month.',
    description: `It stores its water underground and its patience everywhere. New stems come up folded, pale green, and
      polish themselves.

      We have one in our cool-room corridor under a single fluorescent tube. It has been there since 2021.`,
    care: {
      Light: 'Low is fine; bright is better. No hot sun.',
      Water: 'Monthly. If in doubt, don’t.',
      Pets: 'Irritates mouths and stomachs of cats and dogs if chewed.',
    },
    facts: { Pot: 'Terracotta', Grows: 'To 80 cm', Place: 'The corner nothing else likes' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'terracotta' },
    variants: [
      size('14', '14 cm pot', {
        price: 4200,
        bench: 2,
        cm: [45, 35],
        measure: '14 cm pot',
        onHand: 14,
        recipe: { 'zz-plant': 1 },
      }),
      size('20', '20 cm pot', {
        price: 8400,
        bench: 3,
        cm: [75, 60],
        measure: '20 cm pot',
        onHand: 5,
        recipe: { 'zz-plant': 1 },
      }),
    ],
    facets: {
      occasion: ['housewarming', 'congratulations', 'thank-you'],
      season: ['all-year'],
      mood: ['quiet'],
      colour: ['green'],
      type: ['leafy-plants'],
    },
    alt: 'A ZZ plant with glossy feathered stems in a terracotta pot',
  },
  {
    slug: 'rubber-plant-burgundy',
    name: 'Rubber Plant, Burgundy',
    latinName: 'Ficus elastica ‘Burgundy’',
    tint: 'sage',
    summary: `Leaves like polished boots, nearly black, each unwrapping from a red sheath. Stands up straight by
      itself.`,
    description: `Every Fitzroy terrace had one in 1975 and they were right. It is sturdier than its cousin the
      fiddle-leaf and holds no grudges about being moved.

      The darker the leaf, the more light it needs to stay that way.`,
    care: {
      Light: 'Bright, some morning sun. In shade it goes green and leggy.',
      Water: 'When the top few centimetres dry. Dust the leaves with a damp cloth.',
      Pets: 'The sap irritates cats, dogs and skin.',
    },
    facts: { Pot: 'Charcoal ceramic', Grows: '2 m in time', Place: 'A bright hall' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'charcoal' },
    variants: [
      only({ price: 6900, bench: 3, cm: [65, 35], measure: '17 cm pot', onHand: 9, recipe: { 'rubber-plant': 1 } }),
    ],
    facets: {
      occasion: ['housewarming', 'congratulations', 'birthday'],
      season: ['all-year'],
      mood: ['bold'],
      colour: ['red', 'green'],
      type: ['leafy-plants'],
    },
    alt: 'A rubber plant with dark burgundy leaves in a charcoal pot',
  },
  {
    slug: 'maidenhair-damp-and-happy',
    name: 'Maidenhair, Damp and Happy',
    latinName: 'Adiantum raddianum',
    tint: 'clay',
    summary: 'Black wire stems and leaves like confetti. Wants a bathroom, hates a heater, and is safe for every pet.',
    description: `People are proud of killing these. The trick is dull: never let it dry out, not once, and keep it
      out of moving air.

      If it does crisp, cut the whole plant to the soil, keep it wet, and in three weeks a fuzz of fiddleheads
      appears.`,
    care: {
      Light: 'Soft. A bathroom with frosted glass is ideal.',
      Water: 'Little and often; the soil should feel like a wrung sponge. Stand it on wet pebbles.',
      Pets: 'Safe for cats and dogs.',
    },
    facts: { Pot: 'Blue ceramic', Grows: 'To 40 cm across', Place: 'The bathroom' },
    stockBy: 'variant',
    drawing: { presentation: 'pot', pot: 'blue' },
    variants: [
      only({ price: 3400, bench: 2, cm: [28, 34], measure: '13 cm pot', onHand: 13, recipe: { maidenhair: 1 } }),
    ],
    facets: {
      occasion: ['thank-you', 'get-well', 'housewarming', 'no-reason'],
      season: ['all-year'],
      mood: ['quiet', 'wild'],
      colour: ['green'],
      type: ['leafy-plants'],
    },
    addOns: ['brass-mister', 'hill-honey', 'letterpress-card', 'twelve-chocolates'],
    alt: 'A maidenhair fern with fine pale fronds in a blue pot',
  },
])
