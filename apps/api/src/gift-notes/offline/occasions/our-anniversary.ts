import type { Material } from '../material.ts'
import { gentle, lively } from '../tones.ts'

export const ourAnniversary: Material = {
  openings: [
    {
      in: ['romantic', 'heartfelt', 'warm'],
      to: ['partner'],
      say: [
        'Happy anniversary{, name}. I’d say yes all over again.',
        'Happy anniversary, my love. Still my best decision.',
        'Another year of us{, name}. Happy anniversary.',
        'Happy anniversary{, name}. You remain the best part of every plan.',
      ],
    },
    {
      in: ['joyful'],
      to: ['partner'],
      say: ['Look at us{, name}. Happy anniversary.', 'Happy anniversary{, name}. We’re still having fun, aren’t we.'],
    },
    {
      in: ['playful', 'cheeky'],
      to: ['partner'],
      say: [
        'Happy anniversary{, name}. The warranty’s expired, and I’m keeping you.',
        'Happy anniversary{, name}. You’ve served longer than most kettles.',
        'Happy anniversary{, name}. Time off for good behaviour was considered.',
      ],
    },
    {
      in: ['poetic'],
      to: ['partner'],
      say: [
        'Another ring around the same two trees{, name}. Happy anniversary.',
        'The road’s long{, name}, and the company is lovely. Happy anniversary.',
      ],
    },
    {
      in: ['grateful', 'comforting', 'encouraging'],
      to: ['partner'],
      say: [
        'Happy anniversary{, name}. Thank you for every ordinary day of it.',
        'For the easy years and the other ones{, name}: thank you. Happy anniversary.',
      ],
    },
    {
      in: ['classic', 'formal'],
      to: ['partner'],
      say: ['Happy anniversary{, name}, with all my love.', 'To us{, name}. Happy anniversary.'],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'It’s our day{, name}. Happy anniversary.',
        'Happy anniversary{, name}. You’re the good part of every year.',
        'On our anniversary{, name}, what I know for sure: you.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: [
        'Happy anniversary{, name}. We should do this every year.',
        'Happy anniversary{, name}. I’ve grown used to your face. I like it.',
      ],
    },
  ],
  middles: [
    {
      in: ['romantic', 'heartfelt', 'warm', 'classic'],
      to: ['partner'],
      say: [
        'We’ve had good years and years we just got through, and I wouldn’t hand back either.',
        'I still reach for your hand at kerbs.',
        'We were young and had no idea. I’m so glad we did it anyway.',
        'I’ve never once been bored.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: [
        'You’ve heard all my stories and still laugh at two of them.',
        'We know each other’s coffee, passwords and faults. It’s far too late to start again.',
      ],
    },
    {
      in: ['poetic', 'romantic'],
      to: ['partner'],
      say: [
        'What we planted small has roots under the whole house now.',
        'There’s a well-worn path between us, and I love walking it.',
      ],
    },
    {
      in: ['grateful', 'encouraging', 'comforting', 'formal'],
      to: ['partner'],
      say: [
        'You’ve been patient, funny and on my side. I noticed every time.',
        'You stayed when it was hard, and made it worth staying for.',
      ],
    },
    {
      in: [...gentle, 'romantic'],
      to: ['partner'],
      say: [
        'The best conversations of my life have been with you, in the dark, about nothing.',
        'It hasn’t always been easy, and it’s always been worth it.',
        'I’d forgotten what I was like before you, and I don’t miss it.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: ['You still steal the blanket, and I still let you.', 'I’d tell you a secret, but you know them all.'],
    },
    {
      in: ['formal', 'classic'],
      to: ['partner'],
      say: ['Every year with you has been a good one.', 'There’s no company I would rather keep.'],
    },
  ],
  closings: [
    {
      in: ['romantic', 'heartfelt', 'warm', 'classic'],
      to: ['partner'],
      say: [
        'Here’s to the next lot.',
        'All my love, and all my tomorrows.',
        'Let’s keep going.',
        'I love you more than when we started.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: ['Shall we renew?', 'Dinner’s on me. Dishes are on you.'],
    },
    {
      in: ['poetic', 'grateful', 'encouraging', 'comforting', 'formal'],
      to: ['partner'],
      say: ['May we get very old at this.', 'For all of it, my love.'],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: ['Yours, as ever.', 'Here’s to us.', 'You have my whole heart.'],
    },
  ],
  lines: [
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'Happy anniversary{, name}. You, every time.',
        'Happy anniversary{, name}. Let’s do another.',
        'Another year of us{, name}. More, please.',
        'Happy anniversary, my love.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: [
        'Happy anniversary{, name}. Nobody else would have us.',
        'Still not sick of you{, name}. Happy anniversary.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'Happy anniversary{, name}. Yours, still.',
        'To us{, name}, and the next one.',
        'Happy anniversary{, name}. What a good idea it was.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: ['Happy anniversary{, name}. Same again?', 'You still have it{, name}. Me. Happy anniversary.'],
    },
  ],
}
