import type { GiftRelationship } from '@flora/contract/gift-notes.ts'
import { near, polite } from './circles.ts'
import type { Tone } from './material.ts'
import type { Manner } from './soften.ts'

// What stands around a note: how it begins, and how it is signed.

const isNear = (who: GiftRelationship): boolean => (near as readonly string[]).includes(who)
const isPolite = (who: GiftRelationship): boolean => (polite as readonly string[]).includes(who)

/** First lines for a name, or for nobody in particular; '' where there is nothing natural to say. */
export function greetings(tone: Tone, relationship: GiftRelationship, name: string): readonly string[] {
  if (name === '') return nameless(tone, relationship)
  // "Dear The Nguyens" is nobody's idea of a greeting.
  if (!isVocative(name)) return [`To ${name},`]
  if (tone === 'formal') return [`Dear ${name},`]
  if (['playful', 'cheeky', 'joyful'].includes(tone)) return [`${name},`, `Dear ${name},`, `Hello ${name},`]
  if (isNear(relationship) && ['heartfelt', 'romantic', 'comforting', 'poetic'].includes(tone))
    return [`Dear ${name},`, `Dearest ${name},`, `${name},`]
  return [`Dear ${name},`, `${name},`]
}

function nameless(tone: Tone, relationship: GiftRelationship): readonly string[] {
  switch (relationship) {
    case 'mother':
      return ['Dear Mum,', 'Mum,']
    case 'father':
      return ['Dear Dad,', 'Dad,']
    case 'team':
      return ['Dear all,', 'To all of you,']
    case 'couple':
      return ['To you both,', 'To the two of you,']
    case 'partner':
      return ['romantic', 'heartfelt', 'warm', 'poetic'].includes(tone) ? ['My love,', 'Darling,'] : ['']
    default:
      return ['']
  }
}

/** Whether a name can be spoken to in the middle of a sentence: "Happy birthday, June." */
export function isVocative(name: string): boolean {
  return name !== '' && name.length <= 24 && !/^(the|all|everyone|everybody|to|our|my)\b/i.test(name)
}

/** Whether several sign it: then it says "we". */
export function isSeveral(name: string): boolean {
  return /&|\+|,|\band\b|\bfamily\b|\bteam\b|\bcrew\b|\beveryone\b|^(the|all)\b/i.test(name)
}

/** Words above the sender's name. */
export function signOffs({ occasion, relationship, tone: asked }: Manner): readonly string[] {
  // Nobody in mourning is sent "best wishes".
  const tone = occasion === 'sympathy' && asked !== 'formal' ? 'comforting' : asked
  if (isNear(relationship)) return relationship === 'partner' && tone === 'romantic' ? romantic : amongFriends[tone]
  return isPolite(relationship) ? atADistance[tone] : between[tone]
}

const romantic = ['Yours,', 'All my love,', 'Always yours,', 'With all my heart,']

const amongFriends: Record<Tone, readonly string[]> = {
  warm: ['With love,', 'Love,', 'Much love,', 'Lots of love,'],
  heartfelt: ['All {my|our} love,', 'With love,', 'Love always,', 'So much love,'],
  grateful: ['With love and thanks,', 'With love,', 'Gratefully,'],
  joyful: ['Love,', 'So much love,', 'Love and cheers,'],
  playful: ['Love,', 'Big hugs,', 'Lots of love,'],
  cheeky: ['Love,', 'Love (yes, really),', '{Your favourite|Your favourites},'],
  romantic: ['With love,', 'All {my|our} love,', 'Love always,'],
  poetic: ['With love,', 'Love always,', 'Ever yours,'],
  encouraging: ['With love,', 'In your corner,', 'Lots of love,'],
  comforting: ['With love,', 'Thinking of you,', 'With all {my|our} love,'],
  classic: ['With love,', 'Much love,', 'With {my|our} love,'],
  formal: ['With affection,', 'With love and respect,', 'Yours,'],
}

const atADistance: Record<Tone, readonly string[]> = {
  warm: ['Warmly,', 'With warm wishes,', 'All the best,'],
  heartfelt: ['With warmest wishes,', 'Warmly,', 'With warmest regards,'],
  grateful: ['With thanks,', 'Gratefully,', 'With many thanks,'],
  joyful: ['Cheers,', 'All the best,', 'Warmly,'],
  playful: ['Cheers,', 'All the best,', 'Warmly,'],
  cheeky: ['Cheers,', 'All the best,', 'Yours, respectfully,'],
  romantic: ['Yours,', 'Warmly,', 'Thinking of you,'],
  poetic: ['Warmly,', 'With warm wishes,', 'Yours,'],
  encouraging: ['All the best,', 'Cheering you on,', 'Warmly,'],
  comforting: ['Thinking of you,', 'With warm thoughts,', 'Warmly,'],
  classic: ['With best wishes,', 'Best wishes,', 'With warm wishes,'],
  formal: ['Yours sincerely,', 'Kind regards,', 'With kind regards,'],
}

// A couple, and people in grief: fond, without presuming.
const between: Record<Tone, readonly string[]> = {
  ...atADistance,
  warm: ['With love,', 'Warmly,', 'With warm wishes,'],
  heartfelt: ['With love,', 'With warmest wishes,', 'With {my|our} love,'],
  joyful: ['With love,', 'Cheers,', 'Warmly,'],
  playful: ['With love,', 'Cheers,', 'All the best,'],
  cheeky: ['With love,', 'Cheers,', 'Love,'],
  poetic: ['With love,', 'Warmly,', 'With warm wishes,'],
  comforting: ['With love,', 'Thinking of you,', 'With warm thoughts,'],
  classic: ['With love,', 'With best wishes,', 'With {my|our} love,'],
}
