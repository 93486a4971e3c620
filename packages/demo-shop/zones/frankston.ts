import type { DemoZone } from '../shape.ts'
import { saturdayMorning, tuesdayToFriday, wholeDay } from './windows.ts'

/** Chelsea to Frankston and a little behind it. */
export const frankston: DemoZone = {
  key: 'frankston',
  name: 'Frankston Line',
  windows: [wholeDay({ days: tuesdayToFriday, fee: 2200, places: 16 }), saturdayMorning({ fee: 2200, places: 12 })],
  places: [
    { postcode: '3196', suburbs: ['Bonbeach', 'Chelsea', 'Chelsea Heights', 'Edithvale'] },
    { postcode: '3197', suburbs: ['Carrum', 'Patterson Lakes'] },
    { postcode: '3198', suburbs: ['Seaford'] },
    { postcode: '3199', suburbs: ['Frankston', 'Frankston South'] },
    { postcode: '3200', suburbs: ['Frankston North'] },
    { postcode: '3201', suburbs: ['Carrum Downs'] },
    { postcode: '3910', suburbs: ['Langwarrin'] },
    { postcode: '3911', suburbs: ['Baxter', 'Langwarrin South'] },
  ],
}
