import type { DemoZone } from '../shape.ts'
import { afternoon, midday, morning, saturdayMorning, weekdays } from './windows.ts'

/** Bulleen to Ringwood, along the freeway. */
export const east: DemoZone = {
  key: 'east',
  name: 'East',
  windows: [
    morning({ days: weekdays, fee: 1600, places: 24 }),
    midday({ days: weekdays, fee: 1600, places: 20 }),
    afternoon({ days: weekdays, fee: 1600, places: 18 }),
    saturdayMorning({ fee: 1600, places: 24 }),
  ],
  places: [
    { postcode: '3105', suburbs: ['Bulleen'] },
    { postcode: '3106', suburbs: ['Templestowe'] },
    { postcode: '3107', suburbs: ['Templestowe Lower'] },
    { postcode: '3108', suburbs: ['Doncaster'] },
    { postcode: '3109', suburbs: ['Doncaster East'] },
    { postcode: '3111', suburbs: ['Donvale'] },
    { postcode: '3114', suburbs: ['Park Orchards'] },
    { postcode: '3125', suburbs: ['Burwood'] },
    { postcode: '3128', suburbs: ['Box Hill', 'Box Hill South'] },
    { postcode: '3129', suburbs: ['Box Hill North', 'Mont Albert North'] },
    { postcode: '3130', suburbs: ['Blackburn', 'Blackburn North', 'Blackburn South'] },
    { postcode: '3131', suburbs: ['Forest Hill', 'Nunawading'] },
    { postcode: '3132', suburbs: ['Mitcham'] },
    { postcode: '3133', suburbs: ['Vermont', 'Vermont South'] },
    { postcode: '3134', suburbs: ['Ringwood', 'Ringwood North', 'Warrandyte South', 'Warranwood'] },
    { postcode: '3135', suburbs: ['Heathmont', 'Ringwood East'] },
    { postcode: '3136', suburbs: ['Croydon', 'Croydon Hills', 'Croydon North', 'Croydon South'] },
    { postcode: '3147', suburbs: ['Ashburton', 'Ashwood'] },
    { postcode: '3149', suburbs: ['Mount Waverley'] },
    { postcode: '3150', suburbs: ['Glen Waverley', 'Wheelers Hill'] },
    { postcode: '3151', suburbs: ['Burwood East'] },
    { postcode: '3152', suburbs: ['Wantirna', 'Wantirna South'] },
    { postcode: '3153', suburbs: ['Bayswater', 'Bayswater North'] },
    { postcode: '3155', suburbs: ['Boronia'] },
  ],
}
