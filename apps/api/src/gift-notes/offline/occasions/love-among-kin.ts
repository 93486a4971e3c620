import { family, near } from '../circles.ts'
import type { Material } from '../material.ts'

const kin = [...family, 'friend'] as const

export const loveAmongKin: Material = {
  openings: [
    {
      in: ['heartfelt', 'warm', 'grateful'],
      to: kin,
      say: [
        'I don’t say it often enough{, name}: I love you.',
        'A plain note to say you’re loved{, name}.',
        'You mean more to {me|us} than you’d ever guess{, name}.',
      ],
    },
    {
      in: ['joyful'],
      to: near,
      say: [
        'You make {me|us} ridiculously happy{, name}.',
        'Guess who’s loved{, name}. You, that’s who.',
        'Oh, {I do|we do} love you{, name}.',
      ],
    },
    {
      in: ['playful', 'cheeky'],
      to: kin,
      say: ['You’re stuck with {me|us}{, name}, and so lucky.', 'Don’t make a fuss{, name}, but you’re loved.'],
    },
    {
      in: ['poetic'],
      to: kin,
      say: [
        'Love grows where it’s watered{, name}. You never forgot the can.',
        'You’re the warm side of the house{, name}.',
      ],
    },
    {
      in: ['encouraging'],
      to: near,
      say: ['I love you, and I believe in you{, name}.', 'You’ve got this{, name}, and you’ve got {me|us}.'],
    },
    {
      in: ['comforting'],
      to: near,
      say: [
        'You’re so loved{, name}, on the heavy days most of all.',
        'Wherever today finds you{, name}, you’re loved.',
      ],
    },
    { in: ['classic'], to: near, say: ['With all {my|our} love{, name}.', 'To you{, name,} with love.'] },
    {
      in: ['formal', 'classic'],
      to: [...near, 'someone'],
      say: ['With deepest affection{, name}.', 'With {my|our} fondest regards{, name}.'],
    },
    {
      in: ['warm', 'heartfelt', 'grateful', 'comforting', 'encouraging', 'poetic'],
      to: kin,
      say: [
        'There’s no news{, name}. Only love.',
        'You’ve always had a place in {my|our} heart{, name}, and the best seat.',
        'If nobody’s told you lately{, name}: you’re loved.',
      ],
    },
    {
      in: ['classic', 'formal', 'joyful', 'playful', 'cheeky'],
      to: kin,
      say: [
        'Love to you{, name}, today and on all the days between.',
        'A note to say {I love|we love} you{, name}, in case it slipped your mind.',
      ],
    },
  ],
  middles: [
    {
      in: ['heartfelt', 'warm', 'grateful'],
      to: kin,
      say: [
        'You’ve been on {my|our} side from the start, and {I’ve|we’ve} always known it.',
        'Being near you is the nearest thing to coming home.',
        'So much of what’s good in {my|our} life has your fingerprints on it.',
      ],
    },
    {
      in: ['joyful'],
      to: [...near, 'someone'],
      say: ['That’s it. That’s the news.', 'Nothing to celebrate but you, which is plenty.'],
    },
    {
      in: ['playful', 'cheeky'],
      to: [...kin, 'someone'],
      say: ['This is as soppy as it gets, so enjoy it.', 'No reply needed. Blushing is optional.'],
    },
    {
      in: ['poetic'],
      to: kin,
      say: ['Some people are weather. You’re climate.', 'Wherever you’ve been, things grow.'],
    },
    {
      in: ['grateful'],
      to: [...near, 'someone'],
      say: ['You give so much and keep no count.', 'Thank you for the patience, the laughter and the second chances.'],
    },
    {
      in: ['encouraging'],
      to: [...near, 'someone'],
      say: [
        'Whatever’s in front of you, you won’t face it alone.',
        'You’re braver than you feel, and {I’m|we’re} proud of you.',
      ],
    },
    {
      in: ['comforting'],
      to: [...near, 'someone'],
      say: [
        'You don’t have to be strong for anybody today.',
        'Lean as hard as you like. {I’m|We’re} not going anywhere.',
      ],
    },
    {
      in: ['classic', 'formal'],
      to: [...near, 'someone'],
      say: ['You are dear to {me|us}, and always will be.', 'No distance and no busy week will change it.'],
    },
    {
      in: ['classic', 'formal', 'comforting', 'encouraging', 'poetic'],
      to: kin,
      say: ['You’ve a place here that nobody else could fill.', 'There’s a chair for you at {my|our} table, always.'],
    },
  ],
  closings: [
    {
      in: ['heartfelt', 'warm', 'grateful', 'comforting'],
      to: kin,
      say: ['You’re so loved.', 'Sending a long hug.', 'Always, and no matter what.'],
    },
    {
      in: ['joyful', 'playful'],
      to: [...near, 'someone'],
      say: ['Come here and be hugged.', 'You’re wonderful, and there it is in print.'],
    },
    {
      in: ['cheeky'],
      to: [...near, 'someone'],
      say: ['Now pretend you’re not smiling.', 'Don’t let it go to your head.'],
    },
    {
      in: ['poetic'],
      to: [...near, 'someone'],
      say: ['May this find you by a window.', 'Keep a little of the light for {me|us}.'],
    },
    {
      in: ['encouraging'],
      to: [...near, 'someone'],
      say: ['I’m right behind you, cheering.', 'On you go, my darling.'],
    },
    { in: ['classic', 'formal'], to: [...near, 'someone'], say: ['With love, now and always.', 'Ever yours.'] },
    {
      in: ['classic', 'formal', 'joyful', 'playful', 'cheeky', 'poetic', 'encouraging'],
      to: kin,
      say: ['With a full heart.', 'From {me|us}, with a squeeze.'],
    },
  ],
  lines: [
    {
      in: ['heartfelt', 'warm', 'classic'],
      to: kin,
      say: [
        'Just to say you’re loved{, name}.',
        'I love you{, name}. No other news.',
        'So much love{, name}, no reason needed.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      to: [...near, 'someone'],
      say: ['You’re my favourite{, name}.', 'One bunch of adoration{, name}, as ordered by nobody.'],
    },
    { in: ['cheeky'], to: kin, say: ['You’ll do{, name}. (You’re adored.)'] },
    {
      in: ['poetic'],
      to: [...near, 'someone'],
      say: ['If love had a scent{, name}, it would be this room shortly.', 'Love{, name}, cut fresh this morning.'],
    },
    {
      in: ['grateful', 'comforting', 'encouraging'],
      to: [...near, 'someone'],
      say: ['You’re loved more than you know{, name}.', 'I’m so glad of you{, name}.'],
    },
    {
      in: ['formal', 'classic'],
      to: [...near, 'someone'],
      say: ['With all {my|our} love{, name}.', 'With love and admiration{, name}.'],
    },
    {
      in: ['warm', 'heartfelt', 'classic', 'comforting', 'encouraging', 'poetic'],
      to: kin,
      say: [
        'You’re loved{, name}. Pass it on.',
        'Love you{, name}. Always have.',
        'A bit of love{, name,} for the table.',
      ],
    },
  ],
}
