import { Refusal } from '../platform/refusal.ts'

export const pictureNotFound = (): Refusal => new Refusal(404, 'picture-not-found', 'There is no such picture.')
