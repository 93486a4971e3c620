import { Refusal } from '../platform/refusal.ts'

export const shopIsThere = (name: string): Refusal =>
  new Refusal(
    409,
    'shop-is-there',
    `This database already holds the shop “${name}”. The demo shop goes into an empty one only.`,
  )

export const demoIsWrong = (sentence: string): Refusal => new Refusal(422, 'demo-is-wrong', sentence)
