import { near, polite, teasable } from '../circles.ts'
import type { Material } from '../material.ts'

const teasing = [...teasable, 'colleague', 'relative', 'neighbour', 'mother', 'father'] as const

export const noReason: Material = {
  openings: [
    {
      in: ['warm'],
      say: [
        'No occasion{, name}. You came to mind, and here we are.',
        'Just because{, name}.',
        'It’s an ordinary day{, name}, so here’s something that isn’t.',
        'Nothing to celebrate{, name}, nothing to mend. Only a hello.',
      ],
    },
    {
      in: ['heartfelt', 'grateful'],
      say: [
        'No reason{, name,} except that you’re you.',
        '{I was|We were} thinking how good it is to know you{, name}.',
        'For all the days nobody sends flowers{, name}.',
      ],
    },
    {
      in: ['joyful'],
      say: [
        'Surprise{, name}. It’s nothing in particular.',
        'Happy Whatever-Day-This-Is{, name}.',
        'It’s not your birthday{, name}. Isn’t that nice.',
      ],
    },
    {
      in: ['playful'],
      say: [
        'Breaking news{, name}: somebody likes you.',
        'You’ve won{, name}. There was no competition.',
        'These followed {me|us} home{, name,} and asked for you.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Don’t panic{, name}. Nobody’s done anything wrong.',
        'Before you ask{, name}: no, {I don’t|we don’t} want anything.',
        'Relax{, name}. You haven’t forgotten a birthday.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['No reason, my love. You’re the reason.', 'I walked past these and thought of you{, name}. I usually am.'],
    },
    {
      in: ['romantic'],
      to: ['someone'],
      say: [
        'I was going to wait for a reason{, name}, and then I didn’t.',
        'These made me think of you{, name}. So does a good deal else.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'Some colour, for the middle of the week{, name}.',
        'The garden had more than it needed{, name}.',
        'A small window{, name,} to put on the table.',
      ],
    },
    {
      in: ['encouraging'],
      say: ['A little something to say keep going{, name}.', 'You’ve been working so hard{, name}. Somebody noticed.'],
    },
    {
      in: ['comforting'],
      say: [
        'Thinking of you{, name}. That’s the whole message.',
        'If this week’s been heavy{, name}, here’s something light.',
      ],
    },
    {
      in: ['classic'],
      say: ['A small token, with warm thoughts{, name}.', 'Thinking of you{, name}, with warm wishes.'],
    },
    {
      in: ['formal'],
      say: ['With kind thoughts and warm regards{, name}.', 'A small token of {my|our} esteem{, name}.'],
    },
    {
      in: ['formal', 'warm', 'classic', 'grateful'],
      to: polite,
      say: ['You make things run more kindly{, name}, and it’s time somebody said so.'],
    },
  ],
  middles: [
    {
      in: ['warm'],
      say: [
        'Put them where you’ll see them with your first coffee.',
        'You don’t need to write back. Just enjoy them.',
        'There’s no catch, and no anniversary you’ve forgotten.',
        'You’re good company, even from a distance.',
      ],
    },
    {
      in: ['heartfelt', 'grateful'],
      say: [
        'You’re part of why things feel all right.',
        'A whole year can go by without anyone saying they’re glad of you. Not this one.',
        'You make room for people. {I’ve|We’ve} always loved that about you.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      say: [
        'Wear something bright and eat dessert first.',
        'Side effects may include smiling at strangers.',
        'Please water them, and tell them about your day.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: ['Accept it gracefully. You’ll manage.', 'You’ll be insufferable about this, and that’s fine.'],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'I like our life. I like you in it.',
        'You were asleep when I ordered these, with one foot out of the blanket.',
      ],
    },
    {
      in: ['romantic'],
      to: ['someone'],
      say: [
        'You’ve been in my thoughts, and very welcome there.',
        'I’d like to see you, soon, and for no reason either.',
      ],
    },
    {
      in: ['poetic'],
      say: [
        'They won’t last. That’s rather the point of them.',
        'May they do for the room what you do for the rest of us.',
        'May there be five quiet minutes to look at them.',
      ],
    },
    {
      in: ['grateful'],
      say: ['You do so much that never makes it onto a list.', 'Thank you for being exactly as you are.'],
    },
    {
      in: ['encouraging'],
      say: [
        'You’re further along than it looks from where you’re standing.',
        'One good thing today, then one tomorrow. That’ll do it.',
      ],
    },
    { in: ['comforting'], say: ['Nothing’s expected of you. Breathe out.', 'It won’t always be this much at once.'] },
    {
      in: ['classic'],
      say: ['May they be good company on the table.', '{I hope|We hope} this finds you well and happy.'],
    },
    {
      in: ['formal'],
      say: ['Your kindness has not gone unnoticed.', '{I hope|We hope} they bring some pleasure to your week.'],
    },
  ],
  closings: [
    { in: ['warm', 'classic'], say: ['Have a lovely week.', 'See you soon.', 'Enjoy them.'] },
    {
      in: ['heartfelt', 'warm', 'comforting'],
      to: near,
      say: ['You’re loved.', 'Sending a hug ahead of the next real one.'],
    },
    { in: ['heartfelt', 'grateful'], say: ['{I’m|We’re} glad of you.', 'Stay just as you are.'] },
    { in: ['joyful', 'playful'], say: ['Enjoy the fuss.', 'More where that came from.', 'As you were.'] },
    { in: ['cheeky'], say: ['You’re welcome, in advance.', 'Now act natural.'] },
    { in: ['romantic'], to: ['partner'], say: ['See you at home, gorgeous.', 'All yours, as usual.'] },
    { in: ['romantic'], to: ['someone'], say: ['Call me, if you like.', 'I hope this made you smile.'] },
    { in: ['poetic'], say: ['May the afternoon be long and golden.', 'Leave a window open for the scent.'] },
    { in: ['encouraging'], say: ['You’re doing well.', '{I believe|We believe} in you.'] },
    { in: ['comforting'], say: ['Be easy on yourself.', '{I’m|We’re} only a call away.'] },
    { in: ['formal'], say: ['With every good wish.', 'With {my|our} kind regards.'] },
  ],
  lines: [
    {
      in: ['warm', 'classic', 'grateful'],
      say: [
        'Just because{, name}.',
        'Thinking of you{, name}.',
        'No reason needed{, name}.',
        'A hello{, name}, with petals.',
        'For you{, name}, for nothing in particular.',
      ],
    },
    { in: ['heartfelt'], say: ['So glad to know you{, name}.'] },
    { in: ['joyful', 'playful'], say: ['Happy Tuesday{, name}, or whichever day it is.', 'Ta-da{, name}.'] },
    {
      in: ['cheeky'],
      to: teasing,
      say: ['You’ve been nice lately{, name}. Suspicious, but nice.', 'Yes{, name}, really for you.'],
    },
    {
      in: ['romantic'],
      to: ['partner', 'someone'],
      say: ['You{, name}. On my mind again.', 'Because it’s you{, name}.'],
    },
    { in: ['poetic'], say: ['A piece of the morning{, name}, with stems.'] },
    { in: ['encouraging'], say: ['Keep going{, name}. You’re doing so well.'] },
    {
      in: ['comforting'],
      say: ['Thinking of you{, name}, with no need to reply.', 'Something gentle for your table{, name}.'],
    },
    { in: ['formal', 'classic'], say: ['With kind regards{, name}.', 'With warm wishes{, name}.'] },
  ],
}
