import type { DemoZone } from '../shape.ts'
import { saturdayMorning, tuesdayToFriday, wholeDay } from './windows.ts'

/** Lilydale and the Dandenongs, where half of our flowers come from. The van goes up full either way. */
export const outerEast: DemoZone = {
  key: 'outer-east',
  name: 'Outer East and the Hills',
  windows: [wholeDay({ days: tuesdayToFriday, fee: 2200, places: 16 }), saturdayMorning({ fee: 2200, places: 10 })],
  places: [
    { postcode: '3116', suburbs: ['Chirnside Park'] },
    { postcode: '3137', suburbs: ['Kilsyth', 'Kilsyth South'] },
    { postcode: '3138', suburbs: ['Mooroolbark'] },
    {
      postcode: '3139',
      suburbs: [
        'Don Valley',
        'Hoddles Creek',
        'Launching Place',
        'Seville',
        'Seville East',
        'Wandin East',
        'Wandin North',
        'Woori Yallock',
        'Yellingbo',
      ],
    },
    { postcode: '3140', suburbs: ['Lilydale'] },
    { postcode: '3154', suburbs: ['The Basin'] },
    { postcode: '3158', suburbs: ['Upwey'] },
    { postcode: '3159', suburbs: ['Menzies Creek', 'Selby'] },
    { postcode: '3160', suburbs: ['Belgrave', 'Belgrave Heights', 'Belgrave South', 'Tecoma'] },
    { postcode: '3765', suburbs: ['Montrose'] },
    { postcode: '3766', suburbs: ['Kalorama'] },
    { postcode: '3767', suburbs: ['Mount Dandenong'] },
    { postcode: '3770', suburbs: ['Coldstream', 'Gruyere', 'Yering'] },
    { postcode: '3785', suburbs: ['Tremont'] },
    { postcode: '3786', suburbs: ['Ferny Creek'] },
    { postcode: '3787', suburbs: ['Sassafras'] },
    { postcode: '3788', suburbs: ['Olinda'] },
    { postcode: '3789', suburbs: ['Sherbrooke'] },
    { postcode: '3791', suburbs: ['Kallista'] },
    { postcode: '3792', suburbs: ['The Patch'] },
    { postcode: '3793', suburbs: ['Monbulk'] },
    { postcode: '3795', suburbs: ['Silvan'] },
    { postcode: '3796', suburbs: ['Mount Evelyn'] },
  ],
}
