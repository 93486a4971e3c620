import { atWork } from '../circles.ts'
import type { Material } from '../material.ts'
import { gentle, lively } from '../tones.ts'

// Years at work share the word with a wedding; and so does the day on which somebody died.
export const otherAnniversaries: Material = {
  openings: [
    {
      in: ['warm', 'classic', 'joyful', 'heartfelt', 'grateful', 'encouraging'],
      to: atWork,
      say: [
        'Congratulations on the anniversary{, name}.',
        'Happy anniversary{, name}. It’s been a pleasure, all of it.',
        'Another year{, name}, and a good one. Happy anniversary.',
      ],
    },
    {
      in: ['playful', 'cheeky'],
      to: atWork,
      say: [
        'Happy anniversary{, name}. You’ve outlasted three coffee machines.',
        'Happy anniversary{, name}. Still here, and still the one who knows where things are.',
      ],
    },
    {
      in: ['formal', 'poetic', 'comforting'],
      to: atWork,
      say: [
        'Please accept {my|our} congratulations on this anniversary{, name}.',
        'With sincere congratulations on your anniversary{, name}.',
      ],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: [
        'Thinking of you today{, name}. {I know|We know} what date it is.',
        'Dates have a way of coming round{, name}. {I’m|We’re} thinking of you on this one.',
        'For you{, name,} on a day with somebody missing from it.',
        'Remembering with you today{, name}.',
      ],
    },
    {
      in: [...gentle, 'formal'],
      to: atWork,
      say: [
        'A milestone{, name}, and well worth marking. Congratulations.',
        'With thanks and congratulations on this anniversary{, name}.',
        'Happy anniversary{, name,} from all who’ve been glad of you.',
        'Today’s the anniversary{, name}, and it deserves a few flowers.',
      ],
    },
  ],
  middles: [
    {
      in: [...lively, 'warm', 'classic', 'heartfelt', 'grateful', 'encouraging'],
      to: atWork,
      say: [
        'Years like that don’t happen by themselves. Somebody puts in the work.',
        'A lot has changed around here. The standard hasn’t.',
        'It’s a better place for the time you’ve given it.',
      ],
    },
    {
      in: ['formal', 'poetic', 'comforting'],
      to: atWork,
      say: [
        'Your commitment is valued, and it shows in everything you do.',
        'It has been a privilege to work alongside you.',
      ],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: [
        'There’s nothing to be done about the day but be kind to yourself in it.',
        'There’s no right way to spend a day like this one.',
        'Love keeps its own calendar.',
        'They’re spoken of still, and fondly.',
        'If you’d like to talk about them, {I’d|we’d} love to listen.',
      ],
    },
    {
      in: [...gentle, ...lively, 'formal'],
      to: atWork,
      say: [
        'The years have gone quickly, which is what good company does.',
        'You’ve made more of a difference than the calendar shows.',
        'Plenty has been learned along the way, a good deal of it from you.',
      ],
    },
  ],
  closings: [
    {
      in: [...lively, 'warm', 'classic', 'heartfelt', 'grateful', 'encouraging'],
      to: atWork,
      say: ['Here’s to the next one.', 'Thank you for everything you bring.', 'Well done, and thank you.'],
    },
    {
      in: ['formal', 'poetic', 'comforting'],
      to: atWork,
      say: ['With {my|our} sincere appreciation.', 'With best wishes for the years ahead.'],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: ['{I’m|We’re} with you.', 'Go gently today.', 'You’re in {my|our} thoughts.'],
    },
    {
      in: [...gentle, ...lively, 'formal'],
      to: atWork,
      say: ['Here’s to many more.', 'With thanks for all of it.', 'Long may it continue.'],
    },
  ],
  lines: [
    {
      in: [...lively, ...gentle],
      to: atWork,
      say: ['Happy anniversary{, name}, and thank you.', 'Congratulations{, name}. Here’s to the next one.'],
    },
    {
      in: ['formal', 'classic'],
      to: atWork,
      say: [
        'With congratulations on this anniversary{, name}.',
        'With thanks and best wishes on your anniversary{, name}.',
      ],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: ['Thinking of you today{, name}.', 'Remembering with you{, name}.', 'With you today{, name}, in thought.'],
    },
    {
      in: [...gentle, ...lively, 'formal'],
      to: atWork,
      say: [
        'Happy anniversary{, name}. Well earned.',
        'Another good year{, name}. Congratulations.',
        'Congratulations on the milestone{, name}.',
      ],
    },
  ],
}
