import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { photoKindOf } from './photo-kind.ts'

const drawn = () => sharp({ create: { width: 8, height: 10, channels: 3, background: 'coral' } })

test('a photo is known by its first bytes', async () => {
  for (const kind of ['jpeg', 'png', 'webp', 'avif'] as const)
    assert.equal(photoKindOf(await drawn()[kind]().toBuffer()), kind)
  assert.equal(photoKindOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')), 'heic')
})

test('what only says that it is a photo is none', () => {
  for (const text of [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'GIF89a',
    '%PDF-1.7',
    '',
    '\0\0\0\x18ftypmp42\0\0\0\0isom',
  ])
    assert.equal(photoKindOf(Buffer.from(text, 'latin1')), undefined, text)
})
