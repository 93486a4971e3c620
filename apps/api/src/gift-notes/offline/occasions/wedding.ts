import { atWork, family, near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'
import { gentle, lively } from '../tones.ts'

const teasing = [...teasable, 'child', 'relative', 'couple', 'colleague'] as const

// A wedding or an engagement, so nothing says which, and nobody says "I do" before she has.
export const wedding: Material = {
  apart: ['partner'],
  openings: [
    {
      in: ['warm', 'classic'],
      say: [
        'Congratulations{, name}. What a happy piece of news.',
        'So very happy for you both{, name}.',
        'Congratulations{, name,} on finding each other and saying so.',
      ],
    },
    {
      in: ['heartfelt'],
      say: [
        'Congratulations{, name}. Seeing you this happy is a gift to everyone near you.',
        'It’s a lovely thing{, name}, two people who are sure. Congratulations.',
      ],
    },
    {
      in: ['heartfelt', 'warm'],
      to: [...family, 'friend'],
      say: [
        '{I’ve|We’ve} rarely been so happy for anybody{, name}. Congratulations.',
        'You found the right one{, name}. It’s written all over you.',
      ],
    },
    {
      in: ['joyful'],
      say: [
        'Yes, yes, a hundred times yes{, name}.',
        'Throw something, preferably petals{, name}. Congratulations.',
        'Bells, cake, dancing{, name}. Congratulations.',
      ],
    },
    {
      in: ['playful'],
      say: [
        'Congratulations{, name}. Two toothbrushes, one bathroom, best of luck.',
        'Congratulations{, name}. The flowers cried, obviously.',
        'Love wins again{, name}. Congratulations.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Congratulations{, name}. Took you long enough.',
        'Congratulations{, name}. {I’d|We’d} started to think it was a rumour.',
        'Congratulations{, name}. No refunds.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'You and me, my love. How about that.',
        'I’ve never been surer of anything{, name}.',
        'Of all the times I’ve said yes{, name}, this is the one I mean most.',
        'I get to keep you{, name}. I still can’t quite believe it.',
        'It was always going to be you{, name}.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: [
        'We’re doing it{, name}. We’re actually doing it.',
        'No backing out now{, name}. I’ve told my mother.',
        'Here we go, my love. Hold on to your hat.',
      ],
    },
    {
      in: ['poetic'],
      say: ['Two roads, one gate{, name}. Congratulations.', 'Here’s to love{, name}, planted in good ground.'],
    },
    {
      in: ['grateful'],
      say: [
        'Thank you for letting us share your happiness{, name}. Congratulations.',
        'It’s a joy to know you both{, name}. Congratulations.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Congratulations{, name}. You’ve chosen well, and so has somebody else.',
        'A good beginning{, name}. Congratulations.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'So happy for you{, name}. You’ve waited a while for this kind of day.',
        'Congratulations{, name}, with love on a big day.',
      ],
    },
    {
      in: ['classic'],
      say: ['Warmest congratulations to you both{, name}.', 'With love and congratulations{, name}.'],
    },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} heartfelt congratulations{, name}.',
        '{I was|We were} delighted by your news{, name}.',
        'With every good wish for your future together{, name}.',
      ],
    },
    {
      in: ['warm', 'classic', 'formal'],
      to: atWork,
      say: ['Congratulations{, name,} from everyone who gets to work with you.'],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: ['Today and all the rest{, name,} with you.', 'My answer’s yes{, name}. It’s been yes for ages.'],
    },
  ],
  middles: [
    {
      in: ['warm', 'heartfelt', 'classic'],
      say: [
        'May you laugh most days and go to bed friends.',
        'You’re kind to each other when nobody’s looking. That’s the part that lasts.',
        'May there always be somebody to find your glasses.',
        'The way you look at one another tells the whole story.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      say: [
        'May the playlist be long and the speeches short.',
        'Eat the cake. Dance badly. Remember all of it.',
        'There will be dancing, and some of it will be good.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Remember: whoever cooks doesn’t wash up. Get it in writing.',
        'One of you is always right, and the other one is married.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'I’d cross any room to stand beside you.',
        'Whatever’s ahead, I want to see it with you.',
        'You’ve made the future look like somewhere I’d like to live.',
        'There’s nobody I’d rather be nervous next to.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: [
        'I promise you the window side, the last chip, and all my days.',
        'You’ve seen my tax returns and my bed hair, and here you are.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'May your house have morning light and a kettle that’s always just boiled.',
        'May you grow like two trees: close, and each with its own sky.',
        'Love is mostly small weather. May yours be mild.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'You’ve made room for friends in all this happiness. It’s noticed.',
        'Watching you two has made romantics of the lot of us.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'You’ve the two things that matter: you like each other, and you laugh.',
        'There’ll be hills. You’ll be good at hills.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'Those who can’t be there would be so proud of you.',
        'Take a breath in the middle of it, and look around. It’s all for you.',
      ],
    },
    {
      in: ['classic'],
      say: ['May your life together be long and happy.', 'May each year be better than the one before.'],
    },
    {
      in: ['formal'],
      say: [
        'May the years ahead bring you lasting happiness.',
        '{I wish|We wish} you health, harmony and every joy in your life together.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'I’ll be kind on the bad days and silly on the good ones.',
        'You’re my home, my favourite argument and my best friend.',
      ],
    },
  ],
  closings: [
    {
      in: ['warm', 'classic', 'heartfelt'],
      say: ['Be happy. You’ve a great start.', 'Here’s to the two of you.', 'Wishing you every happiness.'],
    },
    { in: ['heartfelt', 'warm'], to: near, say: ['With so much love to you both.', '{I|We} couldn’t be happier.'] },
    { in: ['joyful', 'playful'], say: ['See you on the dance floor.', 'Hip hip, and so on.', 'Cheers to you.'] },
    { in: ['cheeky'], say: ['Good luck to whoever got the window side.', 'Save {me|us} a dance and a vol-au-vent.'] },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'Here’s to us.',
        'I’m yours, officially or otherwise.',
        'All my love, all my life.',
        'Come what may, you’re it.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: ['Let’s go and be ridiculous together.', 'Race you to the cake.', 'Dinner first, then forever.'],
    },
    { in: ['poetic'], say: ['May it be a long, good summer.', 'Grow old, and gladly.'] },
    { in: ['grateful', 'encouraging'], say: ['Thank you for the happy news.', 'Go well together.'] },
    { in: ['comforting'], say: ['You’re surrounded by love.', 'Thinking of you, and so glad.'] },
    { in: ['formal'], say: ['With {my|our} very best wishes to you both.', 'With {my|our} warmest regards.'] },
  ],
  lines: [
    {
      in: ['warm', 'classic', 'heartfelt', 'grateful'],
      say: [
        'Congratulations to you both{, name}.',
        'So happy for you{, name}.',
        'Here’s to love{, name}, and to you two.',
        'Every happiness{, name,} together.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      say: ['Hooray for love{, name}.', 'Cake, speeches, dancing{, name}. Congratulations.'],
    },
    { in: ['cheeky'], to: teasing, say: ['About time{, name}. Congratulations.', 'Well caught{, name}.'] },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'You and me{, name}. Yes.',
        'Forever sounds about right, my love.',
        'I choose you{, name}, today and after.',
        'Us{, name}. For good.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: ['Yes, and yes, and yes{, name}.', 'Dibs{, name}. Forever.'],
    },
    { in: ['poetic'], say: ['Two{, name}, and a garden to grow into.'] },
    {
      in: ['encouraging', 'comforting'],
      say: ['A happy beginning to you both{, name}.', 'Love to you both{, name}, and courage for the speeches.'],
    },
    {
      in: ['formal', 'classic'],
      say: ['With sincere congratulations{, name}.', 'With every good wish for your happiness{, name}.'],
    },
  ],
}
