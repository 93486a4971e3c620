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
