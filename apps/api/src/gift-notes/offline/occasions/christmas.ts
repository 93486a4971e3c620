import { atWork, near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'

const teasing = [...teasable, 'father', 'mother', 'relative', 'colleague', 'neighbour'] as const

// Christmas here is in summer: prawns, cherries and the cricket, no snow.
export const christmas: Material = {
  openings: [
    {
      in: ['warm'],
      say: [
        'Merry Christmas{, name}. May the kitchen be cool and the company good.',
        'Happy Christmas{, name}, with a bit of garden for the table.',
        'Merry Christmas{, name}. Here’s to long lunches and longer naps.',
      ],
    },
    {
      in: ['heartfelt', 'grateful'],
      say: [
        'Merry Christmas{, name}. Knowing you is one of the good things about this year.',
        'At the end of a long year{, name}, {I’m|we’re} thinking of you. Merry Christmas.',
        'Merry Christmas{, name}, and thank you for another year of you.',
      ],
    },
    {
      in: ['joyful'],
      say: [
        'Merry, merry Christmas{, name}.',
        'It’s Christmas{, name}, and there are cherries. Hooray.',
        'Ring the bells and pass the prawns{, name}. Merry Christmas.',
      ],
    },
    {
      in: ['playful'],
      say: [
        'Merry Christmas{, name}. You’re on the nice list; {I|we} checked.',
        'Merry Christmas{, name}. Santa’s running late, so the florist went ahead.',
        'Merry Christmas{, name}. These don’t need batteries.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Merry Christmas{, name}. You’ve been good, or near enough.',
        'Merry Christmas{, name}. This is not a regifted candle.',
        'Merry Christmas{, name}. May your pudding be on fire, on purpose.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'Merry Christmas, my love. You’re all I wanted.',
        'Merry Christmas{, name}. No mistletoe, so we’ll improvise.',
      ],
    },
    {
      in: ['romantic'],
      to: ['someone'],
      say: ['Merry Christmas{, name}. I hope to see a good deal of you next year.'],
    },
    {
      in: ['poetic'],
      say: [
        'The year is nearly home{, name}. Merry Christmas.',
        'Long light, late birds, a table under the tree{, name}. Merry Christmas.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Merry Christmas{, name}. You made it, and rather well.',
        'Merry Christmas{, name}. Put the year down; you carried it nicely.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'Thinking of you this Christmas{, name}.',
        'A quiet, kind Christmas to you{, name}.',
        'However Christmas finds you this year{, name}, you’re in {my|our} thoughts.',
      ],
    },
    {
      in: ['classic'],
      say: [
        'Merry Christmas{, name}, and a happy New Year.',
        'Wishing you a very happy Christmas{, name}.',
        'Season’s greetings{, name}.',
      ],
    },
    {
      in: ['formal'],
      say: [
        'With {my|our} compliments of the season{, name}.',
        'Please accept {my|our} best wishes for Christmas and the New Year{, name}.',
        'Season’s greetings{, name}, and every good wish.',
      ],
    },
    {
      in: ['formal', 'classic', 'warm'],
      to: atWork,
      say: [
        'Merry Christmas{, name}, and thank you for this year.',
        'A happy Christmas to you{, name}, and a real break.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'joyful'],
      say: [
        'May there be shade, something cold, and nobody talking politics.',
        'May the leftovers be better than the lunch.',
        '{I hope|We hope} you’re spoiled, fed, and left alone with a book for an hour.',
        'May the cricket be on in another room and somebody else on dishes.',
      ],
    },
    {
      in: ['heartfelt', 'grateful'],
      say: [
        'You make it feel like Christmas, wherever we happen to be.',
        'The best of the year had you in it.',
        'It’s the people, in the end. It’s you.',
      ],
    },
    {
      in: ['playful', 'joyful'],
      say: [
        'Calories are suspended until the second of January.',
        'Wear the paper hat. Dignity can wait.',
        'If the tree falls over, that’s just what trees do.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Try not to cheat at charades. We’ll know.',
        'Leave a prawn for somebody else this time.',
        'Pretend to like the socks.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'When everyone’s gone home, it’s you and me and the last of the trifle.',
        'You’re the best thing under any tree.',
      ],
    },
    { in: ['romantic'], to: ['someone'], say: ['You’ve made the end of this year very sweet.'] },
    {
      in: ['poetic'],
      say: [
        'May there be one still hour, with the heat gone and the door open.',
        'May the new year come in softly and wipe its feet.',
      ],
    },
    {
      in: ['encouraging'],
      say: ['Rest now. The new year will wait at the gate.', 'You did more than you think, and you did it kindly.'],
    },
    {
      in: ['comforting'],
      say: [
        'It’s a noisy season. You can step outside whenever you need to.',
        'There may be an empty chair this year. It’s all right to look at it.',
        'Do the bits you like, and let the rest go.',
      ],
    },
    { in: ['classic'], say: ['May the season bring you peace and good company.', 'May the New Year be kind to you.'] },
    {
      in: ['formal'],
      say: [
        'May the season bring you rest, and the coming year every success.',
        'Your goodwill throughout the year has been much appreciated.',
      ],
    },
    {
      in: ['formal', 'classic', 'warm', 'grateful'],
      to: ['client'],
      say: ['Thank you for your custom and your confidence this year.', 'It’s been a pleasure to work for you.'],
    },
    {
      in: ['warm', 'grateful', 'joyful', 'classic'],
      to: ['team'],
      say: [
        'You carried a lot this year, and you carried it together.',
        'Switch everything off. It’ll all be here in January.',
      ],
    },
    {
      in: ['warm', 'grateful', 'classic'],
      to: ['teacher'],
      say: ['You’ve earned every day of the holidays.', 'A year of your patience has done a lot of good.'],
    },
  ],
  closings: [
    {
      in: ['warm', 'classic', 'joyful'],
      say: ['Here’s to a good new year.', 'Have a lovely one.', 'See you on the other side of pudding.'],
    },
    {
      in: ['heartfelt', 'warm'],
      to: near,
      say: ['So much love from {me|us}.', 'Wish {I|we} could hand you these {myself|ourselves}.'],
    },
    {
      in: ['playful', 'cheeky'],
      say: ['Save {me|us} the crackling.', 'Nap like you mean it.', 'Ho, ho, and indeed, ho.'],
    },
    { in: ['romantic'], to: ['partner'], say: ['All I want is more of this.', 'Meet me under the tree.'] },
    { in: ['romantic'], to: ['someone'], say: ['Kiss me at midnight on the thirty-first.'] },
    { in: ['poetic'], say: ['Peace on your house, and a breeze through it.', 'May the stars be out.'] },
    { in: ['grateful', 'heartfelt'], say: ['Thank you for everything this year.', '{I’m|We’re} so glad of you.'] },
    { in: ['encouraging'], say: ['Onwards, after a nap.', 'Next year’s lucky to get you.'] },
    {
      in: ['comforting'],
      say: ['Be kind to yourself.', '{I’m|We’re} here, Christmas or not.', 'Thinking of you all through it.'],
    },
    { in: ['formal'], say: ['With {my|our} kindest regards.', 'With every good wish for the year ahead.'] },
  ],
  lines: [
    {
      in: ['warm', 'classic', 'heartfelt'],
      say: [
        'Merry Christmas{, name}.',
        'Happy Christmas{, name}, and a good rest after it.',
        'Merry Christmas{, name}. Peace, prawns and pudding.',
        'A very merry Christmas to you{, name}.',
      ],
    },
    {
      in: ['heartfelt', 'grateful'],
      say: ['Merry Christmas{, name}. So glad of you.', 'Merry Christmas{, name}, with thanks for the year.'],
    },
    { in: ['joyful', 'playful'], say: ['Merry everything{, name}.', 'Paper hats on{, name}. Merry Christmas.'] },
    { in: ['cheeky'], to: teasing, say: ['Merry Christmas{, name}. Hands off the last mince pie.'] },
    {
      in: ['romantic'],
      to: ['partner', 'someone'],
      say: ['Merry Christmas{, name}. You’re the present.', 'All I want{, name,} is you.'],
    },
    { in: ['poetic'], say: ['Green for Christmas{, name}, and red for love.', 'A sprig of the season{, name}.'] },
    { in: ['encouraging'], say: ['Merry Christmas{, name}. You’ve earned the rest.'] },
    { in: ['comforting'], say: ['Thinking of you this Christmas{, name}.', 'A gentle Christmas to you{, name}.'] },
    {
      in: ['formal', 'classic'],
      say: ['With the compliments of the season{, name}.', 'With best wishes for Christmas{, name}.'],
    },
  ],
}
