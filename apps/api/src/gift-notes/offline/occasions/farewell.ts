import { near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'

const teasing = [...teasable, 'child', 'relative', 'colleague', 'neighbour', 'team'] as const

export const farewell: Material = {
  openings: [
    {
      in: ['warm'],
      say: [
        'Goodbye for now{, name}, and go well.',
        'It won’t be the same without you{, name}.',
        'Off you go{, name}, with all {my|our} good wishes.',
        'A place is losing you{, name}, and another one’s in luck.',
      ],
    },
    {
      in: ['heartfelt'],
      say: [
        'Saying goodbye to you{, name} is harder than it has any right to be.',
        'You’ll be missed{, name,} more than you’d believe.',
        'It’s a good thing you’re doing{, name}, and {I’ll|we’ll} miss you all the same.',
      ],
    },
    {
      in: ['joyful'],
      say: [
        'Adventure{, name}. Off you go.',
        'Bon voyage{, name}.',
        'New places, new people, same wonderful you{, name}.',
      ],
    },
    {
      in: ['playful'],
      say: [
        'Farewell{, name}. The biscuit tin will be fuller, and sadder.',
        'You’re leaving{, name}. We’ve checked, and it’s allowed.',
        'Goodbye{, name}. Take these; they fit under the seat in front.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Go, then{, name}. See if we care. (We care.)',
        'Leaving us{, name}? The nerve.',
        'Goodbye{, name}. Your good mug stays here.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['Every mile of it{, name}, I’m with you.', 'Go well, my love, and come back to me.'],
    },
    { in: ['romantic'], to: ['someone'], say: ['I’ll miss you{, name,} more than I’ve let on.'] },
    {
      in: ['poetic'],
      say: ['The tide’s right{, name}. Go well.', 'Birds do it every year{, name,} and always find the way back.'],
    },
    {
      in: ['grateful'],
      say: [
        'Before you go{, name}: thank you.',
        'You leave things better than you found them{, name}. Thank you.',
        'Goodbye{, name}, and thank you for all of it.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'You’re ready for this{, name}.',
        'Good luck{, name}. You won’t need much of it.',
        'Big step, steady feet{, name}. You’ll be fine.',
      ],
    },
    {
      in: ['comforting'],
      say: ['Leaving’s hard{, name}, even when it’s right.', 'You can miss a place and still be glad to go{, name}.'],
    },
    {
      in: ['classic'],
      say: [
        'Farewell and best wishes{, name}.',
        'Wishing you all the very best{, name}.',
        'Good luck and goodbye{, name}.',
      ],
    },
    {
      in: ['formal'],
      say: [
        'With {my|our} best wishes on your departure{, name}.',
        '{I|We} wish you every success in what comes next{, name}.',
        'It has been a privilege{, name}.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'heartfelt'],
      say: [
        'There’ll be a gap about your size, and we’ll all keep walking into it.',
        'Wherever you land, they’ll wonder how they managed before.',
        'You were the one people went and stood next to.',
        'Distance is only a matter of better phone calls.',
      ],
    },
    {
      in: ['joyful'],
      say: [
        'Send photographs, and stories, and whatever they eat for breakfast.',
        'Say yes to things. Eat everything. Write home.',
      ],
    },
    {
      in: ['playful', 'cheeky'],
      say: [
        'Who’ll do the crossword aloud now?',
        'We’ll be using your stapler, in your honour.',
        'We’ve agreed to speak of you only in exaggerations.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['I’ll be counting sleeps, like a child before Christmas.', 'The house will be tidy and I’ll hate it.'],
    },
    { in: ['romantic'], to: ['someone'], say: ['You’ve been the best part of a good many days.'] },
    {
      in: ['poetic'],
      say: [
        'May the road rise gently and the beds be soft.',
        'May you find the window with the view, and the people with the laugh.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'You shared what you knew and never made anyone feel slow.',
        'You’ve been generous with your time, your jokes and your umbrella.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'The first week will be strange, and then it’ll be yours.',
        'You’ve done braver things than this, and in worse shoes.',
        'Trust the person you’ve become. We do.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'You can ring on the bad days. You can ring on the good ones, too.',
        'Nothing you’ve made here goes away when you do.',
      ],
    },
    { in: ['classic'], say: ['May the next chapter be a happy one.', 'You take {my|our} good wishes with you.'] },
    {
      in: ['formal'],
      say: [
        'Your contribution has been valued by all of us.',
        'You leave with the respect and good wishes of everyone here.',
      ],
    },
    {
      in: ['warm', 'grateful', 'formal', 'classic'],
      to: ['colleague', 'boss', 'team', 'teacher'],
      say: [
        'You made the hard days shorter and the long meetings bearable.',
        'You set a high standard, and a kind one.',
      ],
    },
  ],
  closings: [
    { in: ['warm', 'classic'], say: ['Go well.', 'Keep in touch, properly.', 'Until next time.'] },
    { in: ['heartfelt', 'warm'], to: near, say: ['So much love goes with you.', 'There’s always a bed here.'] },
    { in: ['heartfelt'], say: ['Don’t be a stranger.', 'You’re taking a bit of us with you.'] },
    { in: ['joyful', 'playful'], say: ['Have the time of your life.', 'Postcards, please.', 'Go on, then. Shoo.'] },
    { in: ['cheeky'], say: ['You’ll be back.', 'Call when it’s terrible. Call anyway.'] },
    { in: ['romantic'], to: ['partner'], say: ['Come home soon.', 'My heart’s in your hand luggage.'] },
    { in: ['romantic'], to: ['someone'], say: ['Write to me.'] },
    { in: ['poetic'], say: ['Fair winds.', 'May you be met at every gate.'] },
    { in: ['grateful'], say: ['Thank you, and safe travels.', 'It’s been a joy.'] },
    { in: ['encouraging'], say: ['You’ll be marvellous.', '{I’m|We’re} cheering from here.'] },
    {
      in: ['comforting'],
      say: ['You’re not going far from {my|our} thoughts.', 'It’s not goodbye, just further away.'],
    },
    {
      in: ['formal'],
      say: ['With {my|our} sincere thanks and best wishes.', '{I hope|We hope} our paths cross again.'],
    },
  ],
  lines: [
    {
      in: ['warm', 'classic', 'heartfelt', 'grateful'],
      say: [
        'Go well{, name}.',
        'You’ll be missed{, name}.',
        'Goodbye for now{, name}, and thank you.',
        'All the best{, name}, wherever it takes you.',
      ],
    },
    { in: ['joyful', 'playful'], say: ['Bon voyage{, name}. Bring back cheese.', 'Off you go{, name}. Be brilliant.'] },
    { in: ['cheeky'], to: teasing, say: ['Fine{, name}. Go. (Come back.)'] },
    { in: ['romantic'], to: ['partner', 'someone'], say: ['Come back soon{, name}. I’ll be here.'] },
    { in: ['poetic'], say: ['Fair winds{, name}.', 'A little of here{, name,} to take there.'] },
    { in: ['encouraging', 'comforting'], say: ['You’ve got this{, name}.', 'Brave you{, name}. Go well.'] },
    {
      in: ['formal', 'classic'],
      say: ['With thanks and best wishes{, name}.', 'With every good wish for the future{, name}.'],
    },
  ],
}
