import type { Material } from '../material.ts'
import { gentle, lively } from '../tones.ts'

// It is sent to others who mother, too: a partner, a sister, a friend. For someone who grieves it is the hardest Sunday in May.
const own = ['mother', 'grandparent'] as const
const others = ['partner', 'sister', 'brother', 'child', 'relative', 'friend', 'couple', 'neighbour', 'father'] as const
const distant = ['colleague', 'boss', 'team', 'client', 'teacher', 'someone'] as const

export const mothersDayForOthers: Material = {
  openings: [
    {
      in: ['warm', 'heartfelt', 'joyful', 'grateful'],
      to: others,
      say: [
        'Happy Mother’s Day{, name}. You do it so well.',
        'Happy Mother’s Day{, name}. It takes a big heart, and you’ve one to spare.',
        'Happy Mother’s Day{, name,} from somebody who sees how much you do.',
      ],
    },
    {
      in: lively,
      to: others,
      say: [
        'Happy Mother’s Day{, name}. May nobody call for you through a closed door.',
        'Happy Mother’s Day{, name}. Drink something while it’s hot.',
      ],
    },
    {
      in: ['poetic', 'comforting', 'encouraging'],
      to: others,
      say: [
        'Happy Mother’s Day{, name}, and thanks for all the tending you do.',
        'To the one who holds it together{, name}: happy Mother’s Day.',
      ],
    },
    {
      in: ['romantic', 'heartfelt'],
      to: ['partner'],
      say: [
        'Happy Mother’s Day, my love. They’re lucky, and so am I.',
        'Happy Mother’s Day{, name}. I fall for you all over again, watching you with them.',
      ],
    },
    {
      in: [...lively, 'warm', 'heartfelt', 'grateful', 'encouraging', 'poetic', 'comforting', 'romantic'],
      to: distant,
      say: [
        'Happy Mother’s Day{, name}. {I|We} hope it’s a lovely one.',
        'Warm wishes for Mother’s Day{, name}.',
        'Happy Mother’s Day{, name}, and every good wish with it.',
      ],
    },
    {
      in: ['classic'],
      to: [...own, ...others, ...distant],
      say: ['Happy Mother’s Day{, name}.', 'Wishing you a very happy Mother’s Day{, name}.'],
    },
    {
      in: ['formal'],
      to: [...own, ...others, ...distant],
      say: ['With warmest wishes on Mother’s Day{, name}.', 'With every good wish for Mother’s Day{, name}.'],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: [
        'Mother’s Day must be a hard one{, name}. {I’m|We’re} thinking of you.',
        'Thinking of you this Mother’s Day{, name,} and of who’s missing.',
        'For you{, name,} on a Sunday that isn’t simple.',
      ],
    },
    {
      in: gentle,
      to: others,
      say: [
        'Happy Mother’s Day{, name}. You make it look like love, which it is.',
        'A very happy Mother’s Day to you{, name}.',
        'Thinking of you on Mother’s Day{, name,} and all you do.',
        'Happy Mother’s Day{, name}. Somebody ought to bring you breakfast.',
      ],
    },
    {
      in: [...gentle, ...lively, 'romantic'],
      to: distant,
      say: [
        'Wishing you a good Mother’s Day{, name}.',
        'Thinking of you on Mother’s Day{, name}.',
        'A happy Mother’s Day to you{, name}, and a restful one.',
        'Happy Mother’s Day{, name}, with thanks for your kindness.',
        'Mother’s Day greetings to you{, name}.',
      ],
    },
    {
      in: gentle,
      to: ['grieving'],
      say: [
        'However you spend this Mother’s Day{, name}, you’re in {my|our} thoughts.',
        'A quiet hello on Mother’s Day{, name}.',
      ],
    },
  ],
  middles: [
    {
      in: gentle,
      to: others,
      say: [
        'You give it everything and then find a bit more.',
        'Whoever gets to be cared for by you has done very well.',
        'May you be brought tea, and left to drink it.',
      ],
    },
    {
      in: lively,
      to: others,
      say: [
        'Demand a nap. It’s practically the law.',
        'May the handmade card be enormous and shed glitter on somebody else.',
      ],
    },
    {
      in: ['romantic', 'heartfelt'],
      to: ['partner'],
      say: [
        'You make a family feel like the best idea anyone ever had.',
        'I see how much of yourself you give. Today, take some back.',
      ],
    },
    {
      in: [...lively, ...gentle, 'romantic'],
      to: distant,
      say: [
        'May somebody else do the cooking.',
        'May there be a long lunch and no hurry.',
        'May the day be a peaceful one.',
      ],
    },
    {
      in: ['formal'],
      to: [...own, ...others, ...distant],
      say: [
        'May the day be a happy one, spent among those you love.',
        'Your care and devotion are deeply appreciated.',
      ],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: [
        'It’s all right to skip it, or cry through it, or eat cake at noon.',
        'Love like that doesn’t keep to a calendar.',
        'There’s room today for the missing, and for you.',
      ],
    },
    {
      in: gentle,
      to: others,
      say: [
        'You do the dull parts and the hard parts, and you do them kindly.',
        'There’s a steadiness about you that small people can lean on, and big ones too.',
        'May somebody make you lunch and clear it away again.',
        'You’ve a way of making a child feel like good news.',
      ],
    },
    {
      in: lively,
      to: others,
      say: [
        'May your tea stay hot and your name go unshouted.',
        'Hide in the garden if you must. These will cover for you.',
      ],
    },
    {
      in: [...gentle, ...lively, 'romantic'],
      to: distant,
      say: [
        '{I hope|We hope} there’s sunshine, and something nice on a plate.',
        'Caring for people is work, and you do it well.',
        'May you be properly spoiled.',
      ],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: ['Talk about them, if it helps. {I’d|We’d} like to hear.', 'You don’t have to be festive for anyone.'],
    },
  ],
  closings: [
    {
      in: [...gentle, 'joyful'],
      to: others,
      say: ['Have a lovely day. You’ve earned it.', 'You’re doing a beautiful job.', 'Enjoy being fussed over.'],
    },
    {
      in: ['playful', 'cheeky'],
      to: others,
      say: ['Lock the bathroom door and enjoy it.', 'You’re off duty until bedtime.'],
    },
    { in: ['romantic', 'heartfelt'], to: ['partner'], say: ['I love you, and so do they.', 'Thank you for our life.'] },
    {
      in: [...lively, ...gentle, 'romantic'],
      to: distant,
      say: ['Enjoy the day.', 'With every good wish.'],
    },
    {
      in: ['formal'],
      to: [...own, ...others, ...distant],
      say: ['With {my|our} kindest regards.', 'With affection and respect.'],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: [
        'You’re in {my|our} thoughts all day.',
        'Be very kind to yourself.',
        '{I’m|We’re} here, if you’d like company.',
      ],
    },
    {
      in: [...gentle, ...lively, 'romantic'],
      to: distant,
      say: ['May it be a happy one.', 'Put your feet up.', 'Have a peaceful Sunday.'],
    },
    { in: gentle, to: others, say: ['They’re lucky to have you.', 'Take the long bath.'] },
  ],
  lines: [
    {
      in: [...lively, ...gentle],
      to: others,
      say: [
        'Happy Mother’s Day{, name}. You’re wonderful at it.',
        'Happy Mother’s Day{, name}. Put your feet up.',
        'A happy Mother’s Day to you{, name}.',
      ],
    },
    { in: ['romantic', 'heartfelt'], to: ['partner'], say: ['Happy Mother’s Day, my love. They have your best bits.'] },
    {
      in: [...lively, ...gentle, 'romantic'],
      to: distant,
      say: ['Happy Mother’s Day{, name}, with warm wishes.', 'Wishing you a lovely Mother’s Day{, name}.'],
    },
    {
      in: ['formal', 'classic'],
      to: [...own, ...others, ...distant],
      say: ['With best wishes on Mother’s Day{, name}.'],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: [
        'Thinking of you today{, name,} and of who’s missing.',
        'With you this Mother’s Day{, name}.',
        'Love to you{, name,} on a tender Sunday.',
      ],
    },
    {
      in: [...gentle, ...lively],
      to: others,
      say: [
        'Happy Mother’s Day{, name}. They chose well.',
        'Tea, toast and flowers{, name}. Happy Mother’s Day.',
        'Happy Mother’s Day{, name}. We all see it.',
      ],
    },
    {
      in: [...gentle, ...lively, 'romantic'],
      to: distant,
      say: [
        'A happy Mother’s Day to you{, name}.',
        'Happy Mother’s Day{, name}. Enjoy the rest.',
        'Warm wishes for Mother’s Day{, name}.',
        'Happy Mother’s Day{, name}, and thank you.',
      ],
    },
  ],
}
