import type { DemoZone } from '../shape.ts'
import { saturdayMorning, wholeDay } from './windows.ts'

/** As far as Melton and Sunbury, three weekdays and Saturday. */
export const outerNorthWest: DemoZone = {
  key: 'outer-north-west',
  name: 'Outer North-West',
  windows: [wholeDay({ days: [2, 4, 5], fee: 2200, places: 16 }), saturdayMorning({ fee: 2200, places: 10 })],
  places: [
    { postcode: '3037', suburbs: ['Calder Park', 'Delahey', 'Hillside', 'Sydenham', 'Taylors Hill'] },
    { postcode: '3059', suburbs: ['Greenvale'] },
    { postcode: '3062', suburbs: ['Somerton'] },
    { postcode: '3063', suburbs: ['Oaklands Junction', 'Yuroke'] },
    { postcode: '3064', suburbs: ['Craigieburn', 'Donnybrook', 'Kalkallo', 'Mickleham', 'Roxburgh Park'] },
    { postcode: '3335', suburbs: ['Bonnie Brook', 'Grangefields', 'Plumpton', 'Rockbank', 'Thornhill Park'] },
    { postcode: '3336', suburbs: ['Aintree', 'Deanside', 'Fraser Rise'] },
    { postcode: '3337', suburbs: ['Harkness', 'Kurunjang', 'Melton', 'Melton West', 'Toolern Vale'] },
    {
      postcode: '3338',
      suburbs: ['Brookfield', 'Cobblebank', 'Exford', 'Eynesbury', 'Melton South', 'Strathtulloh', 'Weir Views'],
    },
    { postcode: '3427', suburbs: ['Diggers Rest'] },
    { postcode: '3428', suburbs: ['Bulla'] },
    { postcode: '3429', suburbs: ['Sunbury'] },
  ],
}
