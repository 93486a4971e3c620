import type { DemoZone } from '../shape.ts'
import { saturdayMorning, wholeDay } from './windows.ts'

/** Berwick, Cranbourne and on to Pakenham: our longest loop. */
export const outerSouthEast: DemoZone = {
  key: 'outer-south-east',
  name: 'Outer South-East',
  windows: [wholeDay({ days: [2, 4, 5], fee: 2400, places: 16 }), saturdayMorning({ fee: 2400, places: 10 })],
  places: [
    { postcode: '3782', suburbs: ['Avonsleigh', 'Clematis', 'Emerald', 'Macclesfield'] },
    { postcode: '3804', suburbs: ['Narre Warren East', 'Narre Warren North'] },
    { postcode: '3805', suburbs: ['Narre Warren', 'Narre Warren South'] },
    { postcode: '3806', suburbs: ['Berwick', 'Harkaway'] },
    { postcode: '3807', suburbs: ['Beaconsfield', 'Guys Hill'] },
    { postcode: '3808', suburbs: ['Beaconsfield Upper'] },
    { postcode: '3809', suburbs: ['Officer', 'Officer South'] },
    { postcode: '3810', suburbs: ['Pakenham', 'Pakenham South', 'Pakenham Upper'] },
    { postcode: '3975', suburbs: ['Lynbrook', 'Lyndhurst'] },
    { postcode: '3976', suburbs: ['Hampton Park'] },
    {
      postcode: '3977',
      suburbs: [
        'Botanic Ridge',
        'Cranbourne',
        'Cranbourne East',
        'Cranbourne North',
        'Cranbourne South',
        'Cranbourne West',
        'Devon Meadows',
        'Junction Village',
        'Sandhurst',
        'Skye',
      ],
    },
    { postcode: '3978', suburbs: ['Clyde', 'Clyde North'] },
  ],
}
