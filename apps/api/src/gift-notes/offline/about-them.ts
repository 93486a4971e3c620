import type { GiftOccasion } from '@flora/contract/gift-notes.ts'
import type { Saying } from './material.ts'

const glad = ['birthday', 'christmas', 'no-reason', 'thank-you', 'love'] as const satisfies GiftOccasion[]
const proud = ['congratulations', 'graduation', 'retirement', 'farewell'] as const satisfies GiftOccasion[]
const atWork = [
  'birthday',
  'christmas',
  'no-reason',
  'thank-you',
  'farewell',
  'retirement',
] as const satisfies GiftOccasion[]

/** Middles that are true of one kind of person, whatever the day. */
export const aboutThem: readonly Saying[] = [
  {
    in: ['warm', 'heartfelt', 'grateful'],
    to: ['mother'],
    on: glad,
    say: [
      'You taught {me|us} most of what’s worth knowing, usually while doing something else.',
      'Thank you for every lift, every lunchbox and every light left on.',
    ],
  },
  {
    in: ['playful', 'joyful'],
    to: ['mother'],
    on: glad,
    say: ['{I|We} still hear your voice when leaving without a jumper.'],
  },
  {
    in: ['cheeky'],
    to: ['mother'],
    on: glad,
    say: ['{I’m|We’re} turning into you, by the way. It happened at the nursery, over a hydrangea.'],
  },
  {
    in: ['poetic', 'classic'],
    to: ['mother'],
    on: glad,
    say: ['You’re in the recipes, the sayings, and the way we fold the sheets.'],
  },
  {
    in: ['warm', 'heartfelt'],
    to: ['father'],
    on: glad,
    say: [
      'You never said much about it. You just turned up with the toolbox.',
      'You’re still the first call when something makes a funny noise.',
    ],
  },
  {
    in: ['grateful', 'classic'],
    to: ['father'],
    on: glad,
    say: ['Thank you for the lifts, the loans and the long way home.'],
  },
  {
    in: ['playful', 'cheeky', 'joyful'],
    to: ['father'],
    on: glad,
    say: ['Your jokes haven’t improved, and {I|we} keep telling them.', 'Nobody reverses a trailer like you.'],
  },
  {
    in: ['poetic', 'encouraging'],
    to: ['father'],
    on: glad,
    say: ['You’re the steady line that the rest of the drawing hangs from.'],
  },
  {
    in: ['warm', 'heartfelt', 'poetic'],
    to: ['grandparent'],
    on: glad,
    say: [
      'There was always a biscuit, a blanket and all the time in the world at yours.',
      'Your stories are the ones {I|we} tell to other people.',
    ],
  },
  {
    in: ['grateful', 'classic'],
    to: ['grandparent'],
    on: glad,
    say: ['So much of this family’s good sense came down from you.'],
  },
  {
    in: ['playful', 'cheeky', 'joyful'],
    to: ['grandparent'],
    on: glad,
    say: ['You’ve the best biscuits in the family, and the best gossip.'],
  },
  {
    in: ['warm', 'heartfelt', 'grateful'],
    to: ['sister', 'brother'],
    on: glad,
    say: [
      'If {I|we} could have picked anyone to grow up beside, it’d be you.',
      'You’ve been on {my|our} side since before there were sides.',
    ],
  },
  {
    in: ['playful', 'joyful'],
    to: ['sister', 'brother'],
    on: glad,
    say: ['Nobody else finds the same things funny, or at the same volume.'],
  },
  {
    in: ['cheeky'],
    to: ['sister', 'brother'],
    on: glad,
    say: [
      'All is forgiven about the borrowed jumper. Nearly.',
      'You were an annoying child. It’s turned out to be a strength.',
    ],
  },
  {
    in: ['poetic', 'encouraging', 'comforting'],
    to: ['sister', 'brother'],
    on: glad,
    say: ['When it matters, you’re already in the car.'],
  },
  {
    in: ['warm', 'heartfelt', 'grateful', 'classic'],
    to: ['child'],
    on: [...glad, 'congratulations', 'graduation'],
    say: [
      'You were extraordinary from the start, and you’ve kept it up.',
      '{I’m|We’re} proud of what you do, and prouder of how you do it.',
    ],
  },
  {
    in: ['playful', 'cheeky', 'joyful'],
    to: ['child'],
    on: [...glad, 'congratulations', 'graduation'],
    say: ['You get it from {my|our} side of the family.', 'There are drawings on the fridge that predicted all this.'],
  },
  {
    in: ['comforting', 'encouraging', 'poetic'],
    to: ['child'],
    on: [...glad, 'sorry', 'get-well', 'farewell'],
    say: ['Whatever happens, there’s a light on here and a bed made.'],
  },
  {
    in: ['warm', 'heartfelt', 'grateful', 'classic', 'poetic'],
    to: ['relative'],
    on: glad,
    say: ['Every family needs one like you. We got lucky.', 'It’s always a better table with you at it.'],
  },
  {
    in: ['playful', 'cheeky', 'joyful'],
    to: ['relative'],
    on: glad,
    say: ['Family’s a lucky dip, and you’re the prize.'],
  },
  {
    in: ['warm', 'heartfelt'],
    to: ['friend'],
    on: glad,
    say: [
      'You’re the first {I|we} want to tell things to.',
      'We can go months without talking and pick up mid-sentence.',
    ],
  },
  {
    in: ['grateful', 'comforting'],
    to: ['friend'],
    on: glad,
    say: ['You’ve heard all {my|our} troubles twice and never looked at the clock.'],
  },
  {
    in: ['playful', 'joyful'],
    to: ['friend'],
    on: glad,
    say: ['Friends like you come along once, usually late, and with wine.'],
  },
  { in: ['cheeky'], to: ['friend'], on: glad, say: ['You know far too much, so it’s best we stay friends.'] },
  { in: ['poetic', 'classic'], to: ['friend'], on: glad, say: ['A good friend is a house with the lights on.'] },
  {
    in: ['warm', 'heartfelt', 'encouraging'],
    to: ['friend', 'sister', 'brother'],
    on: proud,
    say: ['All those years of talking about it, and you went and did it.'],
  },
  {
    in: ['warm', 'heartfelt', 'grateful', 'classic', 'poetic', 'joyful'],
    to: ['couple'],
    on: ['birthday', 'christmas', 'no-reason', 'thank-you', 'farewell'],
    say: [
      'The two of you make everyone feel at home.',
      'You’re good for each other, and for the rest of us.',
      'An evening at yours is always the good kind.',
    ],
  },
  {
    in: ['warm', 'grateful', 'classic', 'heartfelt'],
    to: ['neighbour'],
    on: ['birthday', 'christmas', 'no-reason', 'farewell'],
    say: ['A good neighbour is the best thing about any address.', 'You’re the reason the street feels like one.'],
  },
  {
    in: ['playful', 'cheeky', 'joyful'],
    to: ['neighbour'],
    on: ['birthday', 'christmas', 'no-reason', 'thank-you'],
    say: ['You’ve never once complained about the bins. Saintly.'],
  },
  {
    in: ['warm', 'heartfelt', 'classic'],
    to: ['colleague'],
    on: atWork,
    say: ['Work’s a good deal brighter with you in it.', 'You make the meetings shorter and the lunches longer.'],
  },
  {
    in: ['grateful', 'encouraging'],
    to: ['colleague'],
    on: atWork,
    say: ['You never let anyone struggle alone, with the printer or anything else.'],
  },
  {
    in: ['playful', 'cheeky', 'joyful'],
    to: ['colleague'],
    on: atWork,
    say: ['You’re the best thing about Mondays. It’s a low bar, but still.'],
  },
  { in: ['formal', 'poetic'], to: ['colleague'], on: atWork, say: ['It is a pleasure to work with you.'] },
  {
    in: ['warm', 'heartfelt', 'classic', 'grateful', 'encouraging'],
    to: ['boss'],
    on: atWork,
    say: ['You lead with good sense and good humour.', 'You make it easy to do good work.'],
  },
  {
    in: ['playful', 'joyful'],
    to: ['boss'],
    on: ['birthday', 'christmas', 'no-reason'],
    say: ['This has nothing to do with the pay review.'],
  },
  { in: ['formal', 'poetic'], to: ['boss'], on: atWork, say: ['Your guidance is much appreciated.'] },
  {
    in: ['warm', 'heartfelt', 'grateful', 'encouraging', 'classic', 'joyful'],
    to: ['team'],
    on: ['christmas', 'no-reason', 'thank-you', 'congratulations', 'farewell'],
    say: ['There isn’t one of you {I|we} could do without.', 'Between you, there’s nothing you can’t fix.'],
  },
  {
    in: ['warm', 'heartfelt', 'grateful', 'classic', 'formal'],
    to: ['client'],
    on: ['birthday', 'christmas', 'no-reason', 'thank-you', 'congratulations'],
    say: [
      'Your confidence means a great deal to {me|us}.',
      'It’s a pleasure to work with you, and not one {I|we} take for granted.',
    ],
  },
  {
    in: ['warm', 'heartfelt', 'grateful', 'classic', 'poetic'],
    to: ['teacher'],
    on: ['birthday', 'christmas', 'no-reason', 'thank-you', 'farewell', 'retirement'],
    say: ['You give more of yourself than the timetable asks for.', 'You make people feel they can, and then they do.'],
  },
  {
    in: ['comforting', 'warm', 'heartfelt', 'classic'],
    to: ['grieving'],
    on: ['birthday', 'christmas', 'no-reason'],
    say: ['No need to be cheerful on {my|our} account.', 'Grief keeps odd hours. So {do I|do we}.'],
  },
  {
    in: ['comforting', 'warm', 'heartfelt', 'classic', 'grateful', 'encouraging', 'poetic'],
    to: ['grieving'],
    on: [
      'birthday',
      'christmas',
      'congratulations',
      'new-baby',
      'wedding',
      'graduation',
      'housewarming',
      'retirement',
      'farewell',
    ],
    say: [
      'It may be a day with two sides to it. Both are welcome here.',
      'There’ll be somebody missing from it. {I haven’t|We haven’t} forgotten.',
    ],
  },
  {
    in: ['warm', 'heartfelt', 'grateful', 'classic', 'encouraging'],
    to: ['someone'],
    on: ['birthday', 'christmas', 'no-reason', 'thank-you'],
    say: ['It’s always good to see you.', 'Your kindness hasn’t gone unnoticed.'],
  },
]
