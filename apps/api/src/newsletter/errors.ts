import { Refusal } from '../platform/refusal.ts'

export const consentLinkNotValid = () =>
  new Refusal(
    410,
    'link-not-valid',
    'This link does not work any more. You can ask for the letter again at the foot of every page.',
  )
