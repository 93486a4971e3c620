import { near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'

const teasing = [...teasable, 'child', 'relative', 'colleague'] as const

export const graduation: Material = {
  openings: [
    {
      in: ['warm', 'heartfelt'],
      say: [
        'Congratulations{, name}. A real live graduate.',
        'You did it{, name}. All of it, including the footnotes.',
        'Congratulations{, name}. What an effort, and what a finish.',
        'Well done{, name}. You can frame it now.',
      ],
    },
    {
      in: ['heartfelt'],
      to: near,
      say: [
        '{I’m|We’re} so proud of you{, name}.',
        'Watching you get here has been one of {my|our} great pleasures{, name}.',
      ],
    },
    {
      in: ['joyful'],
      say: [
        'Hats in the air{, name}.',
        'Congratulations{, name}. No more exams.',
        'You graduated{, name}. Hooray for your brain.',
      ],
    },
    {
      in: ['playful'],
      say: [
        'Congratulations{, name}. You may now use long words in anger.',
        'Congratulations{, name}. The library will miss you terribly.',
        'One very smart cookie{, name}. Congratulations.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Congratulations{, name}. And they said it couldn’t be done. Well, one of us did.',
        'Congratulations{, name}. Now get a job.',
        'You’ve graduated{, name}. Nobody asked to see the browser history.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['Congratulations, my brilliant love.', 'You clever thing{, name}. Congratulations.'],
    },
    { in: ['romantic'], to: ['someone'], say: ['Congratulations{, name}. Brains and all the rest.'] },
    {
      in: ['poetic'],
      say: [
        'All those lamplit nights{, name}, and here’s the morning. Congratulations.',
        'A long season of study{, name}, and a good harvest.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'Congratulations{, name}, and thank you for letting us cheer.',
        'It’s been a privilege to watch you learn{, name}. Congratulations.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Congratulations{, name}. Doors next.',
        'You’ve proved it to yourself{, name}. Congratulations.',
        'Congratulations{, name}. The world could use you.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'You got through it{, name}, and through some hard months too. Congratulations.',
        'Breathe out{, name}. It’s done, and done well.',
      ],
    },
    {
      in: ['classic'],
      say: ['Congratulations on your graduation{, name}.', 'Warmest congratulations{, name,} on a fine achievement.'],
    },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} warm congratulations on your graduation{, name}.',
        '{I|We} congratulate you on this achievement{, name}.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'heartfelt'],
      say: [
        'It took late nights and early ones, and you turned up to both.',
        'You asked good questions and stayed for the answers.',
        'There were weeks you nearly didn’t. You did.',
        'Whatever you do next will be better for the care you bring to it.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      say: [
        'Sleep in. Then sleep in again, with honours.',
        'Please wear the gown to breakfast at least once.',
        'Somewhere a highlighter is retiring on full pension.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: ['We expect you to fix the printer now.', 'All that learning, and you still can’t stack a dishwasher.'],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'I’ve loved every version of you, including the one with the flashcards.',
        'You were tired and stubborn and wonderful.',
      ],
    },
    { in: ['romantic'], to: ['someone'], say: ['You talk about it with your whole face. I love that.'] },
    {
      in: ['poetic'],
      say: [
        'May what you’ve learned be a lantern and not a load.',
        'Knowledge is a slow-growing tree. Yours is in leaf.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'You helped others over the line as well. That counts as much.',
        'Your teachers were lucky to have you in the second row.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'You don’t need the whole map. The next street will do.',
        'Take your time, take your chances, and take a jumper.',
        'There’s no hurry, and there’s nothing you can’t start from here.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'You’re allowed not to know what’s next. Today is for enjoying.',
        'It asked a lot of you. You can put it down now.',
      ],
    },
    { in: ['classic'], say: ['May it open many doors.', 'Your hard work has been well rewarded.'] },
    {
      in: ['formal'],
      say: [
        'It is a credit to your diligence and ability.',
        'May it be the foundation of a long and satisfying career.',
      ],
    },
  ],
  closings: [
    {
      in: ['warm', 'classic', 'heartfelt'],
      say: ['Enjoy today. You’ve earned it.', 'Well done, you.', 'Here’s to whatever’s next.'],
    },
    {
      in: ['heartfelt', 'warm'],
      to: near,
      say: ['So proud, and so much love.', '{I’ve|We’ve} run out of buttons to burst.'],
    },
    {
      in: ['joyful', 'playful'],
      say: ['Party now. Plan later.', 'Take a bow, scholar.', 'Go forth and be brilliant.'],
    },
    { in: ['cheeky'], say: ['Lunch is on you from now on.', 'Remember us when you’re rich.'] },
    { in: ['romantic'], to: ['partner'], say: ['Come and celebrate with me.', 'I love that clever head of yours.'] },
    { in: ['romantic'], to: ['someone'], say: ['Let’s celebrate, you and I.'] },
    { in: ['poetic'], say: ['The gate’s open. Go on through.', 'May the road be kind and interesting.'] },
    {
      in: ['grateful', 'encouraging'],
      say: [
        'Go and do good with it.',
        'On you go. {I’m|We’re} right behind you.',
        '{I|We} can’t wait to see what you make.',
      ],
    },
    { in: ['comforting'], say: ['Rest first. The future can wait till Monday.', 'You’ve done so well.'] },
    { in: ['formal'], say: ['With {my|our} best wishes for the future.', '{I wish|We wish} you every success.'] },
  ],
  lines: [
    {
      in: ['warm', 'classic', 'heartfelt', 'grateful'],
      say: [
        'Congratulations{, name}. Graduate has a ring to it.',
        'You did it{, name}. Well done.',
        'Clever you{, name}. Congratulations.',
        'So well earned{, name}. Congratulations.',
      ],
    },
    { in: ['heartfelt'], to: near, say: ['So proud of you{, name}.'] },
    { in: ['joyful', 'playful'], say: ['Hats off{, name}. Then hats up.', 'Top of the class{, name}.'] },
    {
      in: ['cheeky'],
      to: teasing,
      say: ['Certified clever{, name}. At last.', 'Congratulations{, name}. No more student discount.'],
    },
    { in: ['romantic'], to: ['partner', 'someone'], say: ['Brilliant, and lovely with it{, name}. Congratulations.'] },
    { in: ['poetic'], say: ['After the long night’s reading{, name}, morning.'] },
    {
      in: ['encouraging', 'comforting'],
      say: ['Go well{, name}. You’re ready.', 'You got there{, name}. The rest will come.'],
    },
    {
      in: ['formal', 'classic'],
      say: ['With congratulations on your graduation{, name}.', 'With best wishes for the future{, name}.'],
    },
  ],
}
