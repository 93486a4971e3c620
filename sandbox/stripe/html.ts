/** Text that is HTML already. */
export interface Html {
  readonly html: string
}

/** Builds HTML; whatever is put in is escaped unless it is HTML itself. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html | readonly Html[])[]): Html {
  let text = parts[0] ?? ''
  for (const [index, value] of values.entries()) text += toText(value) + (parts[index + 1] ?? '')
  return { html: text }
}

/** A whole page in the sandbox's plain dress, marked so that nobody takes it for a bank's or Stripe's. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <p class="banner">Sandbox · no real money moves here</p>
        ${body}
      </body>
    </html>`.html
}

/** A sum in minor units as people read it. */
export function price(minor: number, currency: string): string {
  return new Intl.NumberFormat('en-AU', { style: 'currency', currency }).format(minor / 100)
}

function toText(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'object') return Array.isArray(value) ? value.map(toText).join('') : (value as Html).html
  return String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const style = `
  :root { color-scheme: light dark; --line: light-dark(#dfe3e8, #343a43); --soft: light-dark(#5b6470, #a3acb8);
    --back: light-dark(#fff, #14171b) }
  * { box-sizing: border-box }
  body { margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 72rem; background: var(--back);
    font: 15px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums }
  p { margin: 0 0 1rem; max-width: 44rem } .soft { color: var(--soft) }
  .banner { margin: 0 -1.25rem 2rem; padding: .5rem 1.25rem; background: #8a5300; color: #fff; font-weight: 600;
    max-width: none }
  h1 { font-size: 1.5rem; margin: 0 0 .25rem } h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem }
  .wide { overflow-x: auto }
  table { width: 100%; border-collapse: collapse }
  th, td { padding: .4rem 1.5rem .4rem 0; text-align: left; border-bottom: 1px solid var(--line); white-space: nowrap }
  th { font-weight: 600; color: var(--soft) } td.number, th.number { text-align: right }
  code { font: .85em ui-monospace, monospace } tr:target { outline: 2px solid #8a5300 }
  main.bank { max-width: 26rem; margin: 4rem auto; padding: 1.75rem; border: 1px solid var(--line);
    border-radius: .75rem }
  form { display: grid; gap: .75rem; margin-top: 1.5rem }
  button { font: inherit; font-weight: 600; padding: .75rem 1rem; border-radius: .5rem; border: 1px solid #1f6b3b;
    background: #1f6b3b; color: #fff; cursor: pointer }
  button.fail { background: transparent; border-color: currentColor; color: inherit }
  button:focus-visible, a:focus-visible { outline: 3px solid #c77800; outline-offset: 2px }
`
