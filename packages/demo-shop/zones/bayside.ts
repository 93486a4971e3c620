import type { DemoZone } from '../shape.ts'
import { afternoon, midday, morning, saturdayMorning, weekdays } from './windows.ts'

/** Down Nepean Highway as far as Mordialloc. */
export const bayside: DemoZone = {
  key: 'bayside',
  name: 'Bayside',
  windows: [
    morning({ days: weekdays, fee: 1600, places: 20 }),
    midday({ days: weekdays, fee: 1600, places: 16 }),
    afternoon({ days: weekdays, fee: 1600, places: 16 }),
    saturdayMorning({ fee: 1600, places: 20 }),
  ],
  places: [
    { postcode: '3162', suburbs: ['Caulfield', 'Caulfield South'] },
    { postcode: '3163', suburbs: ['Carnegie', 'Glen Huntly', 'Murrumbeena'] },
    { postcode: '3165', suburbs: ['Bentleigh East'] },
    { postcode: '3186', suburbs: ['Brighton'] },
    { postcode: '3187', suburbs: ['Brighton East'] },
    { postcode: '3188', suburbs: ['Hampton', 'Hampton East'] },
    { postcode: '3189', suburbs: ['Moorabbin'] },
    { postcode: '3190', suburbs: ['Highett'] },
    { postcode: '3191', suburbs: ['Sandringham'] },
    { postcode: '3192', suburbs: ['Cheltenham'] },
    { postcode: '3193', suburbs: ['Beaumaris', 'Black Rock'] },
    { postcode: '3194', suburbs: ['Mentone', 'Moorabbin Airport'] },
    {
      postcode: '3195',
      suburbs: ['Aspendale', 'Aspendale Gardens', 'Braeside', 'Mordialloc', 'Parkdale', 'Waterways'],
    },
    { postcode: '3202', suburbs: ['Heatherton'] },
    { postcode: '3204', suburbs: ['Bentleigh', 'McKinnon', 'Ormond'] },
  ],
}
