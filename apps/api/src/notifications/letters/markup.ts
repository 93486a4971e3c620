import { withoutTricks } from './typed-words.ts'

/** Markup that is safe to send: made only by the `markup` tag. */
export interface Markup {
  readonly safe: string
}

/** Markup with values in it. Every value is escaped but what this tag itself has made. */
export function markup(
  parts: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  return { safe: parts.reduce((text, part, at) => text + safeText(values[at - 1]!) + part) }
}

function safeText(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return withoutTricks(value).replaceAll(/[&<>"']/g, (character) => entities[character]!)
  return 'safe' in value ? value.safe : value.map(({ safe }) => safe).join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
