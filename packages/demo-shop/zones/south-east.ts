import type { DemoZone } from '../shape.ts'
import { afternoon, midday, morning, saturdayMorning, weekdays } from './windows.ts'

/** Oakleigh to Dandenong, back by Wellington Road. */
export const southEast: DemoZone = {
  key: 'south-east',
  name: 'South-East',
  windows: [
    morning({ days: weekdays, fee: 1800, places: 20 }),
    midday({ days: [2, 4, 5], fee: 1800, places: 16 }),
    afternoon({ days: weekdays, fee: 1800, places: 16 }),
    saturdayMorning({ fee: 1800, places: 18 }),
  ],
  places: [
    { postcode: '3148', suburbs: ['Chadstone'] },
    { postcode: '3156', suburbs: ['Ferntree Gully', 'Lysterfield', 'Lysterfield South', 'Upper Ferntree Gully'] },
    { postcode: '3166', suburbs: ['Hughesdale', 'Huntingdale', 'Oakleigh', 'Oakleigh East'] },
    { postcode: '3167', suburbs: ['Oakleigh South'] },
    { postcode: '3168', suburbs: ['Clayton', 'Notting Hill'] },
    { postcode: '3169', suburbs: ['Clarinda', 'Clayton South'] },
    { postcode: '3170', suburbs: ['Mulgrave'] },
    { postcode: '3171', suburbs: ['Springvale'] },
    { postcode: '3172', suburbs: ['Dingley Village', 'Springvale South'] },
    { postcode: '3173', suburbs: ['Keysborough'] },
    { postcode: '3174', suburbs: ['Noble Park', 'Noble Park North'] },
    { postcode: '3175', suburbs: ['Bangholme', 'Dandenong', 'Dandenong North', 'Dandenong South'] },
    { postcode: '3177', suburbs: ['Doveton', 'Eumemmerring'] },
    { postcode: '3178', suburbs: ['Rowville'] },
    { postcode: '3179', suburbs: ['Scoresby'] },
    { postcode: '3180', suburbs: ['Knoxfield'] },
    { postcode: '3802', suburbs: ['Endeavour Hills'] },
    { postcode: '3803', suburbs: ['Hallam'] },
  ],
}
