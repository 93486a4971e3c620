import { GiftRelationship } from '@flora/contract/gift-notes.ts'
import { atWork, family } from '../circles.ts'
import type { Material } from '../material.ts'
import { gentle, lively } from '../tones.ts'

const notTheirs: readonly string[] = ['partner', 'grieving', ...atWork]
const theirs: readonly GiftRelationship[] = GiftRelationship.options.filter((who) => !notTheirs.includes(who))

export const theirAnniversary: Material = {
  openings: [
    {
      in: ['warm', 'heartfelt'],
      to: theirs,
      say: [
        'Happy anniversary{, name}. It’s a pleasure to have been near it all.',
        'A very happy anniversary{, name}.',
        'Happy anniversary{, name}. What a good thing you found each other.',
      ],
    },
    {
      in: ['joyful'],
      to: theirs,
      say: [
        'Happy anniversary{, name}. Three cheers for the pair of you.',
        'Another year together{, name}. Happy anniversary.',
      ],
    },
    {
      in: ['playful', 'cheeky'],
      to: [...family, 'friend', 'couple'],
      say: [
        'Happy anniversary{, name}. Nobody’s thrown a plate yet, that we know of.',
        'Happy anniversary{, name}. You two make it look suspiciously easy.',
      ],
    },
    {
      in: ['poetic', 'romantic'],
      to: theirs,
      say: [
        'Two people, one long conversation{, name}. Happy anniversary.',
        'Happy anniversary{, name}. Some vines get stronger where they cross.',
      ],
    },
    {
      in: ['grateful', 'encouraging', 'comforting'],
      to: theirs,
      say: [
        'Happy anniversary{, name}. Your table has always had room for one more. Thank you.',
        'Happy anniversary{, name}. You show the rest of us how it’s done.',
      ],
    },
    {
      in: ['classic'],
      to: theirs,
      say: ['Congratulations on your anniversary{, name}.', 'Best wishes on your anniversary{, name}.'],
    },
    {
      in: ['formal'],
      to: theirs,
      say: [
        'Please accept {my|our} warmest congratulations on your anniversary{, name}.',
        'With every good wish on your anniversary{, name}.',
      ],
    },
    {
      in: [...gentle, 'romantic'],
      to: theirs,
      say: [
        'Happy anniversary{, name}, and three quiet cheers.',
        'Thinking of you on your anniversary{, name}.',
        'Your anniversary’s come round again{, name}, and quite right too.',
        'Happy anniversary{, name}. Long love looks good on you.',
      ],
    },
    {
      in: lively,
      to: theirs,
      say: [
        'Happy anniversary{, name}. Somebody put the record on.',
        'Happy anniversary{, name}. Cake for breakfast is traditional. Probably.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'heartfelt', 'classic', 'grateful'],
      to: theirs,
      say: [
        'There’s a kindness between you that the rest of us warm our hands at.',
        'May the next year be full of long lunches and no hurry.',
        'It’s good to see two people so fond of each other after knowing each other so well.',
      ],
    },
    {
      in: lively,
      to: theirs,
      say: ['May you always agree about the thermostat.', 'Somebody open something with a cork in it.'],
    },
    {
      in: ['poetic', 'romantic', 'encouraging', 'comforting'],
      to: theirs,
      say: [
        'May there be many more evenings on the same side of the table.',
        'A long love is built like a garden: mostly by turning up.',
      ],
    },
    {
      in: ['formal'],
      to: theirs,
      say: ['Your partnership is a pleasure to witness.', 'May the years to come bring you every happiness.'],
    },
    {
      in: [...gentle, 'romantic'],
      to: theirs,
      say: [
        'It’s the everyday kindness that does it, and you’ve plenty.',
        'Your story’s one of {my|our} favourites, and it keeps getting better.',
        'You’ve made a good life and kept the gate open.',
      ],
    },
    {
      in: lively,
      to: [...family, 'friend', 'couple'],
      say: [
        'Hold hands at the supermarket. Embarrass the children.',
        'Whatever you two are having, the rest of us will have it too.',
      ],
    },
    {
      in: ['formal', 'classic'],
      to: theirs,
      say: [
        'May the day bring back the happiest of memories.',
        'You have much to be proud of, and much to look forward to.',
      ],
    },
  ],
  closings: [
    {
      in: ['warm', 'heartfelt', 'classic', 'grateful'],
      to: theirs,
      say: ['Here’s to many more.', 'Wishing you a lovely day of it.', 'May you celebrate well.'],
    },
    {
      in: lively,
      to: theirs,
      say: ['Carry on, you two.', 'Dance in the kitchen, for all of us.'],
    },
    {
      in: ['poetic', 'romantic', 'encouraging', 'comforting'],
      to: theirs,
      say: ['May it only deepen.', 'Long may it last.'],
    },
    {
      in: ['formal'],
      to: theirs,
      say: ['With {my|our} very best wishes to you both.', 'May you enjoy many happy years to come.'],
    },
    { in: [...gentle, 'romantic'], to: theirs, say: ['Enjoy the day together.', 'Much happiness, still.'] },
  ],
  lines: [
    {
      in: [...gentle, 'romantic'],
      to: theirs,
      say: [
        'Happy anniversary{, name}. Here’s to many more.',
        'Happy anniversary{, name}. What a lovely thing.',
        'Congratulations{, name}, and a happy anniversary.',
      ],
    },
    {
      in: lively,
      to: theirs,
      say: ['Happy anniversary{, name}. Well played.', 'Still at it{, name}. Happy anniversary.'],
    },
    { in: ['formal', 'classic'], to: theirs, say: ['With congratulations on your anniversary{, name}.'] },
    {
      in: [...gentle, 'romantic'],
      to: theirs,
      say: [
        'Many happy returns of your day{, name}.',
        'Happy anniversary{, name}. Still lovely.',
        'To the pair of you{, name}, and to many more.',
      ],
    },
  ],
}
