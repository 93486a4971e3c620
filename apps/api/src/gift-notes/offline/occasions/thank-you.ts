import { atWork, near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'

const teasing = [...teasable, 'colleague', 'neighbour', 'relative'] as const

export const thankYou: Material = {
  openings: [
    {
      in: ['warm', 'grateful'],
      say: [
        'Thank you{, name}. It made more difference than you’d guess.',
        'A proper thank you{, name}, the kind that comes with petals.',
        'Thank you{, name}. You did it as though it were nothing, and it wasn’t.',
        'This is a thank you{, name}, and it’s overdue.',
      ],
    },
    {
      in: ['heartfelt', 'grateful'],
      say: [
        'Thank you{, name}. {I|We} won’t forget it.',
        'For everything you did, and the way you did it{, name}: thank you.',
        'There’s thanks you say at the door, and there’s this{, name}. Thank you.',
      ],
    },
    {
      in: ['joyful'],
      say: [
        'Thank you, thank you, thank you{, name}.',
        'Look what you did{, name}. Thank you.',
        'You made our week{, name}. Thank you.',
      ],
    },
    {
      in: ['playful'],
      say: [
        'Thank you{, name}. {I|We} owe you one, and here’s the first instalment.',
        'Thank you{, name}. A medal was considered, but these smell better.',
        'Consider this your round of applause{, name}. Thank you.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Thank you{, name}. {I’ll|We’ll} deny ever having needed the help.',
        'Thank you{, name}. Please don’t let it go to your head.',
        'Right{, name}, {I admit|we admit} it: {I|we} couldn’t have done it without you. Thank you.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'Thank you, my love, for all the things you think I don’t notice.',
        'Thank you{, name}. Being looked after by you is the best part of my day.',
      ],
    },
    { in: ['romantic'], to: ['someone'], say: ['Thank you{, name}. You were lovely, and I noticed.'] },
    {
      in: ['poetic'],
      say: [
        'Kindness goes round the long way{, name}. This is some of it coming back. Thank you.',
        'Some thanks won’t go into words{, name}, so here they are with stems. Thank you.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Thank you{, name}. Please know that what you do works.',
        'Thank you{, name}. Whatever you’re doing, keep doing it.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'Thank you{, name,} for being there when it was hard.',
        'Thank you{, name}. You made a heavy time lighter.',
      ],
    },
    {
      in: ['classic'],
      say: ['With many thanks{, name}.', 'Thank you so much{, name}.', 'A small token of a large thank you{, name}.'],
    },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} sincere thanks{, name}.',
        '{I|We} would like to thank you most warmly{, name}.',
        'With sincere appreciation{, name}.',
      ],
    },
    {
      in: ['formal', 'classic'],
      to: atWork,
      say: [
        'Thank you{, name,} for your time and your good judgement.',
        'Thank you{, name}. Working with you is a pleasure.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'grateful'],
      say: [
        'You didn’t have to, you weren’t asked twice, and you never mentioned it again.',
        'You gave your time as if you had plenty of it. {I know|We know} you don’t.',
        'It was a kind thing, done quietly, and it didn’t go unseen.',
        'People like you are why people like {me|us} get through the week.',
      ],
    },
    {
      in: ['heartfelt'],
      say: [
        'You saw what was needed before anyone had said it.',
        'Some people offer. You turned up.',
        'It would have been easy to look the other way. You never do.',
      ],
    },
    {
      in: ['joyful'],
      say: ['It was generous and good and completely like you.', 'Honestly, {I am|we are} still smiling about it.'],
    },
    {
      in: ['playful'],
      say: [
        'If there’s ever a couch to carry or a cat to feed, you know whom to call.',
        'Redeem in person for coffee, biscuits, or a favour of your choosing.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'These cover the interest. The debt itself may take some years.',
        'Naturally {I|we} had it all under control, apart from the parts you fixed.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'It’s the small things, and you do hundreds of them.',
        'You carry half of everything and make it look like a walk.',
      ],
    },
    { in: ['romantic'], to: ['someone'], say: ['I’ve thought about it every day since.'] },
    {
      in: ['poetic'],
      say: [
        'What you gave was small in the hand and large in the telling.',
        'A good turn keeps its colour longer than any of these will.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'You’re better at this than you let yourself believe.',
        'It isn’t always easy to see the good you do, so here it is in writing.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'You sat with it when there was nothing to fix. That was the help.',
        'You knew when to talk and when to put the kettle on.',
      ],
    },
    {
      in: ['classic'],
      say: ['Your kindness has meant a great deal.', 'It was thoughtful of you, and much appreciated.'],
    },
    {
      in: ['formal'],
      say: [
        'Your generosity was most appreciated.',
        'Your care and attention made a real difference, and {I am|we are} grateful for both.',
      ],
    },
    {
      in: ['warm', 'classic', 'grateful'],
      to: ['teacher'],
      say: [
        'What you do lasts a good deal longer than the day you do it in.',
        'You see the person first and the rest second. It shows.',
        'Patience like yours ought to be on the curriculum.',
      ],
    },
    {
      in: ['warm', 'classic', 'formal'],
      to: ['client'],
      say: ['Your trust is never taken for granted here.', 'It’s good to work for people who know what they like.'],
    },
    {
      in: ['warm', 'grateful'],
      to: ['neighbour'],
      say: ['A good neighbour is worth a longer street.', 'It’s a better street for having you in it.'],
    },
    {
      in: ['warm', 'joyful', 'grateful'],
      to: ['team'],
      say: [
        'All of you pulled, and nobody counted who pulled hardest.',
        'It was a lot to ask, and you made it look like a plan.',
      ],
    },
  ],
  closings: [
    {
      in: ['warm', 'grateful'],
      say: ['{I’m|We’re} lucky to know you.', 'Thank you, truly.', 'It won’t be forgotten.'],
    },
    { in: ['heartfelt'], say: ['{I|We} mean every word.', 'You’re one of the good ones.'] },
    { in: ['heartfelt'], to: near, say: ['So much love, and so many thanks.'] },
    { in: ['joyful'], say: ['You’re a marvel.', 'Take a bow.'] },
    {
      in: ['playful', 'cheeky'],
      say: ['Next coffee is on {me|us}.', 'You’re free to gloat.', 'Invoice to follow never, please.'],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['I’d be lost without you, and very badly fed.', 'I love you for it, and for the rest.'],
    },
    { in: ['romantic'], to: ['someone'], say: ['I hope I get to return the favour.'] },
    { in: ['poetic'], say: ['May it come back to you threefold.', 'May you be met with the same.'] },
    { in: ['encouraging'], say: ['Keep going. It matters.', 'Be proud of it.'] },
    { in: ['comforting'], say: ['{I’ll|We’ll} always be grateful.', 'Now rest a little yourself.'] },
    { in: ['classic', 'warm'], say: ['With {my|our} warmest thanks.', '{I’m|We’re} so grateful.'] },
    {
      in: ['formal'],
      say: ['With {my|our} sincere gratitude.', '{I remain|We remain} most grateful.', 'It is greatly appreciated.'],
    },
  ],
  lines: [
    {
      in: ['warm', 'grateful'],
      say: [
        'Thank you{, name}. You’re a gem.',
        'Just to say thank you{, name}, properly.',
        'You helped more than you know{, name}. Thank you.',
        'Thank you{, name}. It meant the world.',
      ],
    },
    { in: ['heartfelt', 'classic'], say: ['With all {my|our} thanks{, name}.', 'Thank you{, name,} for everything.'] },
    { in: ['joyful', 'playful'], say: ['Thank you{, name}. Gold star.', 'You legend{, name}. Thank you.'] },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Fine{, name}. You were a great help. Thank you.',
        'Thank you{, name}. {I take|We take} back most of what {I|we} said.',
      ],
    },
    { in: ['romantic'], to: ['partner'], say: ['Thank you, my love, for all of it.'] },
    { in: ['romantic'], to: ['someone'], say: ['Thank you{, name}. I’m still smiling.'] },
    {
      in: ['poetic'],
      say: [
        'For a kindness{, name}, some colour in return.',
        'Thanks, in the only language that comes with scent{, name}.',
      ],
    },
    { in: ['encouraging'], say: ['Thank you{, name}. What you do matters.'] },
    { in: ['comforting'], say: ['You were there{, name}. Thank you.'] },
    {
      in: ['formal', 'classic'],
      say: ['With sincere thanks{, name}.', 'With gratitude{, name}.', 'Thank you{, name}, with kind regards.'],
    },
  ],
}
