import { near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'

export const getWell: Material = {
  openings: [
    {
      in: ['warm'],
      say: [
        'Sorry to hear you’re laid up{, name}.',
        'Get well soon{, name}. It’s too quiet without you.',
        'Heard you weren’t well{, name}, and thought of you at once.',
        'A get-well wish{, name}, and something to look at that isn’t the ceiling.',
      ],
    },
    {
      in: ['comforting', 'heartfelt'],
      say: [
        'Thinking of you{, name,} and hoping today hurts a little less than yesterday.',
        '{I’m|We’re} sorry it’s such a hard stretch{, name}.',
        'Wishing you rest{, name}, the deep kind that does some good.',
        'You’ve been on {my mind|our minds}{, name}.',
      ],
    },
    {
      in: ['joyful'],
      say: ['Good thoughts are on their way to you{, name}, with stems.', 'Some colour for the bedside{, name}.'],
    },
    {
      in: ['playful'],
      say: [
        'Doctor’s orders{, name}: look at these twice a day, with biscuits.',
        'Get well soon{, name}. The couch has had enough of you.',
        'The sympathy vote is yours{, name}. So is the good blanket.',
      ],
    },
    {
      in: ['cheeky'],
      to: [...teasable, 'colleague', 'father', 'mother'],
      say: ['There are easier ways to get flowers{, name}.', 'You’ll do anything for a lie-in{, name}.'],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'Get better, my love. I’ve got everything else.',
        'I hate seeing you poorly{, name}, and I love you in any pyjamas.',
      ],
    },
    { in: ['romantic'], to: ['someone'], say: ['Get well soon{, name}. I’ve been thinking about you rather a lot.'] },
    {
      in: ['poetic'],
      say: [
        'A little of the garden{, name,} until you can get out to it.',
        'The world has slowed down to wait for you{, name}.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'You’re always the one looking after people{, name}. Our turn.',
        'You were so good to {me|us} when {I was|we were} down{, name}. Let it come back to you.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'One day at a time{, name}, and some days count double.',
        'You’re tougher than whatever this is{, name}.',
        'Every small bit of better counts{, name}.',
      ],
    },
    {
      in: ['classic'],
      say: [
        'Get well soon{, name}.',
        'Wishing you a speedy recovery{, name}.',
        'With best wishes for a full recovery{, name}.',
      ],
    },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} best wishes for your recovery{, name}.',
        '{I was|We were} sorry to learn that you have been unwell{, name}.',
        'With every good wish for a swift return to health{, name}.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'comforting'],
      say: [
        'Sleep as long as you like. Nothing out here is as urgent as it pretends to be.',
        'Let people bring soup. They like to.',
        'Mend in your own time. There’s no prize for being quick.',
        'Rest properly, and let somebody else be sensible for a while.',
      ],
    },
    {
      in: ['heartfelt', 'comforting'],
      say: [
        'It must be frightening at times. You don’t have to be brave for {me|us}.',
        'Waiting is hard work. {I’m|We’re} thinking of you while you do it.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      say: [
        'They’re cheerful company and don’t ask how you’re feeling every ten minutes.',
        'Toast in bed is not only allowed but prescribed.',
      ],
    },
    {
      in: ['playful', 'cheeky'],
      to: [...teasable, 'colleague', 'father', 'mother', 'child', 'relative'],
      say: [
        'You’re officially excused from everything, including the washing-up.',
        'Milk it while you can. Nobody fluffs your pillows in good health.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'The house doesn’t sound right without you pottering about in it.',
        'I’ll be nurse, cook and keeper of the remote.',
      ],
    },
    { in: ['romantic'], to: ['someone'], say: ['There’s a walk by the river waiting, for when you’re up to it.'] },
    {
      in: ['poetic'],
      say: [
        'Even winter wood is busy. Rest is part of it.',
        'May the window bring you birds, and the night bring you sleep.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'Let yourself be looked after, as you look after others.',
        'All that care you hand out has to come home some day.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'A slow recovery is still a recovery.',
        'You’ve come through steeper hills than this one.',
        'Tomorrow will ask a little less of you.',
      ],
    },
    {
      in: ['classic'],
      say: [
        '{I hope|We hope} you’re well cared for and soon feeling stronger.',
        'May each day bring you a bit more strength.',
      ],
    },
    {
      in: ['formal'],
      say: [
        '{I trust|We trust} you are in good hands and making steady progress.',
        'May your strength return fully, and soon.',
      ],
    },
    {
      in: ['warm', 'classic', 'formal'],
      to: ['colleague', 'boss', 'team'],
      say: ['Work will keep. Please let it.', 'Everything here is in hand, so rest with a clear conscience.'],
    },
  ],
  closings: [
    { in: ['warm', 'classic'], say: ['Take care of yourself.', 'Get well soon.', 'Look after yourself, won’t you.'] },
    {
      in: ['warm', 'heartfelt'],
      to: near,
      say: ['{I’ll|We’ll} visit soon, and bring the good biscuits.', 'So much love, and a very careful hug.'],
    },
    {
      in: ['comforting', 'heartfelt'],
      say: ['You’re in {my|our} thoughts.', 'Be kind to your poor body.', 'Thinking of you every day.'],
    },
    {
      in: ['joyful', 'playful'],
      say: ['Up and about soon, please.', 'Come back to us soon.', 'You’re missed, and not only for your biscuits.'],
    },
    { in: ['cheeky'], say: ['Now hurry up about it.', 'No dancing until Thursday.'] },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['Come back to full strength and kiss me.', 'In sickness and in health: I meant it.'],
    },
    { in: ['romantic'], to: ['someone'], say: ['I’m only a phone call away.'] },
    {
      in: ['poetic'],
      say: ['May you wake one morning and find it’s lifted.', 'Rest, and let the days do their work.'],
    },
    { in: ['grateful'], say: ['It’s your turn to put your feet up.', 'You’ve earned a rest.'] },
    { in: ['encouraging'], say: ['Steady on. You’re getting there.', '{I’m|We’re} in your corner.'] },
    {
      in: ['formal'],
      say: ['With {my|our} kindest wishes.', '{I look|We look} forward to seeing you in good health.'],
    },
  ],
  lines: [
    {
      in: ['warm', 'classic'],
      say: [
        'Get well soon{, name}.',
        'Rest up{, name}. We miss you.',
        'Feel better soon{, name}.',
        'Something bright for the bedside{, name}.',
      ],
    },
    {
      in: ['comforting', 'heartfelt', 'warm'],
      say: ['Thinking of you{, name}. Take it gently.', 'Wishing you an easier day{, name}.'],
    },
    {
      in: ['joyful', 'playful'],
      say: ['Flowers now{, name}, cake when you’re up.', 'Take two of these and call {me|us} in the morning{, name}.'],
    },
    { in: ['cheeky'], to: [...teasable, 'colleague'], say: ['Fluids, sleep, and no heroics{, name}.'] },
    { in: ['romantic'], to: ['partner', 'someone'], say: ['Get better soon{, name}. I miss your laugh.'] },
    {
      in: ['poetic'],
      say: ['A little daylight{, name}, sent indoors.', 'From the garden{, name,} until you’re back in yours.'],
    },
    { in: ['grateful'], say: ['You’ve looked after everyone{, name}. Now rest.'] },
    {
      in: ['encouraging'],
      say: ['A bit better every day{, name}. That’s the way.', 'You’ve got this{, name}, lying down.'],
    },
    {
      in: ['formal', 'classic'],
      say: ['With best wishes for your recovery{, name}.', 'Wishing you a full and speedy recovery{, name}.'],
    },
  ],
}
