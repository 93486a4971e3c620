import type { GiftOccasion } from '@flora/contract/gift-notes.ts'
import { beloved, notGrieving, teasable } from './circles.ts'
import type { Saying } from './material.ts'

const glad = [
  'birthday',
  'thank-you',
  'love',
  'anniversary',
  'congratulations',
  'no-reason',
  'mothers-day',
  'valentines-day',
  'christmas',
  'wedding',
  'graduation',
  'housewarming',
  'retirement',
] as const satisfies GiftOccasion[]

/** Middles about what the card comes with. "They", never a name of a flower: the card is written before the bench decides. */
export const aboutFlowers: readonly Saying[] = [
  {
    in: ['warm', 'heartfelt'],
    to: notGrieving,
    on: glad,
    say: [
      'Put these somewhere the afternoon light will find them.',
      'These are for the table, or wherever you’ll pass them most.',
    ],
  },
  { in: ['joyful'], on: glad, say: ['These were the brightest in the shop. It seemed only right.'] },
  {
    in: ['playful'],
    on: glad,
    say: ['These have been told to behave and drink plenty of water.', 'Kindly admire these at least twice a day.'],
  },
  {
    in: ['cheeky'],
    to: [...teasable, 'colleague', 'relative'],
    on: glad,
    say: ['These need water. You need cake. See to both.'],
  },
  {
    in: ['romantic'],
    to: beloved,
    on: ['birthday', 'love', 'anniversary', 'no-reason', 'valentines-day', 'christmas'],
    say: ['These are lovely. You’re lovelier. I told the florist so.'],
  },
  {
    in: ['poetic'],
    on: [...glad, 'get-well', 'farewell'],
    say: [
      'They’ll open a little more each day, so look twice.',
      'They were in a field this week, thinking nothing of it.',
    ],
  },
  {
    in: ['heartfelt', 'grateful'],
    on: [...glad, 'farewell'],
    say: ['With any luck these say it better than {I|we} can.', 'These were picked with you in mind.'],
  },
  {
    in: ['grateful'],
    on: ['thank-you', 'no-reason', 'retirement', 'farewell'],
    say: ['A few stems don’t cover it, but they’re a start.'],
  },
  {
    in: ['comforting'],
    on: ['get-well', 'no-reason', 'sympathy'],
    say: ['Here’s something quiet to look at, and nothing you need to do.'],
  },
  {
    in: ['encouraging'],
    to: notGrieving,
    on: [...glad, 'get-well', 'farewell'],
    say: ['They’ll open when they’re ready. So will everything else.'],
  },
  { in: ['classic', 'formal'], to: notGrieving, on: glad, say: ['A little colour seemed the right way to mark it.'] },
]
