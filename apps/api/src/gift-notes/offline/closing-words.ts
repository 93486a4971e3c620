import type { GiftOccasion } from '@flora/contract/gift-notes.ts'
import { beloved, family, notGrieving, polite, teasable } from './circles.ts'
import type { Saying } from './material.ts'

const glad = [
  'birthday',
  'thank-you',
  'love',
  'anniversary',
  'new-baby',
  'congratulations',
  'no-reason',
  'mothers-day',
  'valentines-day',
  'christmas',
  'wedding',
  'graduation',
  'housewarming',
  'farewell',
  'retirement',
] as const satisfies GiftOccasion[]
// Days that are there to be enjoyed.
const feasts = [
  'birthday',
  'anniversary',
  'congratulations',
  'mothers-day',
  'valentines-day',
  'christmas',
  'wedding',
  'graduation',
  'housewarming',
  'retirement',
] as const satisfies GiftOccasion[]
const hard = ['sympathy', 'get-well', 'sorry'] as const satisfies GiftOccasion[]

/** Closings that go with almost any day; each occasion has better ones of its own. */
export const closingWords: readonly Saying[] = [
  {
    in: ['warm', 'classic'],
    to: notGrieving,
    on: ['birthday', 'christmas', 'no-reason', 'love'],
    say: ['Thinking of you, with a smile.'],
  },
  {
    in: ['warm', 'heartfelt', 'comforting'],
    to: [...family, 'friend', 'neighbour', 'grieving'],
    on: ['sympathy', 'get-well'],
    say: ['{I’m|We’re} here if you want company.'],
  },
  {
    in: ['warm', 'classic'],
    to: notGrieving,
    on: feasts,
    say: ['Enjoy every bit of it.', 'Make the most of it.', 'Here’s to you.'],
  },
  {
    in: ['warm', 'heartfelt', 'joyful'],
    to: [...family, 'friend'],
    on: glad,
    say: ['A big hug from {me|us}.', '{I|We} can’t wait to see you.'],
  },
  {
    in: ['warm', 'heartfelt', 'grateful'],
    to: [...family, 'friend', 'couple', 'teacher', 'grieving'],
    on: glad,
    say: ['You mean a great deal to {me|us}.'],
  },
  { in: ['warm', 'heartfelt', 'grateful'], to: [...polite, 'couple'], on: glad, say: ['It’s a pleasure to know you.'] },
  { in: ['joyful'], to: notGrieving, on: glad, say: ['Raise a glass for {me|us}.', 'Happy days.'] },
  {
    in: ['playful'],
    to: notGrieving,
    on: glad,
    say: ['Please enjoy responsibly.', 'That’s the whole announcement.', 'Terms and conditions: none.'],
  },
  {
    in: ['cheeky'],
    to: [...teasable, 'colleague', 'relative', 'child', 'mother', 'father', 'neighbour', 'couple'],
    on: glad,
    say: ['Act surprised.', 'Don’t say {I|we} never give you anything.', 'You’re very welcome.'],
  },
  {
    in: ['romantic'],
    to: beloved,
    on: glad,
    say: ['I’m thinking of you right now.', 'I can’t wait to see your face.', 'Yours, and glad of it.'],
  },
  {
    in: ['poetic'],
    to: notGrieving,
    on: glad,
    say: [
      'May the light be kind today.',
      'May you find an hour to sit in the sun.',
      'Look out of the window once, for {me|us}.',
    ],
  },
  { in: ['encouraging'], to: notGrieving, on: glad, say: ['{I’m|We’re} cheering you on.', 'Go well.'] },
  { in: ['comforting'], on: glad, say: ['Go gently today.', '{I’m|We’re} thinking of you.', 'Take it as it comes.'] },
  {
    in: ['classic', 'formal'],
    on: glad,
    say: ['With every good wish.', 'Wishing you well.', 'With {my|our} warmest wishes.'],
  },
  {
    in: ['formal'],
    on: glad,
    to: [...polite, 'couple'],
    say: ['With {my|our} compliments.', 'With {my|our} best wishes to you and yours.'],
  },
  {
    in: ['warm', 'heartfelt', 'comforting'],
    on: hard,
    say: ['Take good care.', 'With {my|our} kindest thoughts.'],
  },
  { in: ['classic', 'formal'], on: hard, say: ['With kind thoughts.', 'With {my|our} sincere good wishes.'] },
  {
    in: ['poetic', 'grateful', 'encouraging'],
    on: ['get-well'],
    say: ['One quiet day at a time.', 'The garden will wait for you.'],
  },
]
