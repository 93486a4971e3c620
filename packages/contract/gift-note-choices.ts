// No schema library here: the page that shows these choices downloads nothing but their words.

/** What a gift note may be for, with the words a shopper sees, in the order she sees them. */
export const giftOccasions = {
  birthday: 'Birthday',
  'thank-you': 'Thank you',
  sympathy: 'Sympathy',
  'get-well': 'Get well',
  love: 'Love',
  anniversary: 'Anniversary',
  'new-baby': 'New baby',
  congratulations: 'Congratulations',
  'no-reason': 'No reason at all',
  sorry: 'Sorry',
  'mothers-day': 'Mother’s Day',
  'valentines-day': 'Valentine’s Day',
  christmas: 'Christmas',
  wedding: 'Wedding or engagement',
  graduation: 'Graduation',
  housewarming: 'New house',
  farewell: 'Farewell',
  retirement: 'Retirement',
} as const

/** Whom it is for. */
export const giftRelationships = {
  partner: 'My partner',
  mother: 'My mother',
  father: 'My father',
  grandparent: 'A grandparent',
  sister: 'My sister',
  brother: 'My brother',
  child: 'My child',
  relative: 'Another relative',
  friend: 'A friend',
  couple: 'A couple',
  neighbour: 'A neighbour',
  colleague: 'A colleague',
  boss: 'My boss',
  team: 'A team',
  client: 'A client',
  teacher: 'A teacher or carer',
  grieving: 'Someone who has lost someone',
  someone: 'Somebody else',
} as const

/** How it sounds. What would hurt is softened: a cheeky word of sympathy becomes a comforting one. */
export const giftTones = {
  warm: 'Warm',
  heartfelt: 'Heartfelt',
  short: 'Short and simple',
  grateful: 'Grateful',
  joyful: 'Joyful',
  playful: 'Playful',
  cheeky: 'Cheeky',
  romantic: 'Romantic',
  poetic: 'Poetic',
  encouraging: 'Encouraging',
  comforting: 'Comforting',
  classic: 'Classic',
  formal: 'Formal',
} as const

/** How much may be typed, in characters. A fact longer than this leaves the card no room for anything else. */
export const giftNoteLimits = { name: 40, facts: 140, avoided: 100 } as const

/** How many notes are suggested at a time. */
export const suggestionsAtATime = 3
