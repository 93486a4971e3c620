import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isHeic, jpegName, readablePhoto } from './readable-photo.ts'

test('HEIC is known by its type, or by its name where the system has no type for it', () => {
  const known = [
    { type: 'image/heic', name: 'x' },
    { type: 'image/heif-sequence', name: 'x' },
    { type: '', name: 'IMG_0001.HEIC' },
  ]
  const others = [
    { type: 'image/jpeg', name: 'IMG_0001.HEIC' },
    { type: 'image/png', name: 'heic.png' },
    { type: '', name: 'heic' },
  ]
  assert.deepEqual([...known, ...others].map(isHeic), [true, true, true, false, false, false])
  assert.deepEqual(['IMG_0001.HEIC', 'a.heif', 'b'].map(jpegName), ['IMG_0001.jpg', 'a.jpg', 'b.jpg'])
})

test('what the shop reads is sent as it is', async () => {
  const file = new File(['x'], 'a.jpg', { type: 'image/jpeg' })
  assert.equal(await readablePhoto(file), file)
})
