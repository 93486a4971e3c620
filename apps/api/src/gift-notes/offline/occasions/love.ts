import { beloved } from '../circles.ts'
import type { Material } from '../material.ts'

export const love: Material = {
  openings: [
    {
      in: ['romantic', 'heartfelt', 'warm'],
      to: ['partner'],
      say: [
        'I love you{, name}. I thought you should have it in writing.',
        'Still you{, name}. Always, it turns out, you.',
        'No occasion{, name}. I just love you.',
        'You came home last night, hung up your coat{, name}, and I fell in love again.',
      ],
    },
    {
      in: ['romantic', 'heartfelt'],
      to: beloved,
      say: [
        'I think about you more than is strictly practical{, name}.',
        'Everything’s a little brighter since you{, name}.',
        'I keep meaning to tell you this properly{, name}.',
      ],
    },
    {
      in: ['warm', 'classic'],
      to: beloved,
      say: [
        'You make things better just by walking in{, name}.',
        'These made me think of you{, name}. Most things do.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      to: ['someone'],
      say: ['You make me ridiculously happy{, name}.', 'I smile at my phone now{, name}. It’s embarrassing.'],
    },
    {
      in: ['playful'],
      to: ['partner'],
      say: [
        'I love you{, name}, even before coffee.',
        'You’re my favourite{, name}. Don’t tell the dog.',
        'Reasons I love you{, name}: see attached, colour-coded.',
      ],
    },
    {
      in: ['cheeky'],
      to: ['partner'],
      say: [
        'I’d still swipe right{, name}.',
        'I love you{, name}, snoring and all.',
        'Roses are a bit much{, name}. You’re worth it.',
      ],
    },
    {
      in: ['cheeky'],
      to: ['someone'],
      say: ['I like you{, name}. There, it’s in print now.', 'Subtlety isn’t working{, name}, so: flowers.'],
    },
    {
      in: ['poetic'],
      to: beloved,
      say: [
        'If I could send you the sound of rain on the roof{, name}, I would. I’ve sent these.',
        'You are the lamp left on for me{, name}.',
        'All my roads seem to bend a little your way{, name}.',
      ],
    },
    {
      in: ['grateful'],
      to: ['partner'],
      say: [
        'Thank you for loving me the way you do{, name}.',
        'I don’t know what I did to deserve you{, name}, but I’m keeping you.',
      ],
    },
    { in: ['grateful'], to: ['someone'], say: ['I’m so glad our paths crossed{, name}.'] },
    { in: ['encouraging'], to: ['someone'], say: ['I believe in you{, name,} rather a lot.'] },
    { in: ['comforting'], to: ['someone'], say: ['Somebody’s thinking of you, gently{, name}.'] },
    {
      in: ['classic', 'formal', 'grateful', 'comforting', 'encouraging'],
      to: beloved,
      say: ['You’re dear to me{, name}, and I wanted to say so.', 'My thoughts keep turning to you{, name}.'],
    },
    {
      in: ['heartfelt', 'warm', 'grateful', 'comforting', 'encouraging'],
      to: ['someone'],
      say: ['You’ve made my days better{, name}, and I thought you should know.', 'I’m so very fond of you{, name}.'],
    },
  ],
  middles: [
    {
      in: ['romantic', 'heartfelt'],
      to: ['partner'],
      say: [
        'Of all the luck I’ve had, you’re the part I’d never trade.',
        'I’d pick the same seat, the same bad film and the same walk home, as long as it ended with you.',
        'You know the worst of me and put the kettle on anyway.',
        'I like who I am when I’m beside you.',
      ],
    },
    {
      in: ['romantic', 'warm'],
      to: ['someone'],
      say: [
        'Time goes oddly fast when you’re around.',
        'I’ve started saving up things to tell you.',
        'There’s a seat beside me with your coat on it, if you’d like.',
      ],
    },
    {
      in: ['warm', 'classic', 'heartfelt'],
      to: ['partner'],
      say: [
        'The everyday things are my favourites, because you’re in them.',
        'Home is where your shoes are in the way.',
      ],
    },
    {
      in: ['playful', 'cheeky'],
      to: ['partner'],
      say: ['I’d share the last chip with you. Most of it.', 'You may have the good pillow tonight. Tonight only.'],
    },
    {
      in: ['poetic', 'romantic'],
      to: beloved,
      say: [
        'You make ordinary light look as though somebody had arranged it.',
        'There’s a quiet in me now that has your name.',
        'The days have edges; you’re the soft part.',
      ],
    },
    {
      in: ['heartfelt', 'grateful', 'comforting', 'encouraging'],
      to: ['someone'],
      say: ['You’re kind in a way that people remember.', 'I feel more like myself when you’re about.'],
    },
  ],
  closings: [
    {
      in: ['romantic', 'heartfelt', 'warm'],
      to: ['partner'],
      say: [
        'I’m yours.',
        'Tonight, tomorrow, and all the Tuesdays.',
        'It’s you. It’s always going to be you.',
        'I’d choose you again.',
      ],
    },
    {
      in: ['romantic', 'warm', 'heartfelt'],
      to: ['someone'],
      say: ['I can’t wait to see you.', 'Say yes to dinner.', 'Thinking of you, clearly.'],
    },
    { in: ['grateful'], to: ['partner', 'someone'], say: ['Thank you for being you.', 'How lucky I am.'] },
    { in: ['comforting'], to: ['partner', 'someone'], say: ['I’m here.', 'Rest. I’ve got you.'] },
  ],
  lines: [
    {
      in: ['romantic', 'warm', 'heartfelt'],
      to: ['partner'],
      say: [
        'I love you{, name}. That’s all. That’s everything.',
        'Still crazy about you{, name}.',
        'You{, name}. Always you.',
        'Just because I love you{, name}.',
        'I’d marry you on a weekday{, name}.',
      ],
    },
    {
      in: ['romantic', 'warm', 'heartfelt'],
      to: ['someone'],
      say: [
        'You’re on my mind{, name}, and I like you there.',
        'Hello{, name}. You make me smile.',
        'I like you very much{, name}.',
      ],
    },
    {
      in: ['cheeky'],
      to: ['partner', 'someone'],
      say: ['I fancy you{, name}. Still.', 'Flowers{, name}. Act surprised.'],
    },
  ],
}
