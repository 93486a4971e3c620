import type { DemoWindow, DemoZone } from '../shape.ts'
import {
  evening,
  express,
  morning,
  sameDayAfternoon,
  sameDayMidday,
  saturdayMorning,
  saturdaySameDayMidday,
  tuesdayToFriday,
} from './windows.ts'

/** Across the river. No van runs there on Mondays. */
export const innerSouth: DemoZone = {
  key: 'inner-south',
  name: 'Inner South',
  windows: [
    morning({ days: tuesdayToFriday, fee: 1400, places: 18 }),
    sameDayMidday({ days: tuesdayToFriday, fee: 1400, places: 18 }),
    sameDayAfternoon({ days: tuesdayToFriday, fee: 1600, places: 20 }),
    evening({ days: [5], fee: 1800, places: 10 }),
    saturdayMorning({ fee: 1400, places: 24 }),
    saturdaySameDayMidday({ fee: 1400, places: 16 }),
    ...express({ fee: 2800, places: 1 })
      .filter((window) => window.key !== 'express-16')
      .map(notOnMonday),
  ],
  places: [
    { postcode: '3004', suburbs: ['Melbourne'] },
    { postcode: '3006', suburbs: ['South Wharf', 'Southbank'] },
    { postcode: '3141', suburbs: ['South Yarra'] },
    { postcode: '3142', suburbs: ['Toorak'] },
    { postcode: '3143', suburbs: ['Armadale'] },
    { postcode: '3144', suburbs: ['Kooyong', 'Malvern'] },
    { postcode: '3161', suburbs: ['Caulfield North'] },
    { postcode: '3181', suburbs: ['Prahran', 'Windsor'] },
    { postcode: '3182', suburbs: ['St Kilda', 'St Kilda West'] },
    { postcode: '3183', suburbs: ['Balaclava', 'St Kilda East'] },
    { postcode: '3184', suburbs: ['Elwood'] },
    { postcode: '3185', suburbs: ['Elsternwick', 'Gardenvale', 'Ripponlea'] },
    { postcode: '3205', suburbs: ['South Melbourne'] },
    { postcode: '3206', suburbs: ['Albert Park', 'Middle Park'] },
    { postcode: '3207', suburbs: ['Port Melbourne'] },
  ],
}

function notOnMonday(window: DemoWindow): DemoWindow {
  return { ...window, weekdays: window.weekdays.filter((day) => day !== 1) }
}
