import type { Caught, Person } from './caught.ts'
import { html, type Markup } from './markup.ts'

/** The ways to look at one message, in the order of their tabs. */
export const VIEWS = ['html', 'text', 'headers', 'source'] as const
export type View = (typeof VIEWS)[number]

const NAMES: Record<View, string> = { html: 'Letter', text: 'Plain text', headers: 'Headers', source: 'Source' }
const SHOWN_SOURCE_CHARS = 200_000

/** The whole page: the mailbox, and the opened message beside it. */
export function mailPage(messages: Caught[], opened?: { message: Caught; view: View }): string {
  const title = opened ? subjectOf(opened.message) : 'Mailbox'
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Flora mailbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        <script src="/page.js" defer></script>
      </head>
      <body class="${opened ? 'is-reading' : 'is-browsing'}">
        <a class="skip" href="#main">Skip to the message</a>
        <header class="mast">
          <a class="mark" href="/">Flora</a>
          <p>Mail that was sent on this machine. None of it left.</p>
        </header>
        <div class="desk">
          <nav class="box" aria-label="Mailbox" id="box">${mailList(messages, opened?.message.id)}</nav>
          <main id="main" tabindex="-1">
            ${opened ? letter(opened.message, opened.view) : nothingOpened(messages.length)}
          </main>
        </div>
      </body>
    </html>`.markup
}

function mailList(messages: Caught[], openedId: string | undefined): Markup {
  if (messages.length === 0) {
    return html`<h1>No mail yet</h1>
      <p class="soft">It shows here by itself as soon as the shop sends some.</p>`
  }
  const count = messages.length === 1 ? 'One letter' : `${messages.length} letters`
  return html`<div class="count">
      <h1>${count}</h1>
      <button type="button" id="clear" hidden>Throw all away</button>
    </div>
    <ol role="list">
      ${messages.toReversed().map((message) => listRow(message, message.id === openedId))}
    </ol>`
}

function listRow(message: Caught, isOpened: boolean): Markup {
  const current = isOpened ? html` aria-current="page"` : ''
  return html`<li>
    <a href="/messages/${message.id}" ${current}>
      <span class="to">${message.envelope.to.join(', ') || names(message.to)}</span>
      <time datetime="${message.receivedAt}">${clockTime(message.receivedAt)}</time>
      <span class="subject">${subjectOf(message)}</span>
      <span class="start">${startOf(message)}</span></a
    >
  </li>`
}

function nothingOpened(count: number): Markup {
  return html`<p class="empty">${count === 0 ? 'The letter box is empty.' : 'Choose a letter.'}</p>`
}

function letter(message: Caught, view: View): Markup {
  const blind = message.envelope.to.filter(
    (to) => ![...message.to, ...message.cc].some(({ address }) => address === to),
  )
  return html`<article>
    <p class="back"><a href="/">All letters</a></p>
    <h2>${subjectOf(message)}</h2>
    <dl class="who">
      <dt>From</dt>
      <dd>${message.from ? names([message.from]) : message.envelope.from || 'nobody'}</dd>
      <dt>To</dt>
      <dd>${names(message.to) || message.envelope.to.join(', ')}</dd>
      ${fact('Copy', names(message.cc))} ${fact('Blind copy', message.to.length ? blind.join(', ') : '')}
      ${fact('Reply to', names(message.replyTo))}
      <dt>Came</dt>
      <dd>
        <time datetime="${message.receivedAt}">${longTime(message.receivedAt)}</time>, ${inKilobytes(message.sizeBytes)}
      </dd>
    </dl>
    ${attachmentList(message)} ${complaint(message)}
    <nav class="views" aria-label="Ways to look at it">${VIEWS.map((it) => viewTab(message, it, view))}</nav>
    ${shown(message, view)}
  </article>`
}

function complaint({ unreadable }: Caught): Markup {
  if (!unreadable) return html``
  return html`<p class="wrong" role="alert">This message breaks the rules for e-mail: ${unreadable}</p>`
}

function fact(name: string, value: string): Markup {
  return value
    ? html`<dt>${name}</dt>
        <dd>${value}</dd>`
    : html``
}

function attachmentList({ id, attachments }: Caught): Markup {
  if (attachments.length === 0) return html``
  const files = attachments.map(({ filename, content, isInline }, at) => {
    const about = `${inKilobytes(content.byteLength)}${isInline ? ', in the letter' : ''}`
    return html`<li>
      <a href="/messages/${id}/attachments/${at}" download>${filename}</a> <span class="soft">${about}</span>
    </li>`
  })
  return html`<ul class="files" aria-label="Attachments">
    ${files}
  </ul>`
}

function viewTab({ id }: Caught, view: View, current: View): Markup {
  const marked = view === current ? html` aria-current="page"` : ''
  return html`<a href="/messages/${id}?view=${view}" ${marked}>${NAMES[view]}</a>`
}

function shown(message: Caught, view: View): Markup {
  switch (view) {
    case 'html':
      if (!message.html) return html`<p class="empty">This mail has no HTML part.</p>`
      return html`<fieldset class="widths">
          <legend class="hidden">Width of the letter</legend>
          <label><input type="radio" name="width" value="wide" checked /> Wide</label>
          <label><input type="radio" name="width" value="phone" /> Phone</label>
        </fieldset>
        <iframe
          class="frame"
          title="The letter"
          src="/messages/${message.id}/frame"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerpolicy="no-referrer"
        ></iframe>`
    case 'text':
      if (!message.text) return html`<p class="empty">This mail has no plain text part.</p>`
      return html`<pre class="text" tabindex="0">${message.text}</pre>`
    case 'headers':
      return html`<div class="wide" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Header</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            ${message.headers.map(
              ({ name, value }) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td>${value}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`
    case 'source':
      return html`<p><a href="/messages/${message.id}/source" download>Download the .eml file</a></p>
        <pre tabindex="0">${sourceText(message)}</pre>`
  }
}

function sourceText({ source }: Caught): string {
  const text = Buffer.from(source).toString('utf8', 0, SHOWN_SOURCE_CHARS)
  return source.byteLength > SHOWN_SOURCE_CHARS ? `${text}\n\n(The rest is in the file.)` : text
}

function subjectOf({ subject }: Caught): string {
  return subject || '(no subject)'
}

function startOf({ text, html: letterHtml }: Caught): string {
  const start = text || letterHtml.replace(/<(style|script|head)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')
  return start.slice(0, 400).replace(/\s+/g, ' ').trim().slice(0, 120)
}

function names(people: Person[]): string {
  return people.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ')
}

function inKilobytes(bytes: number): string {
  return bytes < 1_000 ? `${bytes} bytes` : `${(bytes / 1_000).toFixed(bytes < 10_000 ? 1 : 0)} kB`
}

function clockTime(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-AU', { hour: '2-digit', minute: '2-digit', hour12: false })
}

function longTime(instant: string): string {
  return new Date(instant).toLocaleString('en-AU', { dateStyle: 'full', timeStyle: 'medium' })
}
