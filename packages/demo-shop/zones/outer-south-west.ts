import type { DemoZone } from '../shape.ts'
import { saturdayMorning, tuesdayToFriday, wholeDay } from './windows.ts'

/** Over the bridge to Werribee. */
export const outerSouthWest: DemoZone = {
  key: 'outer-south-west',
  name: 'Outer South-West',
  windows: [wholeDay({ days: tuesdayToFriday, fee: 2000, places: 18 }), saturdayMorning({ fee: 2000, places: 12 })],
  places: [
    { postcode: '3024', suburbs: ['Fieldstone', 'Mambourin', 'Manor Lakes', 'Mount Cottrell', 'Wyndham Vale'] },
    { postcode: '3027', suburbs: ['Williams Landing'] },
    { postcode: '3028', suburbs: ['Altona Meadows', 'Laverton', 'Seabrook'] },
    { postcode: '3029', suburbs: ['Hoppers Crossing', 'Tarneit', 'Truganina'] },
    { postcode: '3030', suburbs: ['Cocoroc', 'Point Cook', 'Werribee', 'Werribee South'] },
  ],
}
