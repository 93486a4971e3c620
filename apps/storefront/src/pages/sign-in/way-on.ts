/** Where somebody goes once she is signed in: the page that asked for it, if it is one of ours, else her account. */
export function wayOn(search: string): string {
  const to = new URLSearchParams(search).get('to')
  return to !== null && isOurs(to) ? to : '/account'
}

// Browsers read a backslash as a slash, and two slashes as another host.
function isOurs(path: string): boolean {
  return /^\/(?![/\\])[^\\\s]*$/.test(path)
}

/** 32 random bytes, as they stand in the links that sign somebody in. */
const secret = /^#([A-Za-z0-9_-]{43})$/
/** A link that says something in itself, sealed by the shop: longer, with dots. */
const sealed = /^#([A-Za-z0-9_.-]{43,400})$/

/** What a letter's link holds. */
export type TokenKind = 'secret' | 'sealed'

/** The token of a letter's link or a ticket, from behind the # where no server sees it. */
export function tokenIn(hash: string, kind: TokenKind = 'secret'): string | undefined {
  return (kind === 'secret' ? secret : sealed).exec(hash)?.[1]
}
