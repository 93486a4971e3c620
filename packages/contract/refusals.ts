/** Why flowers cannot come on a day, in a window, at an address. */
export const notThen = [
  'window-not-found',
  'address-not-served',
  'day-closed',
  'no-run',
  'past-cut-off',
  'lead-time',
  'out-of-season',
  'day-out-of-range',
  'window-full',
  'bench-full',
] as const

/** Why a delivery of a subscription cannot be what is asked for. */
export const notThat = [
  'no-day',
  'not-for-sale',
  'only-in-season',
  'suburb-postcode',
  'card-too-long',
  'address-incomplete',
] as const

/** Why one delivery of a subscription stays as it is. */
export const tooLate = ['subscription-not-found', 'occurrence-not-found', 'too-late-to-change'] as const
