import { family, polite } from '../circles.ts'
import type { Material } from '../material.ts'
import { gentle, lively } from '../tones.ts'

const kin = [...family, 'friend', 'couple'] as const
const colleagues = polite.filter((who) => who !== 'someone')

export const valentinesDayForFriends: Material = {
  openings: [
    {
      in: gentle,
      to: kin,
      say: [
        'Happy Valentine’s Day{, name}. Love comes in all sorts, and this is the lasting sort.',
        'A Valentine for you{, name,} because you’re loved.',
        'Happy Valentine’s Day{, name}, with love from {my|our} corner.',
      ],
    },
    {
      in: lively,
      to: kin,
      say: [
        'Happy Valentine’s Day{, name}. Cupid had a spare.',
        'Happy Valentine’s Day{, name}. Chocolate is a love language.',
        'You’ve a secret admirer{, name}. Signed, in full, below.',
      ],
    },
    { in: ['formal'], to: kin, say: ['With affection on Valentine’s Day{, name}.'] },
    {
      in: [...gentle, 'formal'],
      to: colleagues,
      say: [
        'A friendly Valentine{, name}, with thanks for being good company.',
        'Happy Valentine’s Day{, name}. A little colour for the fourteenth.',
        'Warm wishes on the fourteenth{, name}.',
      ],
    },
    {
      in: lively,
      to: colleagues,
      say: [
        'Happy Valentine’s Day{, name}. Strictly platonic, mostly petals.',
        'Happy Valentine’s Day{, name}. The flowers insisted.',
      ],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: [
        'Thinking of you today{, name}. It can’t be an easy one.',
        'A Valentine for you{, name,} with a good deal of love in it.',
        'For you{, name,} on a day that’s loud about love.',
      ],
    },
    {
      in: ['warm', 'heartfelt', 'grateful', 'poetic'],
      to: kin,
      say: [
        'Happy Valentine’s Day{, name}. There’s more than one kind of sweetheart.',
        'Somebody loves you{, name}. It’s {me|us}. Happy Valentine’s Day.',
        'It’s a good day to say you’re adored{, name}.',
      ],
    },
    {
      in: ['encouraging', 'comforting', 'classic'],
      to: kin,
      say: ['Happy Valentine’s Day{, name}. You’re easy to love.', 'Thinking of you this Valentine’s Day{, name}.'],
    },
    {
      in: lively,
      to: kin,
      say: [
        'Roses are red{, name}, and so is {my|our} bank balance. Happy Valentine’s Day.',
        'Happy Valentine’s Day{, name}. No arrows were harmed.',
        'Be {my|our} Valentine{, name}. You needn’t dress up.',
      ],
    },
    {
      in: gentle,
      to: colleagues,
      say: [
        'A small kindness for Valentine’s Day{, name}.',
        'The fourteenth needn’t be only for couples{, name}.',
        'Happy Valentine’s Day{, name}, in the neighbourly sense.',
        'Good wishes for Valentine’s Day{, name}.',
      ],
    },
    {
      in: lively,
      to: colleagues,
      say: [
        'Happy Valentine’s Day{, name}. No poems were attempted.',
        'Happy Valentine’s Day{, name}. Chocolate break at three.',
      ],
    },
    {
      in: gentle,
      to: ['grieving'],
      say: [
        'The fourteenth comes round regardless{, name}. {I’m|We’re} thinking of you.',
        'You’re on {my|our} mind today{, name}.',
      ],
    },
  ],
  middles: [
    {
      in: gentle,
      to: kin,
      say: [
        'Why should romance have all the flowers?',
        'You’ve a gift for loving people, so here’s some in return.',
        'May the day be sweet and the chocolate good.',
      ],
    },
    {
      in: lively,
      to: kin,
      say: ['No candlelight required. Takeaway will do.', 'You’re a catch, and we’ve always said so.'],
    },
    {
      in: [...lively, ...gentle, 'formal'],
      to: colleagues,
      say: [
        'Kind people ought to get flowers on principle.',
        'May it bring you something sweet before noon.',
        'Good company deserves a bit of fuss.',
      ],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: [
        'A love like yours doesn’t end. It just has fewer places to go.',
        'You loved well, and you were well loved.',
        'You’ve people around you who care, and {I’m|we’re} among them.',
      ],
    },
    {
      in: gentle,
      to: kin,
      say: [
        'You love people well, and it comes back round.',
        'Some hearts have a spare room. Yours has several.',
        'No strings, no poems, only good wishes and a bit of pink.',
        'You’re worth a fuss on any date.',
      ],
    },
    {
      in: lively,
      to: kin,
      say: [
        'Cancel the violins; keep the dessert.',
        'The competition was fierce. You won on charm.',
        'You may tell people these are from a stranger in a hat.',
      ],
    },
    {
      in: [...gentle, ...lively, 'formal'],
      to: colleagues,
      say: [
        'You make ordinary days pleasanter, and it’s a good date to say so.',
        'A bit of pink never hurt a Wednesday.',
        'There ought to be more days for being kind on purpose.',
        'It’s a small gesture, and it’s meant.',
      ],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: [
        'You needn’t do anything with the day but get to the end of it.',
        'What you had was real, and it still counts.',
        'Let the shops have their hearts. You keep your own pace.',
      ],
    },
  ],
  closings: [
    {
      in: [...gentle, 'formal'],
      to: kin,
      say: ['With lots of love.', 'You’re loved.', 'Love, today and always.'],
    },
    { in: lively, to: kin, say: ['Eat the chocolates first.', 'Hugs, and no Hallmark.'] },
    {
      in: [...lively, ...gentle, 'formal'],
      to: colleagues,
      say: ['Have a lovely day.', 'With warm regards.', 'Enjoy them.'],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: ['You’re not forgotten today.', 'With you in thought.', 'Go softly.'],
    },
    { in: gentle, to: kin, say: ['Hearts, and all that.', 'Here’s to love in all its sizes.'] },
    { in: lively, to: kin, say: ['Swoon at your own pace.', 'Don’t tell Cupid.'] },
    { in: [...gentle, ...lively], to: colleagues, say: ['May it be a sweet one.', 'No reply needed, only a vase.'] },
  ],
  lines: [
    {
      in: [...lively, ...gentle, 'formal'],
      to: kin,
      say: [
        'Happy Valentine’s Day{, name}, with love.',
        'You’re loved{, name}. Happy Valentine’s Day.',
        'A Valentine{, name,} of the forever kind.',
      ],
    },
    {
      in: [...lively, ...gentle, 'formal'],
      to: colleagues,
      say: ['Happy Valentine’s Day{, name}, with warm regards.', 'A bit of colour for the fourteenth{, name}.'],
    },
    {
      in: [...gentle, 'formal'],
      to: ['grieving'],
      say: [
        'Thinking of you today{, name}, with love.',
        'Not forgotten today{, name}, either of you.',
        'Love to you{, name}, today most of all.',
      ],
    },
    {
      in: gentle,
      to: kin,
      say: [
        'Adored{, name}, all year.',
        'Happy Valentine’s Day{, name,} from one who loves you.',
        'Heart, flowers, you{, name}.',
      ],
    },
    { in: lively, to: kin, say: ['Cupid says hi{, name}.', 'No mush{, name}. Some mush.'] },
    {
      in: [...gentle, ...lively, 'formal'],
      to: colleagues,
      say: [
        'Happy Valentine’s Day{, name}. Have a sweet one.',
        'A friendly wave{, name}, in petals.',
        'A little pink{, name,} for the fourteenth.',
      ],
    },
  ],
}
