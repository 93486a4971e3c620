import { near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'
import { gentle, lively } from '../tones.ts'

const teasing = [...teasable, 'child', 'relative', 'couple', 'colleague', 'neighbour'] as const

export const housewarming: Material = {
  apart: ['partner'],
  openings: [
    {
      in: ['warm', 'classic'],
      say: [
        'Welcome home{, name}.',
        'Happy new house{, name}.',
        'Congratulations on the new place{, name}.',
        'Here’s to the new front door{, name}.',
      ],
    },
    {
      in: ['heartfelt'],
      say: [
        'You’ve found your spot{, name}, and {I’m|we’re} so glad.',
        'A house turns into a home quickly when you’re in it{, name}.',
      ],
    },
    {
      in: ['joyful'],
      say: ['New keys, new walls, new everything{, name}. Hooray.', 'You’ve got a house{, name}. Look at you.'],
    },
    {
      in: ['playful'],
      say: [
        'Happy new house{, name}. These need no assembly.',
        'Congratulations{, name}. Every box you can’t find is in the last one.',
        'Welcome home{, name}. Something for between the boxes.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Congratulations{, name}. Please never ask us to carry that couch again.',
        'Nice place{, name}. We’ll be round every Sunday.',
        'Happy new house{, name}. The spare room looks comfortable.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'May the light find its way in early{, name}.',
        'Every house wants something growing in it{, name}. Here’s a start.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'Your door’s always been open to us{, name}. Congratulations on a new one.',
        'Congratulations{, name}. Nobody’s earned a place of their own more.',
      ],
    },
    {
      in: ['encouraging'],
      say: ['A new start, and a good one{, name}.', 'Congratulations{, name}. You made it happen, box by box.'],
    },
    {
      in: ['comforting'],
      say: [
        'New places take a while to feel like yours{, name}. Here’s something familiar.',
        'Thinking of you{, name,} in your new rooms.',
      ],
    },
    {
      in: ['classic'],
      say: ['Wishing you much happiness in your new home{, name}.', 'Best wishes for your new home{, name}.'],
    },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} best wishes for your new home{, name}.',
        'With congratulations on your new residence{, name}.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'We’re home{, name}.',
        'Our own front door, my love.',
        'Here’s to our place{, name}.',
        'I’d live anywhere with you{, name}, but I’m glad it’s here.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: [
        'Our house{, name}. Our leaks, our rules.',
        'We found the kettle and the corkscrew, my love. We live here now.',
        'Dibs on the sunny side{, name}.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: ['The keys are ours{, name}.', 'Home at last{, name}, you and me.'],
    },
  ],
  middles: [
    {
      in: ['warm', 'heartfelt', 'classic'],
      say: [
        'May it be full of good dinners and people who stay too long.',
        'May you find the light switches in the dark before the week’s out.',
        'Put these on the first clear surface and call it done.',
        'Soon it’ll smell of your cooking and sound like your music.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      say: [
        'Dance in it before the furniture comes.',
        'Nobody’s judging the boxes. We’d only like to know what’s in the heavy one.',
        'May the water be hot and the neighbours be quiet.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'We’ve measured the couch. It’ll do nicely for overnight.',
        'Something will break in the first week. It’s tradition.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'May the rain on the roof be company.',
        'May the windows hold the good weather and the walls keep the laughter.',
        'A kettle, a chair, something in flower: that’s a home begun.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'You make anywhere welcoming. This place won’t know its luck.',
        'You’ve always made room for one more at the table.',
      ],
    },
    {
      in: ['encouraging'],
      say: ['Paint one wall, plant one pot, and the rest will follow.', 'It’ll be yours by the third cup of tea.'],
    },
    {
      in: ['comforting'],
      say: ['Unpack the bed and the teapot. Everything else can wait.', 'There’s no rush to belong. You will.'],
    },
    {
      in: ['formal'],
      say: [
        'May it bring you comfort and many happy years.',
        'May your new home be a place of welcome and good fortune.',
      ],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: [
        'I can see all our winters in it already.',
        'The walls are bare and I’ve never felt more at home.',
        'We’ll fill it slowly, with good things and loud friends.',
      ],
    },
    {
      in: lively,
      to: ['partner'],
      say: ['You do the spiders. I’ll do the bins.', 'We own a hedge. We’re hedge people now.'],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: ['It creaks a bit. So do we. It’ll be grand.', 'I want to learn every corner of it with you.'],
    },
  ],
  closings: [
    {
      in: ['warm', 'classic', 'heartfelt'],
      say: ['Be happy there.', 'Welcome home.', 'Wishing you many good years in it.'],
    },
    {
      in: ['warm', 'heartfelt'],
      to: near,
      say: ['{I|We} can’t wait to see it.', 'Love to you, and to your lovely new place.'],
    },
    {
      in: ['joyful', 'playful'],
      say: ['Put the kettle on. {I’m|We’re} on {my|our} way.', 'Cheers to the roof over it all.'],
    },
    { in: ['cheeky'], say: ['What time’s dinner?', '{I|We} take milk, no sugar.'] },
    { in: ['poetic'], say: ['Peace to this house.', 'May the door swing wide and often.'] },
    {
      in: ['grateful', 'encouraging', 'comforting'],
      say: ['You’ll be happy here.', 'It already suits you.', 'Settle in gently.'],
    },
    { in: ['formal'], say: ['With {my|our} warmest wishes.', '{I wish|We wish} you every happiness there.'] },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: ['Home is you, with better plumbing.', 'I love you in every room.', 'Welcome home, my love.'],
    },
    {
      in: lively,
      to: ['partner'],
      say: ['Last one in cooks.', 'Now, where did we pack the bed?'],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: ['Let’s never move again.', 'Leave your shoes wherever you like.'],
    },
  ],
  lines: [
    {
      in: ['warm', 'classic', 'heartfelt', 'grateful'],
      say: [
        'Welcome home{, name}.',
        'Happy new house{, name}.',
        'Much happiness in your new home{, name}.',
        'Something for the new windowsill{, name}.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      say: ['New house{, name}. Same lovely you.', 'Keys, kettle, flowers{, name}. Sorted.'],
    },
    { in: ['cheeky'], to: teasing, say: ['Nice place{, name}. When do we move in?'] },
    { in: ['poetic'], say: ['First light, first flowers{, name}. Welcome home.'] },
    { in: ['encouraging', 'comforting'], say: ['A good beginning to you{, name,} in the new place.'] },
    {
      in: ['formal', 'classic'],
      say: ['With best wishes for your new home{, name}.', 'With every happiness in your new home{, name}.'],
    },
    {
      in: [...gentle, 'romantic', 'formal'],
      to: ['partner'],
      say: ['Home, my love.', 'You, me, four walls{, name}. Perfect.', 'Here’s to our front door{, name}.'],
    },
    {
      in: lively,
      to: ['partner'],
      say: ['We live here now{, name}.', 'Our place{, name}. Shoes off.'],
    },
  ],
}
