import type { DemoProduct, DemoShop } from '@flora/demo-shop/shape.ts'

const weekdays = [1, 2, 3, 4, 5, 6] as const

const bouquet: DemoProduct = {
  slug: 'coral-charm', name: 'Coral Charm', latinName: 'Paeonia', kind: 'bouquet', tint: 'blush', summary: 'Peonies that fade from coral to cream.',
  description: ['Cut in bud at Monbulk.'], care: [{ heading: 'Water', text: 'Fresh every second day.' }], facts: [{ term: 'Lasts', text: '6 days' }],
  seasonMonths: [10, 11, 12], stockBy: 'stems', drawing: { presentation: 'wrapped', paper: 'kraft', background: 'none' }, alt: 'Coral peonies in kraft paper.',
  variants: [
    { key: 'small', name: 'Small', measure: '6 stems', priceMinor: 6_500, benchMinutes: 10, heightCm: 35, widthCm: 25, recipe: [{ stem: 'peony-coral', count: 4 }, { stem: 'silver-dollar', count: 2 }] },
    { key: 'large', name: 'Large', measure: '13 stems', priceMinor: 12_000, benchMinutes: 18, recipe: [{ stem: 'peony-coral', count: 9 }, { stem: 'silver-dollar', count: 4 }] },
  ],
  facets: { occasion: ['birthday', 'thank-you'], season: ['spring'], colour: ['coral'], type: ['peonies'] },
}

const plant: DemoProduct = {
  slug: 'peace-lily', name: 'Peace lily', latinName: 'Spathiphyllum', kind: 'plant', tint: 'sage', summary: 'White sails over dark leaves.',
  description: ['Asks for water by drooping.'], care: [], facts: [], stockBy: 'variant', drawing: { presentation: 'pot', pot: 'terracotta', background: 'none' },
  alt: 'A peace lily in a terracotta pot.',
  variants: [{ key: 'one', name: 'One size', measure: '13 cm pot', priceMinor: 4_800, benchMinutes: 3, onHand: 10, recipe: [{ stem: 'peace-lily', count: 1 }] }],
  facets: { occasion: ['birthday'], season: ['all-year'], colour: ['white'], type: ['leafy-plants'] },
}

const addOn: DemoProduct = {
  slug: 'beeswax-candle', name: 'Beeswax candle', latinName: '', kind: 'add-on', tint: 'butter', summary: 'Burns for thirty hours.', description: [], care: [], facts: [],
  stockBy: 'nothing', drawing: { presentation: 'table', background: 'none' }, alt: 'A candle.',
  variants: [{ key: 'one', name: 'One size', measure: '', priceMinor: 2_200, benchMinutes: 0, recipe: [{ stem: 'candle', count: 1 }] }],
  facets: { occasion: ['birthday'] },
}

/** A shop small enough to keep in one's head: two postcodes, two windows and the counter, a bouquet, a plant and a candle. */
export const smallShop: DemoShop = {
  shop: {
    name: 'Flora', tagline: 'florists', timeZone: 'Australia/Melbourne', currency: 'AUD', gstBasisPoints: 1000, phone: '(03) 7010 4418', email: 'hello@flora.example',
    address: '41 Rose Street, Fitzroy 3065', abn: '12 345 678 901', hours: [{ days: 'Monday to Saturday', text: '7 am–5 pm' }], benchMinutes: [480, 480, 480, 480, 480, 240, 0],
  },
  stems: [
    { key: 'peony-coral', name: 'Peony ‘Coral Charm’', species: 'peony', colour: 'coral', onHand: 60 },
    { key: 'silver-dollar', name: 'Silver dollar gum', species: 'eucalyptus', onHand: 200 },
    { key: 'peace-lily', name: 'Peace lily', species: 'peaceLily', onHand: 30 },
    { key: 'candle', name: 'Beeswax candle', species: 'candle', colour: 'butter', onHand: 30 },
  ],
  facets: [
    { facet: 'occasion', value: 'birthday', label: 'Birthday' }, { facet: 'occasion', value: 'thank-you', label: 'Thank you' },
    { facet: 'season', value: 'spring', label: 'Spring' }, { facet: 'season', value: 'all-year', label: 'All year' },
    { facet: 'mood', value: 'quiet', label: 'Quiet' },
    { facet: 'colour', value: 'coral', label: 'Coral' }, { facet: 'colour', value: 'white', label: 'White' },
    { facet: 'type', value: 'peonies', label: 'Peonies' }, { facet: 'type', value: 'leafy-plants', label: 'Leafy plants' },
  ],
  products: [bouquet, plant, addOn],
  collections: [{ slug: 'spring-list', name: 'The spring list', description: 'What is in now.', products: ['coral-charm'] }],
  zones: [
    {
      key: 'inner', name: 'Inner north', places: [{ postcode: '3065', suburbs: ['Fitzroy'] }, { postcode: '3067', suburbs: ['Abbotsford'] }],
      windows: [
        { key: 'morning', method: 'standard', name: '8 am to 12 noon', starts: '08:00', ends: '12:00', weekdays, feeMinor: 1_200, capacity: 20, cutOff: '17:00', cutOffDaysBefore: 1 },
        { key: 'afternoon', method: 'standard', name: '2 pm to 6 pm', starts: '14:00', ends: '18:00', weekdays, feeMinor: 1_200, capacity: 20, cutOff: '12:00', cutOffDaysBefore: 0 },
      ],
    },
    {
      key: 'pick-up', name: 'Pick up in Fitzroy', pickUp: true, places: [],
      windows: [{ key: 'day', method: 'pick-up', name: 'Pick up, 9 am to 5 pm', starts: '09:00', ends: '17:00', weekdays, feeMinor: 0, capacity: 40, cutOff: '12:00', cutOffDaysBefore: 0 }],
    },
  ],
  closures: [{ day: '2026-12-25', reason: 'Christmas Day' }],
  surges: [{ name: 'Valentine’s Day', from: '2027-02-12', until: '2027-02-14', feeMinor: 800 }],
  promotions: [{ code: 'SPRING10', label: '10% off', kind: 'percent', basisPoints: 1000 }],
  giftCards: [{ code: 'FLORA-GIFT-TEST-0001', balanceMinor: 5_000 }],
  content: [],
}
