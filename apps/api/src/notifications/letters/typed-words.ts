/** What people typed, without the characters that turn the direction of what stands after them or hide it. Lines stay. */
export function withoutTricks(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '')
}

/**
 * What to call somebody in a sentence: 'June', 'Mrs Okafor'. Undefined for what does not look like a name: a subject line is no
 * place for an address or an advertisement.
 */
export function calledName(fullName: string): string | undefined {
  const [first = '', second = ''] = withoutTricks(fullName).trim().split(/\s+/)
  const called = titles.has(first.toLowerCase().replace(/\.$/, '')) ? `${first} ${second}`.trim() : first
  return /^(\p{L}{1,5}\. )?\p{L}[\p{L}\p{M}'’-]{0,23}( \p{L}[\p{L}\p{M}'’-]{0,23})?$/u.test(called) ? called : undefined
}

const titles = new Set(['mr', 'mrs', 'ms', 'mx', 'miss', 'dr', 'prof', 'sir', 'dame', 'aunt', 'auntie', 'uncle'])

/** 'one' to 'eight', and figures beyond: a cart has no more deliveries. */
export function countInWords(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'][count] ?? String(count)
}
