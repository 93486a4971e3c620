import { withoutTricks } from './typed-words.ts'

/** Markup that is safe to send: made only by the `html` tag. */
export interface Html {
  readonly markup: string
}

/** Markup with values in it. Every value is escaped but what this tag itself has made. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  return { markup: parts.reduce((text, part, at) => text + toMarkup(values[at - 1]!) + part) }
}

function toMarkup(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return withoutTricks(value).replaceAll(/[&<>"']/g, (character) => entities[character]!)
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
