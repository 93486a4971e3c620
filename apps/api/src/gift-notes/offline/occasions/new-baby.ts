import { near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'
import { gentle, lively } from '../tones.ts'

export const newBaby: Material = {
  apart: ['partner'],
  openings: [
    {
      in: ['warm', 'classic'],
      say: [
        'Congratulations{, name}, and welcome to the very new arrival.',
        'What happy news{, name}. Congratulations.',
        'A whole new person{, name}. Congratulations.',
        'Congratulations{, name}. The world has one more in it, and a good one.',
      ],
    },
    {
      in: ['heartfelt'],
      say: [
        'There’s somebody here who wasn’t before{, name}, and {I’m|we’re} so happy.',
        'The best kind of news{, name}. It made {my|our} whole week.',
      ],
    },
    {
      in: ['joyful'],
      say: [
        'Hello, small one. And well done{, name}.',
        'They’re here{, name}. Hooray.',
        'Oh{, name}, what wonderful news.',
      ],
    },
    {
      in: ['playful'],
      say: [
        'Congratulations{, name}. Management has changed; the new boss is very small.',
        'Congratulations{, name}. Ten fingers, ten toes, no off switch.',
        'Welcome to the newest member of the household{, name}, and its loudest.',
      ],
    },
    {
      in: ['cheeky'],
      to: [...teasable, 'colleague', 'relative', 'couple'],
      say: [
        'Congratulations{, name}. Sleep was overrated anyway.',
        'Congratulations{, name}. See you at a dinner table in eighteen years or so.',
        'Well done{, name}. They don’t do returns.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'The wait is over, my love, and you were magnificent.',
        'I’ve never loved you more than today{, name}.',
        'Look at what we’ve got{, name}.',
        'Hello, you{, name}. Hello, small one.',
        'Thank you, my love, for all of this.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: [
        'We made a person{, name}. On purpose.',
        'Somebody very small has moved in{, name}, and pays no rent.',
        'We’re outnumbered soon, my love. Worth it.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'A very small hand has taken hold of the world{, name}. Congratulations.',
        'Something new has opened its eyes{, name}. Congratulations.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'Thank you for letting {me|us} share the news{, name}. Congratulations.',
        'What a gift{, name}. Congratulations to you.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Congratulations{, name}. You’re going to be so good at this.',
        'You’ve done the hard part{, name}, and you’ll manage the rest. Congratulations.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'Congratulations{, name}. It’s a big, tender time. Go softly.',
        'Thinking of you{, name,} and the little one, in these first long nights.',
      ],
    },
    {
      in: ['classic'],
      say: [
        'Warmest congratulations on the new arrival{, name}.',
        'With love to the newest one{, name}, and congratulations.',
      ],
    },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} warmest congratulations on the arrival of your baby{, name}.',
        '{I was|We were} delighted to hear your happy news{, name}.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'Welcome to the rest of our lives{, name}.',
        'Our smallest, loudest, loveliest news{, name}.',
        'The three-in-the-morning light suits you both{, name}.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'heartfelt', 'joyful'],
      say: [
        'May the nights be kind and the visitors bring lasagne.',
        'They’ve landed in exactly the right arms.',
        'There’s nothing to do now but look at them, and you’ll never be finished.',
        'Such small feet, and already such a following.',
      ],
    },
    {
      in: lively,
      say: [
        'Somewhere under the muslins there’s still a table. Put these on it.',
        'Cold tea builds character.',
        'If they look like Winston Churchill, don’t worry. They all do, at first.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'You were extraordinary, and I’ll never stop saying so.',
        'I watched you become somebody’s whole world, on top of mine.',
        'Nothing I’ve ever seen comes near the two of you asleep.',
        'We’ll learn it together, one night at a time.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: [
        'I’ll take the three o’clock shift. And the four, if you smile.',
        'We’ll sleep again. Historians disagree on when.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'May they grow up among kind voices and open doors.',
        'The days will be long and the years will be swallows.',
        'Everything is a first now: first rain, first moon, first Tuesday.',
      ],
    },
    {
      in: ['grateful', 'heartfelt'],
      say: [
        'How lucky they are to begin with you.',
        'It’s a joy to watch a family get bigger by the best possible means.',
      ],
    },
    {
      in: ['encouraging', 'warm'],
      say: [
        'Nobody knows what they’re doing in the first month. Everyone pulls through.',
        'Trust yourself. They already do.',
        'Take all the help that’s offered, and the casseroles too.',
      ],
    },
    {
      in: ['comforting'],
      say: ['Sleep when you can, cry if you need to, and let the washing wait.', 'There’s no wrong way to be tired.'],
    },
    {
      in: ['classic'],
      say: ['May your home be full of happy noise.', 'Wishing you health, rest, and many quiet cuddles.'],
    },
    {
      in: ['formal'],
      say: [
        '{I wish|We wish} your growing family health and every happiness.',
        'May the months ahead bring you much delight.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'I keep getting up just to check it’s all true.',
        'You look at that little face the way I look at you.',
        'The house has never been so tired or so happy.',
      ],
    },
  ],
  closings: [
    {
      in: ['warm', 'classic', 'heartfelt'],
      say: ['So happy for you.', 'Welcome, little one.', 'Congratulations again, to all of you.'],
    },
    {
      in: ['warm', 'heartfelt'],
      to: near,
      say: ['{I|We} can’t wait for a cuddle.', 'So much love to the lot of you.'],
    },
    { in: ['joyful', 'playful'], say: ['Kiss those toes.', 'Send photographs. Then send more.'] },
    { in: ['cheeky'], say: ['Good luck. You’ll need coffee.', 'See you on the other side of teething.'] },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'How lucky we are.',
        'Rest now. I’ve got this one.',
        'All my love, to the pair of you.',
        'Here’s to us, and a bit more.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: ['Your turn.', 'We’re going to need a bigger couch.', 'High five, gently.'],
    },
    { in: ['poetic'], say: ['Welcome to the light, small one.', 'May they always be this loved.'] },
    { in: ['grateful'], say: ['Thank you for the happiest news in ages.', 'What a lucky little soul.'] },
    {
      in: ['encouraging', 'comforting'],
      say: ['You’re doing beautifully.', 'Be good to yourself, too.', '{I’m|We’re} here, day or night feed.'],
    },
    {
      in: ['formal'],
      say: ['With {my|our} very best wishes to the whole family.', 'With {my|our} warmest congratulations.'],
    },
  ],
  lines: [
    {
      in: ['warm', 'classic', 'heartfelt', 'grateful'],
      say: [
        'Welcome, little one. Congratulations{, name}.',
        'Congratulations{, name}. What a wonder.',
        'So happy for you all{, name}.',
        'Hello to the new arrival{, name}, and well done.',
      ],
    },
    { in: ['joyful', 'playful'], say: ['Hooray{, name}. A brand-new human.', 'Tiny toes{, name}. Enormous news.'] },
    {
      in: ['cheeky'],
      to: [...teasable, 'colleague', 'relative', 'couple'],
      say: ['Congratulations{, name}. Sleep well, in a few years.', 'Lovely work{, name}. Coffee to follow.'],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'You did it, my love. Look at that face.',
        'All my love{, name,} to both of you.',
        'You’re a wonder{, name}.',
        'I love you, and I love who’s here.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: ['Look what we made{, name}.', 'Well done us{, name}.'],
    },
    { in: ['poetic'], say: ['The smallest, newest flower of all{, name}. Congratulations.'] },
    {
      in: ['encouraging', 'comforting'],
      say: ['You’ll be wonderful at this{, name}.', 'Rest, cuddle, repeat{, name}.'],
    },
    {
      in: ['formal', 'classic'],
      say: ['With warmest congratulations{, name}.', 'Congratulations on your new arrival{, name}.'],
    },
  ],
}
