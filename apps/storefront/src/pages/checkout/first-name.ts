const titles = /^(mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|fr|sr)\.?$/i

/** How a card would address or sign: 'June' of 'June Halloran', all of 'Mum & Dad' and 'Dr Halloran'. */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = ''] = words
  if (titles.test(first) || words.some((word) => word === '&' || word === 'and' || word === '+')) return words.join(' ')
  return first
}
