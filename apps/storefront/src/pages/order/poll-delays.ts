/** How long to wait before asking again: quick at first, because banks mostly answer in seconds, then ever slower. */
export function pollDelayMs(asked: number): number {
  return Math.min(1_500 * 1.5 ** asked, 30_000)
}

/** After this many asks the page says that it will not ask on by itself; about twenty minutes. */
export const mostAsks = 50
