import { beloved, family } from '../circles.ts'
import type { Material } from '../material.ts'
import { lively } from '../tones.ts'

export const valentinesDay: Material = {
  openings: [
    {
      in: ['romantic', 'heartfelt', 'warm'],
      to: ['partner'],
      say: [
        'Happy Valentine’s Day, my love.',
        'Be mine{, name}. Again. Still.',
        'Happy Valentine’s Day{, name}. I’d find you in any crowd.',
        'My heart’s yours{, name}. It has been for ages.',
      ],
    },
    {
      in: ['romantic', 'heartfelt', 'warm'],
      to: ['someone'],
      say: [
        'Happy Valentine’s Day{, name}. You may have guessed already.',
        'I’ve been hoping for an excuse{, name}. Happy Valentine’s Day.',
        'Happy Valentine’s Day{, name,} from somebody who can’t stop smiling.',
      ],
    },
    {
      in: ['joyful'],
      to: beloved,
      say: ['It’s you{, name}. Happy Valentine’s Day.', 'Happy Valentine’s Day{, name}. My heart does a little jig.'],
    },
    {
      in: ['playful'],
      to: beloved,
      say: [
        'Happy Valentine’s Day{, name}. These are from me, in case of competition.',
        'Will you be my Valentine{, name}? Tick one: yes, or of course.',
        'Happy Valentine’s Day{, name}. Cupid’s aim is better than it looks.',
      ],
    },
    {
      in: ['cheeky'],
      to: ['partner'],
      say: [
        'Happy Valentine’s Day{, name}. You’re stuck with me.',
        'Happy Valentine’s Day{, name}. I remembered. Note the date.',
        'Roses are red{, name}. I’ve run out already.',
      ],
    },
    {
      in: ['cheeky'],
      to: ['someone'],
      say: [
        'Happy Valentine’s Day{, name}. No pressure. Some pressure.',
        'Roses are red{, name}. I’m nervous. That’s the poem.',
      ],
    },
    {
      in: ['poetic'],
      to: beloved,
      say: [
        'There’s a lamp in me that only you switch on{, name}. Happy Valentine’s Day.',
        'February has one good idea{, name}, and this is it.',
        'If I were a garden{, name}, you’d be the reason for the gate.',
      ],
    },
    {
      in: ['grateful', 'comforting', 'encouraging'],
      to: ['partner'],
      say: [
        'Happy Valentine’s Day{, name}. Thank you for choosing me on all the other days.',
        'For the way you love me{, name}: happy Valentine’s Day.',
      ],
    },
    {
      in: ['grateful', 'comforting', 'encouraging'],
      to: ['someone'],
      say: ['Happy Valentine’s Day{, name}. I’m so glad we met.'],
    },
    { in: ['classic'], to: beloved, say: ['Will you be my Valentine{, name}?', 'To my Valentine{, name}, with love.'] },
    { in: ['formal'], to: beloved, say: ['With deepest affection this Valentine’s Day{, name}.'] },
    {
      in: ['classic', 'formal', 'poetic', 'grateful', 'comforting', 'encouraging', 'heartfelt'],
      to: ['partner', 'someone'],
      say: [
        'On Valentine’s Day{, name}, as on all the others, my heart is yours.',
        'Happy Valentine’s Day{, name}, with all my heart.',
        'You have my heart{, name}, today and every day.',
      ],
    },
  ],
  middles: [
    {
      in: ['romantic', 'heartfelt', 'warm', 'classic'],
      to: ['partner'],
      say: [
        'You’re the first thing I want in the morning and the last voice I want at night.',
        'I’d take a wet weekend with you over a fine one anywhere else.',
        'Nobody makes me laugh like you, or feel so safe.',
        'The best thing I ever did was stand near you at the right moment.',
      ],
    },
    {
      in: ['romantic', 'heartfelt', 'warm', 'classic'],
      to: ['someone'],
      say: [
        'I like how you listen, and I like how you laugh.',
        'I find reasons to walk past wherever you are.',
        'You’re on my mind at the oddest times, and all the others.',
      ],
    },
    {
      in: lively,
      to: beloved,
      say: [
        'There may be chocolates. There were more chocolates earlier.',
        'No card with a bear on it could say this, so none was bought.',
        'I’d have written a sonnet, but I got as far as your name and had to sit down.',
      ],
    },
    {
      in: ['poetic', 'romantic'],
      to: beloved,
      say: [
        'You’re the warm stone in my pocket.',
        'Everything in me leans your way, like a plant on a sill.',
        'There’s a quiet hour in every day that belongs to you.',
      ],
    },
    {
      in: ['grateful', 'comforting', 'encouraging'],
      to: beloved,
      say: ['You’re gentle with me when I’m not.', 'You make me braver, and you make me tea.'],
    },
    {
      in: ['formal'],
      to: [...beloved, ...family, 'friend', 'couple'],
      say: ['You are held in the greatest affection.', 'Your company is a constant pleasure.'],
    },
  ],
  closings: [
    {
      in: ['romantic', 'heartfelt', 'warm', 'classic', 'grateful'],
      to: ['partner'],
      say: ['I’m yours.', 'All my love, all of it.', 'Kiss me when you find this.', 'Today and every plain day after.'],
    },
    {
      in: ['romantic', 'heartfelt', 'warm', 'classic', 'grateful'],
      to: ['someone'],
      say: ['Say you’ll have dinner with me.', 'Yours, if you’d like.', 'I hope you’re smiling.'],
    },
    {
      in: lively,
      to: beloved,
      say: ['I’ll bring the wine. Bring yourself.', 'Blush if you must.', 'Now come here.'],
    },
    {
      in: ['poetic', 'comforting', 'encouraging', 'formal'],
      to: beloved,
      say: ['Always, and all ways.', 'With my whole heart.'],
    },
    {
      in: ['classic', 'formal', 'comforting', 'encouraging'],
      to: ['partner', 'someone'],
      say: ['Yours, faithfully and otherwise.', 'With love that keeps.', 'Ever yours.'],
    },
  ],
  lines: [
    {
      in: ['romantic', 'heartfelt', 'warm', 'classic', 'grateful', 'poetic'],
      to: ['partner'],
      say: [
        'Happy Valentine’s Day{, name}. It’s you, it’s always you.',
        'My Valentine{, name}. My favourite.',
        'All my love{, name}, on the day and off it.',
        'Yours{, name}. Entirely.',
      ],
    },
    {
      in: ['romantic', 'heartfelt', 'warm', 'classic', 'grateful', 'poetic'],
      to: ['someone'],
      say: [
        'Be my Valentine{, name}?',
        'Happy Valentine’s Day{, name}. I like you very much.',
        'Thinking of you{, name}, today especially.',
      ],
    },
    {
      in: lively,
      to: beloved,
      say: ['Happy Valentine’s Day{, name}. I saved you the pink ones.', 'You{, name}. Me. Dumplings?'],
    },
    {
      in: ['encouraging', 'comforting', 'formal'],
      to: beloved,
      say: ['Happy Valentine’s Day{, name}. You’re so loved.', 'With love on Valentine’s Day{, name}.'],
    },
  ],
}
