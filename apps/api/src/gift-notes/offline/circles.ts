import { GiftRelationship } from '@flora/contract/gift-notes.ts'

// Who may be spoken to how. A word that suits a sister does not suit a client.

export const family = [
  'mother',
  'father',
  'grandparent',
  'sister',
  'brother',
  'child',
  'relative',
] as const satisfies GiftRelationship[]

export const near = ['partner', ...family, 'friend'] as const satisfies GiftRelationship[]

/** Old friends in manner, whatever they are on paper: who laughs about her own age. */
export const teasable = ['partner', 'sister', 'brother', 'friend'] as const satisfies GiftRelationship[]

export const atWork = ['colleague', 'boss', 'team', 'client'] as const satisfies GiftRelationship[]

/** Known, liked, and not embraced. */
export const polite = [...atWork, 'teacher', 'neighbour', 'someone'] as const satisfies GiftRelationship[]

export const several = ['couple', 'team'] as const satisfies GiftRelationship[]

/** Those to whom love may be spoken of: somebody else may be anybody, so the one who asks for romance is believed. */
export const beloved = ['partner', 'someone'] as const satisfies GiftRelationship[]

export const notGrieving: readonly GiftRelationship[] = GiftRelationship.options.filter((who) => who !== 'grieving')
