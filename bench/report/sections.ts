export const sections = ['reads', 'search', 'checkout', 'oversell', 'board', 'memory', 'start'] as const
export type Section = (typeof sections)[number]
