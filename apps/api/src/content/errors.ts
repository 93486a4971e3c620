import { Refusal } from '../platform/refusal.ts'

export const contentNotFound = (slug: string): Refusal =>
  new Refusal(404, 'content-not-found', `There is nothing published under “${slug}”.`)

// The same code for those who write: a piece somebody deleted meanwhile.
export const pieceNotFound = (): Refusal =>
  new Refusal(404, 'content-not-found', 'This piece isn’t there any more. Somebody may have deleted it.')

export const notForYou = (because: string): Refusal => new Refusal(403, 'not-allowed', because)

export const contentNotComplete = (because: string): Refusal => new Refusal(409, 'content-not-complete', because)

export const contentNotPublishable = (because: string): Refusal => new Refusal(409, 'content-not-publishable', because)

export const contentNotArchivable = (because: string): Refusal => new Refusal(409, 'content-not-archivable', because)

export const contentNotDeletable = (because: string): Refusal => new Refusal(409, 'content-not-deletable', because)

/** Carries both: what is saved by now, and what was sent. */
export const changedMeanwhile = (saved: object, yours: object): Refusal =>
  new Refusal(
    409,
    'changed-meanwhile',
    'Somebody changed this while you were at it. Nothing of yours is lost; compare the two and save again.',
    { saved, yours },
  )

export const slugTaken = (slug: string): Refusal =>
  new Refusal(409, 'slug-taken', `“${slug}” is another piece’s address, or was one. Please choose another.`)

export const pictureUnknown = (): Refusal =>
  new Refusal(422, 'picture-unknown', 'The shop has no such picture. Please choose one that it has.')

export const productUnknown = (slug: string): Refusal =>
  new Refusal(422, 'product-unknown', `The shop has no product called “${slug}”.`)
