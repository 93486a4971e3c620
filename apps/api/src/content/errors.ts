import { Refusal } from '../platform/refusal.ts'

export const contentNotFound = (slug: string): Refusal =>
  new Refusal(404, 'content-not-found', `There is nothing published under “${slug}”.`)
