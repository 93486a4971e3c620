import assert from 'node:assert/strict'
import type { Locator, Page } from './shopper.ts'

/** A picture as large as a phone's, painted by the browser. */
export async function aPhotograph(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1_600, height: 1_200 })
    const brush = canvas.getContext('2d')!
    brush.fillStyle = '#b0607a'
    brush.fillRect(0, 0, 1_600, 1_200)
    return canvas.toDataURL('image/jpeg')
  })
  return Buffer.from(url.split(',')[1]!, 'base64')
}

/** The picture came, and is one. */
export async function isSeen(picture: Locator): Promise<void> {
  // What is far below is not asked for.
  await picture.scrollIntoViewIfNeeded()
  assert.ok(
    await picture.evaluate(async (img) => {
      await (img as HTMLImageElement).decode()
      return (img as HTMLImageElement).naturalWidth > 0
    }),
    'the photo is there',
  )
}
