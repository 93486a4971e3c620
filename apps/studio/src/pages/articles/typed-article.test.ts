import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleBody, changedArticleParts, type TypedArticle } from './typed-article.ts'

const saved: TypedArticle = {
  kind: 'journal',
  title: 'How to open a peony',
  slug: 'how-to-open-a-peony',
  summary: '',
  markdown: 'Warm water.',
  author: 'Ada Marsh',
  tint: 'blush',
  tags: 'Peonies, Cut flowers',
  products: ['saturday-peonies'],
  picture: { id: '3c8ea724411f4de97670e825', alt: 'Peonies' },
}

test('only what was changed is sent', () => {
  assert.deepEqual(changedArticleParts({ ...saved }, saved), [])
  assert.deepEqual(articleBody({ ...saved, title: 'Peonies' }, saved), { title: 'Peonies' })
})

test('tags are cut at commas; an empty address is made from the title again; a picture can be taken away', () => {
  assert.deepEqual(articleBody({ ...saved, tags: 'Peonies, , Vases,', slug: ' ', picture: undefined }, saved), {
    tags: ['Peonies', 'Vases'],
    slug: null,
    picture: null,
  })
})

test('a saved photo is sent with its focus only when it is cropped otherwise', () => {
  const photo = { id: 'photo-a-48-50', photoId: 'pht_1', focus: { x: 48, y: 50 }, alt: 'Peonies' } as const
  const before: TypedArticle = { ...saved, picture: photo }
  const sent = (picture: TypedArticle['picture']) => articleBody({ ...before, picture }, before)
  assert.deepEqual(sent({ ...photo, focus: { x: 48, y: 50 } }), {}, 'moved, and moved back')
  assert.deepEqual(sent({ ...photo, alt: 'By evening' }), { picture: { id: 'photo-a-48-50', alt: 'By evening' } })
  assert.deepEqual(sent({ ...photo, focus: { x: 46, y: 50 } }), {
    picture: { photoId: 'pht_1', focus: { x: 46, y: 50 }, alt: 'Peonies' },
  })
})
