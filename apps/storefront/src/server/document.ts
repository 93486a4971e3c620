import { assetsFor, fonts } from './assets.ts'

interface DocumentParts {
  readonly markup: string
  /** The page's source file, to preload its code. */
  readonly file: string | undefined
  readonly theme: 'light' | 'dark' | undefined
  readonly pageData: object
}

// React writes titles, metas and links before the first element of the page; they belong into the head.
const pageStart = '<div class="page">'

// The order of the head is the order of the wire: the sheet, the largest picture (among React's links), then the faces.

/** The whole HTML document: no inline script, no inline style, so that the strictest policy can stand. */
export function documentOf({ markup, file, theme, pageData }: DocumentParts): string {
  const start = markup.indexOf(pageStart)
  const { script, styles, modules } = assetsFor(file)
  return `<!doctype html>
<html lang="en-AU"${theme === undefined ? '' : ` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#F5EFE2" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0E1813" media="(prefers-color-scheme: dark)">
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
${markup.slice(0, start)}
${fonts.map((href) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`).join('\n')}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
</head>
<body>
<div id="app">${markup.slice(start)}</div>
<script type="application/json" id="page-data">${inScript(pageData)}</script>
<script type="module" src="${script}" data-modules="${modules.join(' ')}"></script>
</body>
</html>
`
}

/** JSON that cannot end the script element it stands in. */
function inScript(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
