import { Refusal } from '../platform/refusal.ts'

export const noteNotSuitable = () =>
  new Refusal(
    422,
    'note-not-suitable',
    'We can’t draft a card from these words. Please put it another way, or write the card yourself.',
  )
