import type { Material } from '../material.ts'
import { gentle, lively } from '../tones.ts'

const own = ['mother', 'grandparent'] as const

export const mothersDay: Material = {
  openings: [
    {
      in: ['warm', 'heartfelt'],
      to: own,
      say: [
        'Happy Mother’s Day{, name}. You made it look easy. {I know|We know} now that it wasn’t.',
        'Happy Mother’s Day{, name}, with love and a proper sit-down.',
        'Happy Mother’s Day{, name}. Everything good began at your kitchen table.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      to: own,
      say: [
        'Happy Mother’s Day{, name}. Put the peeler down.',
        'Happy Mother’s Day{, name}. {Your favourite sends|Your favourites send} love.',
        'Happy Mother’s Day{, name}. Breakfast may be burnt; the thought isn’t.',
      ],
    },
    {
      in: ['cheeky'],
      to: own,
      say: [
        'Happy Mother’s Day{, name}. {I|We} turned out all right, considering.',
        'Happy Mother’s Day{, name}. Sorry about all of it, especially the teens.',
        'Happy Mother’s Day{, name}. Yes, {I’m|we’re} eating properly.',
      ],
    },
    {
      in: ['poetic'],
      to: own,
      say: [
        'You were the first garden{, name}. Happy Mother’s Day.',
        'Happy Mother’s Day{, name}. The light in the hall was always you.',
      ],
    },
    {
      in: ['grateful', 'encouraging'],
      to: own,
      say: [
        'Happy Mother’s Day{, name}. Thank you for all of it, even the vegetables.',
        'For the lifts, the lunches and the listening{, name}: happy Mother’s Day.',
      ],
    },
    {
      in: ['comforting'],
      to: own,
      say: ['Thinking of you today{, name}, with so much love.', 'A soft and easy Mother’s Day to you{, name}.'],
    },
    {
      in: ['warm', 'heartfelt', 'grateful', 'comforting'],
      to: own,
      say: [
        'Happy Mother’s Day{, name}. There’s nobody like you, and {I’ve|we’ve} looked.',
        'Happy Mother’s Day{, name}. You’re still who {I|we} want to ring first.',
        'It’s your day{, name}, and about time. Happy Mother’s Day.',
      ],
    },
    {
      in: ['poetic', 'encouraging', 'classic'],
      to: own,
      say: [
        'For all the mornings you got up first{, name}: happy Mother’s Day.',
        'Happy Mother’s Day{, name}, with love from one of your better ideas.',
      ],
    },
    {
      in: lively,
      to: own,
      say: [
        'Happy Mother’s Day{, name}. All is quiet; be suspicious.',
        'Happy Mother’s Day{, name}. You may put your feet on the good couch.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'heartfelt', 'classic'],
      to: own,
      say: [
        'Half of what {I know|we know} about being kind, {I|we} got from watching you do it.',
        'You still ring to ask if it’s raining here. Please never stop.',
        'There’s a bit of you in how {I|we} make tea, tell stories and wave from the door.',
        'You always made room: at the table, in the car, in the day.',
      ],
    },
    {
      in: lively,
      to: own,
      say: [
        'You were right about the coat, the sunscreen, and most of the haircuts.',
        'Today you may say “because I said so” as often as you like.',
        'All those times {I|we} said “in a minute”: this is the minute.',
      ],
    },
    {
      in: ['poetic'],
      to: own,
      say: [
        'You taught us to look at things closely, and to put the pretty ones in a jar.',
        'What you planted is still coming up, year after year.',
      ],
    },
    {
      in: ['grateful', 'encouraging'],
      to: own,
      say: [
        'You gave away your sleep, your time and the last biscuit, and never once sent a bill.',
        'You were patient long after it was reasonable.',
      ],
    },
    {
      in: ['comforting'],
      to: own,
      say: [
        'Rest today. Let the rest of us fuss over you.',
        'Whatever the day brings, it brings it to somebody much loved.',
      ],
    },
    {
      in: ['warm', 'heartfelt', 'grateful', 'encouraging'],
      to: own,
      say: [
        'You were right more often than {I|we} let on.',
        'You noticed everything and mentioned about half. That’s love.',
        'Whenever something good happens, {I|we} want you to hear it first.',
      ],
    },
    {
      in: ['poetic', 'comforting', 'classic'],
      to: own,
      say: [
        'There’s a hand on the forehead {I|we} still remember.',
        'Wherever you are smells of clean washing and something in the oven.',
        'You kept the porch light on, and the worry to yourself.',
      ],
    },
    {
      in: lively,
      to: own,
      say: [
        'Yes, {I’ve|we’ve} got a coat.',
        'Somebody else can find the other sock today.',
        'You raised {me|us} well, and the florist agrees.',
      ],
    },
  ],
  closings: [
    {
      in: ['warm', 'heartfelt', 'classic', 'grateful'],
      to: own,
      say: ['{I love|We love} you.', 'So much love to you, always.', 'Thank you, for everything.'],
    },
    {
      in: lively,
      to: own,
      say: [
        'Feet up. That’s an order.',
        'Love from the {one|ones} who {was|were} no trouble at all.',
        'See you soon, with washing.',
      ],
    },
    {
      in: ['poetic', 'comforting', 'encouraging'],
      to: own,
      say: ['May the day be gentle with you.', 'Loved, then and now.'],
    },
    {
      in: ['warm', 'heartfelt', 'grateful', 'comforting'],
      to: own,
      say: ['A big hug, and another one to keep.', 'Take it easy today, please.', 'You’re the best of us.'],
    },
    {
      in: ['classic', 'formal', 'poetic', 'encouraging'],
      to: own,
      say: ['With love and gratitude.', 'With fondest love.'],
    },
  ],
  lines: [
    {
      in: gentle,
      to: own,
      say: [
        'Happy Mother’s Day{, name}. Thank you for all of it.',
        'Happy Mother’s Day{, name}, with so much love.',
        'For you{, name}, who never forgot a birthday. Happy Mother’s Day.',
      ],
    },
    {
      in: lively,
      to: own,
      say: [
        'Happy Mother’s Day{, name}. You did all right.',
        'You were right about the coat{, name}. Happy Mother’s Day.',
      ],
    },
    {
      in: gentle,
      to: own,
      say: [
        'Happy Mother’s Day{, name}. You’re the best of us.',
        'All {my|our} love this Mother’s Day{, name}.',
        'Thank you{, name,} for the lot. Happy Mother’s Day.',
      ],
    },
    {
      in: lively,
      to: own,
      say: ['Happy Mother’s Day{, name}. Love, your handiwork.', 'No cooking today{, name}. Happy Mother’s Day.'],
    },
  ],
}
