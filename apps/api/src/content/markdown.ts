import markdownIt from 'markdown-it'
import { parseOwnPicture, pictureHtml } from './own-picture.ts'

interface Env {
  /** Put before the shop's own addresses, for words that are read elsewhere. */
  readonly origin?: string
  /** Counted while a text is written. */
  tables?: number
}

// No HTML passes through, and links go only where a reader expects links to go.
const writer = markdownIt({ html: false, linkify: false, typographer: false })
const { escapeHtml } = writer.utils
const schemes = ['http:', 'https:', 'mailto:', 'tel:']
const isLink = writer.validateLink
writer.validateLink = (address) => {
  // A colon before the first slash makes a scheme, or is meant to look like none.
  const [scheme] = /^[^/?#]*:/.exec(address.trim().toLowerCase()) ?? []
  return isLink(address) && (scheme === undefined || schemes.includes(scheme))
}

const { rules } = writer.renderer

rules.link_open = (tokens, place, options, env: Env, self) => {
  const token = tokens[place]!
  const href = String(token.attrGet('href') ?? '')
  if (isElsewhere(href)) token.attrSet('rel', 'noopener noreferrer external')
  else if (env.origin !== undefined && !/^(mailto|tel):/i.test(href)) token.attrSet('href', absolute(href, env.origin))
  return self.renderToken(tokens, place, options)
}

// Pictures are the shop's own drawings and uploads: another site's would tell it who reads what, and another address here might
// do more than show a picture.
rules.image = (tokens, place, options, env: Env, self) => {
  const token = tokens[place]!
  const alt = self.renderInlineAsText(token.children ?? [], options, env)
  const picture = parseOwnPicture(String(token.attrGet('src') ?? ''))
  if (!picture) return escapeHtml(alt)
  const title = token.attrGet('title')
  const caption = token.meta?.isAlone && title ? `<figcaption>${escapeHtml(String(title))}</figcaption>` : ''
  return pictureHtml(picture, escapeHtml(alt), env.origin) + caption
}

// A table that is wider than a phone is moved by itself, with keys too; so it needs a name, and one of its own.
rules.table_open = (tokens, place, options, env: Env, self) => {
  env.tables = (env.tables ?? 0) + 1
  const end = tokens.findIndex(({ type }, nth) => nth > place && type === 'thead_close')
  const heads = tokens.slice(place, end).flatMap(({ type, children }) => (type === 'inline' ? [children ?? []] : []))
  const name = heads.map((words) => self.renderInlineAsText(words, options, env)).join(', ')
  return `<div class="tscroll" tabindex="0" role="region" aria-label="Table ${env.tables}: ${escapeHtml(name)}">\n<table>\n`
}
rules.table_close = () => '</table>\n</div>\n'

// What stands in columns says so by a class: the page's policy allows no styles of its own.
for (const cell of ['th_open', 'td_open'] as const) {
  rules[cell] = (tokens, place, options, _env, self) => {
    const token = tokens[place]!
    const [, side] = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? '')) ?? []
    token.attrs =
      side === 'right' || side === 'center' ? [['class', side === 'right' ? 'to-right' : 'to-centre']] : null
    if (token.tag === 'th') token.attrPush(['scope', 'col'])
    return self.renderToken(tokens, place, options)
  }
}

/**
 * Markdown as safe HTML. The page has the title as its only h1, so the highest heading here becomes an h2. With an `origin`
 * ('https://flora.example') the shop's own addresses are written in full.
 */
export function toHtml(markdown: string, { origin }: Pick<Env, 'origin'> = {}): string {
  const env: Env = origin === undefined ? {} : { origin }
  const tokens = writer.parse(markdown, env)
  const levels = tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => Number(tag.slice(1)))
  const shift = levels.length > 0 ? 2 - Math.min(...levels) : 0
  for (const [place, token] of tokens.entries()) {
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + shift)}`
    if (token.type === 'inline') setFigure(tokens, place)
  }
  return writer.renderer.render(tokens, writer.options, env)
}

type Tokens = ReturnType<typeof writer.parse>

// A paragraph that is nothing but a picture is a figure, and the picture's title is what stands under it.
function setFigure(tokens: Tokens, place: number): void {
  const [before, { children }, after] = [tokens[place - 1], tokens[place]!, tokens[place + 1]]
  const [image] = children ?? []
  if (before?.type !== 'paragraph_open' || !after || children?.length !== 1 || image?.type !== 'image') return
  if (!parseOwnPicture(String(image.attrGet('src') ?? ''))) return
  image.meta = { isAlone: true }
  before.tag = 'figure'
  after.tag = 'figure'
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

function absolute(address: string, origin: string): string {
  return address.startsWith('/') ? `${origin}${address}` : `${origin}/journal/${address}`
}
