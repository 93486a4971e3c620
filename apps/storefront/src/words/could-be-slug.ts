/** Whether an address's part could be a slug at all; the contract's own pattern would bring its whole library into the browser. */
export function couldBeSlug(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
