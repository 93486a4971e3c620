import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GiftOccasion, GiftRelationship, GiftTone } from '@flora/contract/gift-notes.ts'
import { soften } from './soften.ts'

const cases: [wish: [GiftOccasion, GiftRelationship, GiftTone], occasion: GiftOccasion, tone: GiftTone][] = [
  [['sympathy', 'friend', 'cheeky'], 'sympathy', 'comforting'],
  [['sympathy', 'partner', 'romantic'], 'sympathy', 'comforting'],
  [['sympathy', 'friend', 'poetic'], 'sympathy', 'poetic'],
  [['birthday', 'grieving', 'joyful'], 'birthday', 'comforting'],
  [['birthday', 'boss', 'romantic'], 'birthday', 'warm'],
  [['birthday', 'mother', 'romantic'], 'birthday', 'heartfelt'],
  [['birthday', 'partner', 'romantic'], 'birthday', 'romantic'],
  [['birthday', 'boss', 'cheeky'], 'birthday', 'playful'],
  [['birthday', 'client', 'cheeky'], 'birthday', 'warm'],
  [['birthday', 'brother', 'cheeky'], 'birthday', 'cheeky'],
  [['love', 'client', 'romantic'], 'no-reason', 'warm'],
  [['love', 'someone', 'cheeky'], 'love', 'cheeky'],
  [['love', 'grieving', 'warm'], 'no-reason', 'warm'],
  [['sorry', 'teacher', 'playful'], 'sorry', 'warm'],
  [['sorry', 'sister', 'cheeky'], 'sorry', 'cheeky'],
  [['thank-you', 'teacher', 'short'], 'thank-you', 'warm'],
  [['sympathy', 'friend', 'short'], 'sympathy', 'comforting'],
]
for (const [[occasion, relationship, tone], kinderOccasion, kinderTone] of cases) {
  test(`${tone} words of ${occasion} to ${relationship} become ${kinderTone} ones of ${kinderOccasion}`, () => {
    const manner = soften({ occasion, relationship, tone })
    assert.deepEqual([manner.occasion, manner.tone, manner.isShort], [kinderOccasion, kinderTone, tone === 'short'])
  })
}
