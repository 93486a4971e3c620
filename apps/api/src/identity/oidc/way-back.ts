// No page of ours has a longer address; what is longer would be carried through the provider for nothing.
const longest = 500

/**
 * The page of ours that somebody wants to come back to, as path and query; undefined when it is not ours. It is what the browser
 * itself would make of the text that counts: `//evil.example`, `/\evil.example` and `/%09/…` are read by the same rules.
 */
export function readWayBack(text: string, publicUrl: string): string | undefined {
  if (text.length > longest || !text.startsWith('/') || !URL.canParse(text, publicUrl)) return undefined
  const { origin, pathname, search, hash } = new URL(text, publicUrl)
  const isOurs = origin === new URL(publicUrl).origin
  // A path may begin with two slashes even so ("/.//evil.example"), and would be another host's at the next reading.
  if (!isOurs || pathname.startsWith('//') || pathname.includes('\\') || /^\/api(\/|$)/.test(pathname)) return undefined
  return `${pathname}${search}${hash}`
}
