import markdownIt from 'markdown-it'

// No HTML passes through, and links go only where markdown-it's own check lets them: never to javascript:, vbscript: or data:.
const writer = markdownIt({ html: false, linkify: false, typographer: false })

writer.renderer.rules.link_open = (tokens, place, options, _env, self) => {
  const token = tokens[place]!
  const href = String(token.attrGet('href') ?? '')
  if (isElsewhere(href)) token.attrSet('rel', 'noopener noreferrer external')
  return self.renderToken(tokens, place, options)
}

// Pictures come from the shop itself; another site's would tell it who reads what.
writer.renderer.rules.image = (tokens, place, options, env, self) => {
  const token = tokens[place]!
  const src = String(token.attrGet('src') ?? '')
  const alt = self.renderInlineAsText(token.children ?? [], options, env)
  if (isElsewhere(src) || !src.startsWith('/')) return writer.utils.escapeHtml(alt)
  return `<img src="${writer.utils.escapeHtml(src)}" alt="${writer.utils.escapeHtml(alt)}" loading="lazy" decoding="async">`
}

/** Markdown as safe HTML. The page has the title as its only h1, so the highest heading here becomes an h2. */
export function toHtml(markdown: string): string {
  const env = {}
  const tokens = writer.parse(markdown, env)
  const levels = tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => Number(tag.slice(1)))
  const shift = levels.length > 0 ? 2 - Math.min(...levels) : 0
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + shift)}`
  }
  return writer.renderer.render(tokens, writer.options, env)
}

const wordsPerMinute = 220

/** How long reading takes, in whole minutes, at least one. */
export function minutesToRead(markdown: string): number {
  const words = markdown.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0
  return Math.max(1, Math.round(words / wordsPerMinute))
}

function isElsewhere(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/|\\|\/\\)/i.test(address) && !/^(mailto|tel):/i.test(address)
}
