import type { DemoZone } from '../shape.ts'
import { saturdayMorning, tuesdayToFriday, wholeDay } from './windows.ts'

/** Eltham, Hurstbridge and the new streets round Mernda. */
export const outerNorthEast: DemoZone = {
  key: 'outer-north-east',
  name: 'Outer North-East',
  windows: [wholeDay({ days: tuesdayToFriday, fee: 2000, places: 16 }), saturdayMorning({ fee: 2000, places: 12 })],
  places: [
    { postcode: '3089', suburbs: ['Diamond Creek'] },
    { postcode: '3090', suburbs: ['Plenty'] },
    { postcode: '3091', suburbs: ['Yarrambat'] },
    { postcode: '3093', suburbs: ['Lower Plenty'] },
    { postcode: '3094', suburbs: ['Montmorency'] },
    { postcode: '3095', suburbs: ['Eltham', 'Eltham North', 'Research'] },
    { postcode: '3096', suburbs: ['Wattle Glen'] },
    { postcode: '3097', suburbs: ['Bend of Islands', 'Kangaroo Ground', 'Watsons Creek'] },
    { postcode: '3099', suburbs: ['Arthurs Creek', 'Cottles Bridge', 'Hurstbridge', 'Nutfield', 'Strathewen'] },
    { postcode: '3113', suburbs: ['North Warrandyte', 'Warrandyte'] },
    { postcode: '3115', suburbs: ['Wonga Park'] },
    { postcode: '3750', suburbs: ['Wollert'] },
    { postcode: '3752', suburbs: ['South Morang'] },
    { postcode: '3754', suburbs: ['Doreen', 'Mernda'] },
    { postcode: '3755', suburbs: ['Yan Yean'] },
  ],
}
