import type { DemoZone } from '../shape.ts'
import { midday, morning, sameDayAfternoon, saturdayMidday, saturdayMorning, weekdays } from './windows.ts'

/** Up Sydney Road and High Street as far as Epping; the van that comes back from market passes anyway. */
export const north: DemoZone = {
  key: 'north',
  name: 'North',
  windows: [
    morning({ days: weekdays, fee: 1400, places: 24 }),
    midday({ days: weekdays, fee: 1400, places: 20 }),
    sameDayAfternoon({ days: weekdays, fee: 1600, places: 16 }),
    saturdayMorning({ fee: 1400, places: 24 }),
    saturdayMidday({ fee: 1400, places: 16 }),
  ],
  places: [
    { postcode: '3039', suburbs: ['Moonee Ponds'] },
    { postcode: '3040', suburbs: ['Aberfeldie', 'Essendon', 'Essendon West'] },
    { postcode: '3041', suburbs: ['Essendon Fields', 'Essendon North', 'Strathmore', 'Strathmore Heights'] },
    { postcode: '3042', suburbs: ['Airport West', 'Keilor Park', 'Niddrie'] },
    { postcode: '3043', suburbs: ['Gladstone Park', 'Gowanbrae', 'Tullamarine'] },
    { postcode: '3044', suburbs: ['Pascoe Vale', 'Pascoe Vale South'] },
    { postcode: '3046', suburbs: ['Glenroy', 'Hadfield', 'Oak Park'] },
    { postcode: '3047', suburbs: ['Broadmeadows', 'Dallas', 'Jacana'] },
    { postcode: '3048', suburbs: ['Coolaroo', 'Meadow Heights'] },
    { postcode: '3049', suburbs: ['Attwood', 'Westmeadows'] },
    { postcode: '3058', suburbs: ['Coburg', 'Coburg North'] },
    { postcode: '3060', suburbs: ['Fawkner'] },
    { postcode: '3061', suburbs: ['Campbellfield'] },
    { postcode: '3072', suburbs: ['Preston'] },
    { postcode: '3073', suburbs: ['Reservoir'] },
    { postcode: '3074', suburbs: ['Thomastown'] },
    { postcode: '3075', suburbs: ['Lalor'] },
    { postcode: '3076', suburbs: ['Epping'] },
    { postcode: '3079', suburbs: ['Ivanhoe', 'Ivanhoe East'] },
    { postcode: '3081', suburbs: ['Bellfield', 'Heidelberg Heights', 'Heidelberg West'] },
    { postcode: '3082', suburbs: ['Mill Park'] },
    { postcode: '3083', suburbs: ['Bundoora', 'Kingsbury'] },
    { postcode: '3084', suburbs: ['Eaglemont', 'Heidelberg', 'Rosanna', 'Viewbank'] },
    { postcode: '3085', suburbs: ['Macleod', 'Yallambie'] },
    { postcode: '3087', suburbs: ['Watsonia', 'Watsonia North'] },
    { postcode: '3088', suburbs: ['Briar Hill', 'Greensborough', 'St Helena'] },
  ],
}
