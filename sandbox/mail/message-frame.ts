import type { Caught } from './caught.ts'

/**
 * The rules for a mail's own HTML: it may look as it likes and load nothing but its own pictures and those of servers
 * on this machine. No script runs, and its links open outside, in tabs of their own.
 */
export const FRAME_CSP = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data: http://localhost:* http://127.0.0.1:*',
  'font-src data:',
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

const INLINE_PICTURE = /^image\/(png|jpeg|gif|webp|avif|svg\+xml)$/

/** A message's HTML as the frame shows it: pictures that came with the mail are put in place. */
export function frameDocument({ html, attachments }: Caught): string {
  const withPictures = html.replace(/cid:([^"'()<>\s]+)/gi, (reference, name: string) => {
    const picture = attachments.find(({ contentId }) => contentId === decoded(name))
    if (!picture || !INLINE_PICTURE.test(picture.mimeType)) return reference
    return `data:${picture.mimeType};base64,${Buffer.from(picture.content).toString('base64')}`
  })
  // First of all bases wins, so the mail's own cannot change where links open; a doctype of the mail must still come
  // first.
  const base = '<base target="_blank">'
  const doctype = /^\s*<!doctype[^>]*>/i.exec(withPictures)?.[0] ?? '<!doctype html>'
  return `${doctype}${base}${withPictures.replace(/^\s*<!doctype[^>]*>/i, '')}`
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
