import type { Page } from './shopper.ts'

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
