import type { GiftOccasion, GiftRelationship, GiftTone } from '@flora/contract/gift-notes.ts'
import { beloved, polite } from './circles.ts'
import type { Tone } from './material.ts'

/** What is asked for, as it will be written. */
export interface Manner {
  readonly occasion: GiftOccasion
  readonly relationship: GiftRelationship
  readonly tone: Tone
  /** All three are short. */
  readonly isShort: boolean
}

/**
 * Keeps a note from hurting or embarrassing: no cheeky sympathy, no romance for a boss. It changes the tone, hardly ever the
 * occasion, and says nothing about it.
 */
export function soften(wish: { occasion: GiftOccasion; relationship: GiftRelationship; tone: GiftTone }): Manner {
  const { relationship } = wish
  const occasion = kinderOccasion(wish.occasion, relationship)
  const isShort = wish.tone === 'short'
  const asked: Tone = wish.tone === 'short' ? plainTone(occasion, relationship) : wish.tone
  return { occasion, relationship, tone: kinderTone(asked, occasion, relationship), isShort }
}

function kinderOccasion(occasion: GiftOccasion, relationship: GiftRelationship): GiftOccasion {
  const isIntimate = (polite as readonly string[]).includes(relationship) && relationship !== 'someone'
  // Love, said to a client, is thanks for nothing in particular.
  if (occasion === 'love' && (isIntimate || relationship === 'couple' || relationship === 'grieving'))
    return 'no-reason'
  return occasion
}

function plainTone(occasion: GiftOccasion, relationship: GiftRelationship): Tone {
  return occasion === 'sympathy' || relationship === 'grieving' ? 'comforting' : 'warm'
}

function kinderTone(tone: Tone, occasion: GiftOccasion, relationship: GiftRelationship): Tone {
  const isLight = tone === 'playful' || tone === 'cheeky' || tone === 'joyful'
  if (occasion === 'sympathy' && (isLight || tone === 'romantic' || tone === 'encouraging')) return 'comforting'
  if (relationship === 'grieving' && (isLight || tone === 'romantic')) return 'comforting'
  if (tone === 'romantic' && !(beloved as readonly string[]).includes(relationship))
    return (polite as readonly string[]).includes(relationship) ? 'warm' : 'heartfelt'
  const isCourting = relationship === 'someone' && (occasion === 'love' || occasion === 'valentines-day')
  if (tone === 'cheeky' && isTreatedWithCare(relationship) && !isCourting)
    return relationship === 'client' ? 'warm' : 'playful'
  if (tone === 'playful' && relationship === 'client') return 'warm'
  if (occasion === 'sorry' && tone === 'joyful') return 'warm'
  if (occasion === 'sorry' && isLight && isTreatedWithCare(relationship)) return 'warm'
  if (occasion === 'get-well' && tone === 'cheeky' && relationship === 'grandparent') return 'playful'
  return tone
}

// Nobody teases these on a card that somebody else may read.
function isTreatedWithCare(relationship: GiftRelationship): boolean {
  return ['boss', 'client', 'teacher', 'grandparent', 'someone', 'team'].includes(relationship)
}
