import type { DemoZone } from '../shape.ts'
import { afternoon, midday, morning, saturdayMorning, weekdays } from './windows.ts'

/** Footscray to Keilor. One price in any window. */
export const west: DemoZone = {
  key: 'west',
  name: 'West',
  windows: [
    morning({ days: weekdays, fee: 1600, places: 20 }),
    midday({ days: weekdays, fee: 1600, places: 16 }),
    afternoon({ days: weekdays, fee: 1600, places: 18 }),
    saturdayMorning({ fee: 1600, places: 20 }),
  ],
  places: [
    { postcode: '3011', suburbs: ['Footscray', 'Seddon'] },
    { postcode: '3012', suburbs: ['Brooklyn', 'Kingsville', 'Maidstone', 'Tottenham', 'West Footscray'] },
    { postcode: '3013', suburbs: ['Yarraville'] },
    { postcode: '3015', suburbs: ['Newport', 'South Kingsville', 'Spotswood'] },
    { postcode: '3016', suburbs: ['Williamstown', 'Williamstown North'] },
    { postcode: '3018', suburbs: ['Altona', 'Seaholme'] },
    { postcode: '3019', suburbs: ['Braybrook'] },
    { postcode: '3020', suburbs: ['Albion', 'Sunshine', 'Sunshine North', 'Sunshine West'] },
    { postcode: '3021', suburbs: ['Albanvale', 'Kealba', 'Kings Park', 'St Albans'] },
    { postcode: '3022', suburbs: ['Ardeer'] },
    {
      postcode: '3023',
      suburbs: ['Burnside', 'Burnside Heights', 'Cairnlea', 'Caroline Springs', 'Deer Park', 'Ravenhall'],
    },
    { postcode: '3025', suburbs: ['Altona North'] },
    { postcode: '3026', suburbs: ['Derrimut', 'Laverton North'] },
    { postcode: '3032', suburbs: ['Ascot Vale', 'Maribyrnong', 'Travancore'] },
    { postcode: '3033', suburbs: ['Keilor East'] },
    { postcode: '3034', suburbs: ['Avondale Heights'] },
    { postcode: '3036', suburbs: ['Keilor', 'Keilor North'] },
    { postcode: '3038', suburbs: ['Keilor Downs', 'Keilor Lodge', 'Taylors Lakes'] },
  ],
}
