import { atWork, near } from '../circles.ts'
import type { Material } from '../material.ts'

// No "better place", no "time heals", no "at least", nothing to be got over. It says that somebody is thinking of them, and leaves
// the rest open.
export const sympathy: Material = {
  openings: [
    {
      in: ['comforting', 'warm'],
      say: [
        '{I’m|We’re} so sorry{, name}.',
        'There are no right words{, name}, so {I’m|we’re} sending these few.',
        '{I’m|We’re} thinking of you{, name,} today and in the quieter days after.',
        '{I was|We were} so sad to hear your news{, name}.',
      ],
    },
    {
      in: ['heartfelt', 'comforting'],
      say: [
        '{My heart is|Our hearts are} with you{, name}.',
        'There’s a gap now where there was so much{, name}, and {I’m|we’re} so sorry.',
        '{I wish|We wish} there were something to say that helped{, name}.',
      ],
    },
    {
      in: ['grateful', 'heartfelt'],
      say: [
        '{I’m|We’re} grateful for a life that touched so many{, name}, and so sorry it’s over.',
        'So many of us will miss them with you{, name}.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'Some days the light comes in sideways{, name}. {I am|We are} thinking of you in this one.',
        'Grief is love with its coat still on{, name}. {I’m|We’re} so sorry.',
        'For the empty chair{, name}, and for you beside it.',
      ],
    },
    {
      in: ['classic'],
      say: [
        'With deepest sympathy{, name}.',
        '{I am|We are} so very sorry for your loss{, name}.',
        'Thinking of you at this sad time{, name}.',
      ],
    },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} sincere condolences{, name}.',
        '{I was|We were} deeply saddened to learn of your loss{, name}.',
        'On your bereavement{, name}, {I|we} offer {my|our} heartfelt sympathy.',
      ],
    },
    { in: ['formal', 'classic'], to: atWork, say: ['All of us were very sorry to hear your news{, name}.'] },
    {
      in: ['comforting', 'heartfelt'],
      to: ['partner'],
      say: [
        'I’m here{, name,} for as long and as quietly as you need.',
        'I can’t mend it{, name}. I can be beside you while it hurts.',
      ],
    },
  ],
  middles: [
    {
      in: ['comforting', 'warm'],
      say: [
        'You don’t have to answer this, or be all right by any date.',
        'There’s nothing you need to do. Sit down, eat something, let others answer the door.',
        'If company helps, call. If it doesn’t, {I’ll|we’ll} still be here.',
        'Whatever today looks like, it’s the right way to do it.',
      ],
    },
    {
      in: ['heartfelt', 'comforting'],
      say: [
        'It hurts this much because there was that much love.',
        'They were loved well, and a great deal of that was your doing.',
        'You loved them out loud. They knew.',
      ],
    },
    {
      in: ['grateful', 'heartfelt', 'warm'],
      say: [
        'The stories will keep. When you feel like telling them, {I’d|we’d} like to listen.',
        'Thank you for sharing them with the rest of us.',
        'What they taught, and what they made us laugh at, stays.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'The garden keeps what it was given, and so do we.',
        'May the mornings be kind, and the evenings not too long.',
        'May the good memories come in first and stay the longest.',
      ],
    },
    {
      in: ['classic'],
      say: [
        'May you be surrounded by people who knew them, too.',
        'May you find some peace in the kindness around you.',
        '{I hope|We hope} the memories are a comfort, in their own time.',
      ],
    },
    {
      in: ['formal'],
      say: [
        'They will be remembered with respect and affection.',
        'May it be of some comfort that so many share in your sadness.',
        'Please do not hesitate to call on {me|us} in the weeks ahead.',
      ],
    },
    {
      in: ['formal', 'classic', 'warm', 'comforting'],
      to: ['colleague', 'boss', 'team'],
      say: [
        'Please don’t give work a thought. It can wait, and it will.',
        'Take whatever time you need; things are covered here.',
      ],
    },
  ],
  closings: [
    {
      in: ['comforting', 'warm', 'heartfelt'],
      say: ['You’re not alone in this.', '{I’m|We’re} close by.', 'Go gently.', 'Thinking of you, now and later.'],
    },
    {
      in: ['heartfelt', 'comforting'],
      to: near,
      say: ['You’re so loved.', 'Sending all {my|our} love, and a shoulder.'],
    },
    { in: ['grateful'], say: ['They won’t be forgotten.', '{I’m|We’re} glad to have known them.'] },
    { in: ['poetic'], say: ['May there be light, a little more each day.', 'Be held, by whoever is near.'] },
    {
      in: ['classic'],
      say: ['You are in {my|our} thoughts.', 'With love and remembrance.', 'Wishing you strength and comfort.'],
    },
    {
      in: ['formal'],
      say: [
        'You and your family are in {my|our} thoughts.',
        'With {my|our} deepest respect.',
        'Wishing you strength in the days to come.',
      ],
    },
  ],
  lines: [
    {
      in: ['comforting', 'warm', 'heartfelt'],
      say: [
        'So sorry{, name}. Thinking of you.',
        'No words{, name}. Only that {I’m|we’re} here.',
        'Holding you in {my|our} thoughts{, name}.',
        '{I’m|We’re} here{, name}, now and afterwards.',
        'Thinking of you{, name,} and of them.',
      ],
    },
    {
      in: ['heartfelt', 'comforting'],
      to: near,
      say: ['So much love to you{, name}.', 'Loving you from here{, name}.'],
    },
    {
      in: ['grateful'],
      say: ['Remembering them with you{, name}.', 'With thanks for a good life{, name}, and sorrow at its end.'],
    },
    {
      in: ['poetic'],
      say: ['Something gentle{, name,} for a day that isn’t.', 'For the quiet{, name}, and for you in it.'],
    },
    {
      in: ['classic', 'warm'],
      say: ['With deepest sympathy{, name}.', 'In loving memory, and with thoughts of you{, name}.'],
    },
    {
      in: ['formal', 'classic'],
      say: ['With sincere condolences{, name}.', 'With {my|our} deepest sympathy and respect{, name}.'],
    },
  ],
}
