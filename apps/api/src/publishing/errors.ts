import { Refusal } from '../platform/refusal.ts'

export const pictureNotFound = (): Refusal => new Refusal(404, 'picture-not-found', 'There is no such picture.')

export const photoMissing = (): Refusal =>
  new Refusal(422, 'photo-missing', 'Please send one file, in a form, under the name “photo”.')

export const photoNotReadable = (): Refusal =>
  new Refusal(422, 'photo-not-readable', 'This is no photo that we can read. Please send a JPEG, PNG, WebP or AVIF.')

export const photoIsHeic = (): Refusal =>
  new Refusal(
    422,
    'photo-is-heic',
    'This is a HEIC photo, which neither this browser nor we can read. Send it from the iPhone or from Safari, which turn it into a JPEG, or export it as one.',
  )

export const photoTooLarge = (): Refusal =>
  new Refusal(413, 'photo-too-large', 'This photo is too large. Please send one below 25 MB and 80 million pixels.')

export const photoTooSmall = (): Refusal =>
  new Refusal(
    422,
    'photo-too-small',
    'This photo is too small: cropped to 4 by 5, it should still be 800 pixels wide. 2,000 pixels or more look best.',
  )
