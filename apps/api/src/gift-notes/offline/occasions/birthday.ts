import { near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'

export const birthday: Material = {
  openings: [
    {
      in: ['warm'],
      say: [
        'Happy birthday{, name}. {I|We} hope it’s a good one from the first cup of tea.',
        'A happy birthday to you{, name}, and an easy day to go with it.',
        'Happy birthday{, name}. Consider this a small nudge to stop and enjoy it.',
        'It’s your birthday{, name}, and we’re all the luckier for it.',
      ],
    },
    {
      in: ['heartfelt', 'grateful'],
      say: [
        'Happy birthday{, name}. The day you arrived was a good day for the rest of us.',
        'On your birthday{, name}, the plain truth: life is better with you in it.',
        'Happy birthday{, name}. A good excuse to say how glad {I am|we are} of you.',
      ],
    },
    {
      in: ['joyful'],
      say: [
        'Happy, happy birthday{, name}.',
        'It’s here at last{, name}: your birthday.',
        'Happy birthday{, name}. This calls for cake before noon.',
      ],
    },
    {
      in: ['playful', 'joyful'],
      say: [
        'Happy birthday{, name}. Word got out, and the garden sent a delegation.',
        'Happy birthday{, name}. You’ve had years of practice at this, and it shows.',
        'Another lap of the sun{, name}, and a birthday at the end of it.',
      ],
    },
    {
      in: ['cheeky'],
      to: [...teasable, 'father', 'mother', 'relative', 'colleague'],
      say: [
        'Happy birthday{, name}. We’d have lit all the candles, but there’s a fire ban.',
        'Happy birthday{, name}. Older, certainly. Wiser, still under review.',
        'Happy birthday{, name}. No one is counting, and several of us tried.',
        'Happy birthday{, name}. You don’t look it, whatever it is this year.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['Happy birthday, my love.', 'Happy birthday to my favourite person in any room.'],
    },
    {
      in: ['romantic'],
      to: ['partner', 'someone'],
      say: [
        'Happy birthday{, name}. Of all the days in the calendar, this is the one I’m most grateful for.',
        'Happy birthday{, name}. I’d like to spend a great many of these with you.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'The year has come round to you again{, name}. Happy birthday.',
        'Happy birthday{, name}. One more ring in the tree.',
        'Somewhere between last light and the first bird{, name}, it became your birthday.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'Happy birthday{, name}, with thanks for all the ordinary days you make better.',
        'It’s your birthday{, name}, and the gift is ours: knowing you.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Happy birthday{, name}. A good deal of the best of it is still ahead.',
        'A year of your own begins today{, name}. Happy birthday.',
        'Happy birthday{, name}. Clean page, sharp pencil.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'Happy birthday{, name}, as loud or as quiet as you’d like it to be.',
        'It’s your birthday{, name}, and you’re in {my|our} thoughts.',
        'A gentle happy birthday to you{, name}.',
      ],
    },
    {
      in: ['classic'],
      say: [
        'Many happy returns{, name}.',
        'Wishing you a very happy birthday{, name}.',
        'Warmest birthday wishes{, name}.',
      ],
    },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} warmest wishes on your birthday{, name}.',
        'It is a pleasure to wish you a happy birthday{, name}.',
        'With every good wish on your birthday{, name}.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'joyful'],
      say: [
        'May there be good food, good company, and nobody asking you to do the dishes.',
        'You look after everyone else’s celebrations. Somebody should look after yours.',
        'Put your feet up, open something nice, and let the phone ring.',
        'Do whatever you like best, and as much of it as you can fit in.',
      ],
    },
    {
      in: ['heartfelt', 'grateful'],
      say: [
        'You have a way of making people feel expected. {I|We} hope you feel that today, from all sides.',
        'Every year {I find|we find} one more thing to admire in you, and never quite get round to saying so.',
        'You’ve been kind in ways you’ve long forgotten, and {I haven’t|we haven’t}.',
      ],
    },
    {
      in: ['playful', 'joyful'],
      say: [
        'The rules are simple: no emails, no ironing, and cake counts as lunch.',
        'Your only duty is to blow out the candles and accept compliments.',
        'Somewhere there’s a slice with your name on it, and probably a second.',
      ],
    },
    {
      in: ['cheeky'],
      to: [...teasable, 'father', 'mother', 'relative', 'colleague'],
      say: [
        'It’s polite to act surprised by the cake, so please start practising.',
        '{I’ve|We’ve} told everyone a different number, so nobody knows a thing.',
        'You’re at the age where the flowers come with a warning not to lift anything heavy.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'I’d spend this day with you if it were a wet Tuesday and there were nothing to celebrate.',
        'I still look for you first wherever we are.',
        'You make a home out of wherever we happen to be.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'May the year ahead open slowly, a petal at a time, with nothing forced.',
        'May it bring long evenings, open windows, and time to notice both.',
        'May there be rain when you need it and sun when you’ve earned it.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'You remember everyone’s day. It’s a pleasure to remember yours.',
        'Thank you for the listening, the laughing, and the turning up.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Whatever you’ve been putting off, this might be the year for it. {I’d|We’d} back you.',
        'You’ve more going for you than you give yourself credit for.',
        'Try the thing. Book the trip. Plant the tree.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'There’s no right way to spend it. A walk, a rest, a bit of cake by the window will do.',
        'If the day is a mixed one, that’s all right too.',
      ],
    },
    {
      in: ['classic', 'warm'],
      say: [
        'May the day be happy and the year ahead kind to you.',
        'May it bring good health, good company and a surprise or two.',
        '{I|We} hope you’re spoiled, and that you let it happen.',
      ],
    },
    {
      in: ['formal'],
      say: [
        'May the coming year bring you good health and every success.',
        'May you enjoy a day of well-earned rest among those closest to you.',
      ],
    },
  ],
  closings: [
    {
      in: ['warm', 'classic'],
      say: ['Have a lovely day.', 'Enjoy every minute of it.', 'Here’s to you, and to many more.'],
    },
    {
      in: ['heartfelt', 'warm'],
      to: near,
      say: ['You’re loved, today and all the other days.', 'See you soon, with cake.'],
    },
    {
      in: ['joyful'],
      say: ['Let’s celebrate properly, and soon.', 'Three cheers for you.', 'Hooray for you, all day long.'],
    },
    {
      in: ['playful', 'cheeky'],
      say: [
        'Save {me|us} a slice with icing on three sides.',
        'Blow hard. There may be a few.',
        'Make a wish, and make it a big one.',
      ],
    },
    {
      in: ['cheeky'],
      to: [...teasable, 'father', 'mother', 'relative', 'colleague'],
      say: ['Same again next year, knees permitting.', 'Your secret (the number) is safe with {me|us}.'],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['I’m yours, this year and the next.', 'All of me, with icing.', 'Come here and be kissed.'],
    },
    { in: ['romantic'], to: ['someone'], say: ['Save me the last dance.', 'I can’t wait to see you.'] },
    { in: ['poetic'], say: ['May the light be good wherever you are.', 'Go well into the new year of yours.'] },
    {
      in: ['grateful', 'heartfelt'],
      say: ['Thank you for another year of you.', '{I’m|We’re} so glad there’s a you.'],
    },
    { in: ['encouraging'], say: ['On you go. {I’m|We’re} cheering.', 'Go and make it a good one.'] },
    { in: ['comforting'], say: ['Be gentle with yourself.', 'Thinking of you from start to finish.'] },
    { in: ['classic'], say: ['With every good wish for the year ahead.', 'Health and happiness to you.'] },
    {
      in: ['formal'],
      say: ['With {my|our} very best wishes for the year to come.', '{I|We} wish you a most enjoyable day.'],
    },
  ],
  lines: [
    {
      in: ['warm', 'classic'],
      say: [
        'Happy birthday{, name}. Enjoy every minute.',
        'Many happy returns{, name}.',
        'Happy birthday{, name}. The day is yours; so are these.',
        'A very happy birthday{, name}.',
      ],
    },
    {
      in: ['heartfelt', 'grateful'],
      say: ['Happy birthday{, name}. So glad you were born.', 'Another year of you{, name}. Lucky us.'],
    },
    { in: ['heartfelt'], to: near, say: ['Happy birthday{, name}. Loved, as ever.'] },
    {
      in: ['joyful', 'playful'],
      say: ['Happy birthday{, name}. Cake first, questions later.', 'It’s your day{, name}. Go wild, within reason.'],
    },
    {
      in: ['cheeky'],
      to: [...teasable, 'father', 'mother', 'relative', 'colleague'],
      say: [
        'Happy birthday{, name}. Still got it, whatever it was.',
        'Happy birthday{, name}. The flowers look fresh, anyway.',
      ],
    },
    { in: ['romantic'], to: ['partner', 'someone'], say: ['Happy birthday{, name}. I’m so glad I found you.'] },
    { in: ['romantic'], to: ['partner'], say: ['Happy birthday, my love. Every year, I’d choose you.'] },
    {
      in: ['poetic'],
      say: ['Another spring of you{, name}. Happy birthday.', 'One more ring in the tree{, name}. Happy birthday.'],
    },
    { in: ['poetic'], to: near, say: ['For your birthday{, name}: colour, while it lasts, and love, which does.'] },
    { in: ['encouraging'], say: ['Happy birthday{, name}. Here’s to what comes next.'] },
    { in: ['comforting'], say: ['Thinking of you on your birthday{, name}.'] },
    {
      in: ['formal'],
      say: ['With best wishes for a happy birthday{, name}.', 'With warm regards on your birthday{, name}.'],
    },
  ],
}
