import { atWork, near, teasable } from '../circles.ts'
import type { Material } from '../material.ts'

const teasing = [...teasable, 'father', 'mother', 'relative', 'colleague', 'neighbour'] as const

export const retirement: Material = {
  openings: [
    {
      in: ['warm'],
      say: [
        'Happy retirement{, name}. Every morning’s yours now.',
        'Congratulations{, name}. You’ve clocked off for good.',
        'Happy retirement{, name}. May the alarm clock never find you.',
        'Well done{, name}. Now for the good part.',
      ],
    },
    {
      in: ['heartfelt'],
      say: [
        'So many people are better off for the work you did{, name}.',
        'What a working life{, name}. Congratulations.',
        'You gave it years of your best{, name}. Happy retirement.',
      ],
    },
    {
      in: ['joyful'],
      say: ['No more Mondays{, name}.', 'You’re free{, name}. Happy retirement.', 'School’s out{, name}, for ever.'],
    },
    {
      in: ['playful'],
      say: [
        'Happy retirement{, name}. Your out-of-office is on, permanently.',
        'Congratulations{, name}. It’s Saturday from here on.',
        'Happy retirement{, name}. The garden’s been asking for you.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'Happy retirement{, name}. Full-time mischief at last.',
        'Congratulations{, name}. You can stop pretending to like meetings.',
        'Retired{, name}. From what, we often wondered.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['All your days are ours now, my love.', 'At last I get to keep you on weekdays{, name}.'],
    },
    {
      in: ['poetic', 'romantic'],
      say: [
        'The long afternoon begins{, name}, and the light’s lovely.',
        'You’ve rung the bell and closed the gate{, name}. Happy retirement.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        'Thank you for all those years{, name}. Happy retirement.',
        'Happy retirement{, name}, with thanks for everything you built.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Happy retirement{, name}. Now, what have you always wanted to try?',
        'This isn’t the end of anything{, name}. Happy retirement.',
      ],
    },
    {
      in: ['comforting'],
      say: [
        'It’s a big change{, name}. Take it slowly, and enjoy it.',
        'Thinking of you on your last day{, name}, and on the first of the rest.',
      ],
    },
    {
      in: ['classic'],
      say: [
        'Wishing you a long and happy retirement{, name}.',
        'Congratulations on your retirement{, name}.',
        'Best wishes on your retirement{, name}.',
      ],
    },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} congratulations on your retirement{, name}.',
        'With {my|our} sincere good wishes on your retirement{, name}.',
        'On your retirement{, name}, {I|we} offer {my|our} warmest thanks.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'classic'],
      say: [
        'May the days be long, the tea be hot and the calendar be empty.',
        'Read the whole paper. Then do the crossword. Then have lunch.',
        'You’ve earned every slow breakfast from now on.',
        'May there be time for all the things that were waiting.',
      ],
    },
    {
      in: ['heartfelt', 'grateful'],
      say: [
        'You did it well, and you were kind while you did it.',
        'The job will be filled. You won’t be.',
        'People will be doing things your way for years, without knowing why.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      say: [
        'Go to the pictures on a Tuesday. Have a pie.',
        'Traffic reports are just entertainment now.',
        'Slippers are formal wear from today.',
      ],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: [
        'We give it a fortnight before you reorganise the shed.',
        'You’re the only one who knew the photocopier’s moods. Good luck to it.',
        'Do try not to be promoted at the bowls club.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['I’ve a list of picnics that begins tomorrow.', 'Let’s be late for everything, together.'],
    },
    {
      in: ['poetic'],
      say: [
        'May your hours fall as they like, and the garden have the best of them.',
        'There’s a bench somewhere with your name on it, in the shade.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        'Learn the thing. Take the train. Buy the good brushes.',
        'All that skill, and nobody to tell you what to do with it. Imagine.',
        'There are whole days in front of you that nobody’s spoken for.',
      ],
    },
    {
      in: ['comforting'],
      say: ['You don’t have to fill it all at once.', 'Who you are was never the name on the door.'],
    },
    {
      in: ['formal'],
      say: [
        'Your dedication over the years has been an example to us all.',
        'You leave with the respect and affection of everyone who worked with you.',
      ],
    },
  ],
  closings: [
    {
      in: ['warm', 'classic'],
      say: ['Enjoy every day of it.', 'Here’s to you, and to no alarm.', 'You’ve earned this.'],
    },
    {
      in: ['heartfelt', 'warm'],
      to: near,
      say: ['So proud of you, and so glad to have you back.', 'With so much love.'],
    },
    { in: ['joyful', 'playful'], say: ['Nap with conviction.', 'Hooray for Mondays in pyjamas.'] },
    {
      in: ['cheeky'],
      say: ['Don’t call us. You know what we’re doing, and we’re at work.', 'Behave. Or don’t; you’ve the time.'],
    },
    { in: ['romantic'], to: ['partner'], say: ['Take my hand. Let’s go.', 'I’ve been looking forward to you.'] },
    { in: ['poetic'], say: ['May it be a long and golden evening.', 'Go softly, and stay out late.'] },
    { in: ['grateful', 'heartfelt'], say: ['Thank you, for all of it.', 'It was a job very well done.'] },
    {
      in: ['grateful', 'heartfelt', 'warm'],
      to: [...atWork, 'teacher', 'someone'],
      say: ['You’ll be missed, and toasted often.'],
    },
    {
      in: ['encouraging', 'comforting'],
      say: ['The best of it is yours to choose.', 'One easy day at a time.', '{I’m|We’re} so happy for you.'],
    },
    {
      in: ['formal'],
      say: [
        'With {my|our} sincere thanks and best wishes.',
        '{I wish|We wish} you health and happiness in the years ahead.',
      ],
    },
  ],
  lines: [
    {
      in: ['warm', 'classic', 'heartfelt', 'grateful'],
      say: [
        'Happy retirement{, name}. You’ve earned it.',
        'Well done{, name}, and enjoy it all.',
        'Long may you potter{, name}.',
        'Congratulations{, name}. Every day’s your own.',
      ],
    },
    {
      in: ['joyful', 'playful'],
      say: ['It’s always Saturday now{, name}.', 'Happy retirement{, name}. Hide the alarm clock.'],
    },
    {
      in: ['cheeky'],
      to: teasing,
      say: ['Finally{, name}, a job you’re suited to. Happy retirement.', 'Retired{, name}. Not that we’ll notice.'],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['More of you, my love. At last.', 'All day, every day{, name}. Lucky me.'],
    },
    { in: ['poetic', 'romantic'], say: ['The gate’s on the latch{, name}, and the day’s all yours.'] },
    { in: ['encouraging', 'comforting'], say: ['Here’s to what comes next{, name}.', 'Slow mornings to you{, name}.'] },
    {
      in: ['formal', 'classic'],
      say: ['With best wishes on your retirement{, name}.', 'With thanks and congratulations{, name}.'],
    },
  ],
}
