import { atWork, near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'

const teasing = [...teasable, 'colleague', 'relative', 'father', 'mother'] as const

export const congratulations: Material = {
  openings: [
    {
      in: ['warm', 'heartfelt'],
      say: [
        'Congratulations{, name}. It couldn’t have happened to a nicer person.',
        'You did it{, name}. Congratulations.',
        'Congratulations{, name}. {I’m|We’re} so pleased for you.',
        'What good news{, name}, and so well deserved.',
      ],
    },
    {
      in: ['heartfelt'],
      to: near,
      say: ['{I’m|We’re} so proud of you{, name}.', 'Congratulations{, name}. {I|We} always knew.'],
    },
    {
      in: ['joyful'],
      say: [
        'You did it, you did it, you did it{, name}.',
        'Bravo{, name}. Bravo again.',
        'Hats in the air{, name}. Congratulations.',
      ],
    },
    {
      in: ['playful'],
      say: [
        'Congratulations{, name}. Please form an orderly queue to be hugged.',
        'Well done{, name}. Somebody ring a bell.',
        'Congratulations{, name}. The flowers wanted to come and see for themselves.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Congratulations{, name}. And to think we knew you when.',
        'Well{, name}, you’ve only gone and done it.',
        'Congratulations{, name}. Try to stay approachable.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['Congratulations, my clever love.', 'I’ve been grinning since you told me{, name}. Congratulations.'],
    },
    { in: ['romantic'], to: ['someone'], say: ['Congratulations{, name}. You’re rather wonderful.'] },
    {
      in: ['poetic'],
      say: [
        'You planted this a long time ago{, name}. Congratulations on the harvest.',
        'Some doors take years of leaning{, name}. Look at it now, wide open.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'Congratulations{, name}, and thank you for taking us along.',
        'It’s a pleasure to have had a seat near this one{, name}. Congratulations.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Congratulations{, name}. And this is only the start.',
        'Well done{, name}. Now you know what you can do.',
        'You backed yourself{, name}, and you were right to.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'Congratulations{, name}. You got there, and it wasn’t easy.',
        'After all of that{, name}, what a good day. Congratulations.',
      ],
    },
    {
      in: ['classic'],
      say: [
        'Congratulations{, name}, and well done.',
        'Warmest congratulations{, name}.',
        'Many congratulations{, name}.',
      ],
    },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} sincere congratulations{, name}.',
        '{I was|We were} delighted to hear of your success{, name}.',
        '{I|We} congratulate you most warmly{, name}.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'heartfelt'],
      say: [
        'You worked for it when nobody was watching, and it shows now that everyone is.',
        'It’s the sort of news that makes you believe effort counts for something.',
        'You kept at it on the days it wasn’t any fun. That’s the whole secret.',
        'You’ve earned every bit of it, and the lie-in afterwards.',
      ],
    },
    {
      in: ['joyful'],
      say: [
        'Today we boast on your behalf. You may look modest.',
        'There should be a parade. There is, at least, a bouquet.',
        'Tell everyone. Tell strangers on the tram.',
      ],
    },
    {
      in: ['playful', 'cheeky'],
      say: [
        'Enjoy the glory. The dishes will still be there tomorrow.',
        'All that hard work, and you still answered messages. Showing off, really.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'I watched how hard you worked. I’ve never admired anybody more.',
        'You light up when you talk about it. It’s my favourite sight.',
      ],
    },
    { in: ['romantic'], to: ['someone'], say: ['Success suits you. Then again, most things do.'] },
    {
      in: ['poetic'],
      say: [
        'It was slow going uphill; stand a while and enjoy the view.',
        'Nothing about it was luck, though the light is nice too.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'You’ve shared the work and you’re sharing the win. That’s you all over.',
        'You’ve lifted plenty of others on the way up.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Whatever comes next had better be ready for you.',
        'Keep a bit of this day in your pocket for the harder ones.',
        'Aim higher. You’ve got the arm for it.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'You’re allowed to sit down now and let it sink in.',
        'Put down the worry. You can pick up a glass instead.',
      ],
    },
    { in: ['classic'], say: ['It is thoroughly deserved.', 'May it be the first of many.'] },
    {
      in: ['formal'],
      say: [
        'It is a fitting recognition of your ability and effort.',
        'Your achievement is an example to all who know you.',
      ],
    },
    {
      in: ['formal', 'warm', 'classic'],
      to: atWork,
      say: [
        'Anyone who has worked with you will be unsurprised and delighted.',
        'It reflects the care you bring to everything.',
      ],
    },
  ],
  closings: [
    {
      in: ['warm', 'heartfelt', 'classic'],
      say: ['Enjoy this. You’ve earned it.', 'Quite right too.', 'Here’s to you.'],
    },
    { in: ['heartfelt', 'warm'], to: near, say: ['Proud doesn’t cover it.', 'So much love, and a standing ovation.'] },
    { in: ['joyful', 'playful'], say: ['First drink’s on {me|us}.', 'Celebrate loudly.', 'Three cheers.'] },
    { in: ['cheeky'], say: ['Don’t forget us little people.', 'Autograph, please, when you’ve a minute.'] },
    { in: ['romantic'], to: ['partner'], say: ['Dinner tonight. Wear the good shoes.', 'I love you, you marvel.'] },
    { in: ['romantic'], to: ['someone'], say: ['Let me take you out to celebrate.'] },
    { in: ['poetic'], say: ['May the view be worth the climb.', 'May it be the first fruit of many.'] },
    {
      in: ['grateful', 'encouraging'],
      say: ['Onwards, and well done.', 'Go on as you’ve begun.', '{I|We} can’t wait to see what’s next.'],
    },
    { in: ['comforting'], say: ['Rest now. Then celebrate.', 'You did well. Really well.'] },
    {
      in: ['formal'],
      say: ['With {my|our} best wishes for your continued success.', 'With {my|our} warmest regards.'],
    },
  ],
  lines: [
    {
      in: ['warm', 'heartfelt', 'classic', 'grateful'],
      say: [
        'Congratulations{, name}. Richly deserved.',
        'Well done{, name}. So pleased for you.',
        'You did it{, name}.',
        'Congratulations{, name}. Of course you did.',
      ],
    },
    { in: ['heartfelt'], to: near, say: ['So very proud of you{, name}.'] },
    {
      in: ['joyful', 'playful'],
      say: ['Bravo{, name}.', 'Cue the brass band{, name}.', 'Well done{, name}. Cake is on its way.'],
    },
    { in: ['cheeky'], to: teasing, say: ['Not bad{, name}. Not bad at all.', 'Show-off{, name}. Congratulations.'] },
    { in: ['romantic'], to: ['partner', 'someone'], say: ['Clever you{, name}. Lucky me.'] },
    { in: ['poetic'], say: ['From seed to this{, name}. Congratulations.'] },
    {
      in: ['encouraging'],
      say: ['Congratulations{, name}. Now for the next one.', 'Keep going{, name}. Look where it got you.'],
    },
    { in: ['comforting'], say: ['You got there{, name}. Well done.'] },
    {
      in: ['formal', 'classic'],
      say: ['With warmest congratulations{, name}.', 'Many congratulations on your success{, name}.'],
    },
  ],
}
