import type { DemoZone } from '../shape.ts'
import { morning, sameDayAfternoon, sameDayMidday, saturdayMidday, saturdayMorning, weekdays } from './windows.ts'

/** Kew to Glen Iris, on the run that crosses Johnston Street bridge. */
export const innerEast: DemoZone = {
  key: 'inner-east',
  name: 'Inner East',
  windows: [
    morning({ days: weekdays, fee: 1400, places: 18 }),
    sameDayMidday({ days: weekdays, fee: 1400, places: 16 }),
    sameDayAfternoon({ days: weekdays, fee: 1600, places: 16 }),
    saturdayMorning({ fee: 1400, places: 20 }),
    saturdayMidday({ fee: 1400, places: 14 }),
  ],
  places: [
    { postcode: '3101', suburbs: ['Kew'] },
    { postcode: '3102', suburbs: ['Kew East'] },
    { postcode: '3103', suburbs: ['Balwyn', 'Deepdene'] },
    { postcode: '3104', suburbs: ['Balwyn North'] },
    { postcode: '3122', suburbs: ['Hawthorn'] },
    { postcode: '3123', suburbs: ['Hawthorn East'] },
    { postcode: '3124', suburbs: ['Camberwell'] },
    { postcode: '3126', suburbs: ['Canterbury'] },
    { postcode: '3127', suburbs: ['Mont Albert', 'Surrey Hills'] },
    { postcode: '3145', suburbs: ['Caulfield East', 'Malvern East'] },
    { postcode: '3146', suburbs: ['Glen Iris'] },
  ],
}
