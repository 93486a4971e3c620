import type { DemoZone } from '../shape.ts'
import {
  evening,
  express,
  morning,
  sameDayAfternoon,
  sameDayMidday,
  saturdayMorning,
  saturdaySameDayMidday,
  weekdays,
} from './windows.ts'

/** Round the corner: vans twice a day, a bicycle in between. */
export const innerNorth: DemoZone = {
  key: 'inner-north',
  name: 'Inner North',
  windows: [
    morning({ days: weekdays, fee: 1200, places: 22 }),
    sameDayMidday({ days: weekdays, fee: 1200, places: 22 }),
    sameDayAfternoon({ days: weekdays, fee: 1400, places: 24 }),
    evening({ days: [4, 5], fee: 1800, places: 12 }),
    saturdayMorning({ fee: 1200, places: 30 }),
    saturdaySameDayMidday({ fee: 1200, places: 22 }),
    ...express({ fee: 2600, places: 2 }),
  ],
  places: [
    { postcode: '3000', suburbs: ['Melbourne'] },
    { postcode: '3002', suburbs: ['East Melbourne'] },
    { postcode: '3003', suburbs: ['West Melbourne'] },
    { postcode: '3008', suburbs: ['Docklands'] },
    { postcode: '3031', suburbs: ['Flemington', 'Kensington'] },
    { postcode: '3051', suburbs: ['North Melbourne'] },
    { postcode: '3052', suburbs: ['Parkville'] },
    { postcode: '3053', suburbs: ['Carlton'] },
    { postcode: '3054', suburbs: ['Carlton North', 'Princes Hill'] },
    { postcode: '3055', suburbs: ['Brunswick West'] },
    { postcode: '3056', suburbs: ['Brunswick'] },
    { postcode: '3057', suburbs: ['Brunswick East'] },
    { postcode: '3065', suburbs: ['Fitzroy'] },
    { postcode: '3066', suburbs: ['Collingwood'] },
    { postcode: '3067', suburbs: ['Abbotsford'] },
    { postcode: '3068', suburbs: ['Clifton Hill', 'Fitzroy North'] },
    { postcode: '3070', suburbs: ['Northcote'] },
    { postcode: '3071', suburbs: ['Thornbury'] },
    { postcode: '3078', suburbs: ['Alphington', 'Fairfield'] },
    { postcode: '3121', suburbs: ['Burnley', 'Cremorne', 'Richmond'] },
  ],
}
