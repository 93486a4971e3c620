export const sections = ['reads', 'search', 'checkout', 'oversell', 'memory', 'start'] as const
export type Section = (typeof sections)[number]
