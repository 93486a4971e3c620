import { inSum } from '@flora/money/in-words.ts'
import { markup, type Markup } from './markup.ts'
import type { Letterhead, Part, Sheet, SumRow } from './sheet.ts'

// The design's light colours. They are written at each element, since many mail programs drop style sheets; those that keep
// them get the dark ones by class.
const paper = '#F5EFE2'
const sheetGround = '#FCF9F2'
const ink = '#16281E'
const inkSoft = '#4C5B50'
const rule = '#D0C6B0'
const leaf = '#2C6640'

// Besley does not travel.
const display = `font-family:Georgia,'Times New Roman',serif;font-weight:400`
const sans = `font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-weight:400`

const words = `margin:0 0 16px;${sans};font-size:17px;line-height:26px;color:${ink}`
const note = `margin:0 0 12px;${sans};font-size:14px;line-height:21px;color:${inkSoft}`
const link = `color:${ink};text-decoration:underline`
// A word without end, typed by whoever, must not widen the letter.
const breaks = 'word-break:break-word;overflow-wrap:anywhere'

/** A letter as HTML: one column of 560 px, tables where mail programs need them, no picture, light and dark. */
export function sheetToHtml(sheet: Sheet, shop: Letterhead): string {
  const opening = sheet.parts.find((part) => part.kind === 'words')?.text ?? ''
  return markup`<!doctype html>
<html lang="en-AU">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${sheet.sentence}</title>
${darkColours}
</head>
<body class="paper" style="margin:0;padding:0;background-color:${paper};-webkit-text-size-adjust:100%">
<div aria-hidden="true" style="display:none;max-height:0;overflow:hidden;mso-hide:all;color:${paper}">${opening}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${paper}" style="background-color:${paper}"><tr><td align="center" style="padding:28px 20px 40px">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;table-layout:fixed"><tr><td align="left" style="${breaks}">
<p class="ink line" style="margin:0 0 32px;padding:0 0 10px;border-bottom:4px double ${ink};${display};font-size:16px;line-height:24px;color:${ink}"><a class="ink" href="${shop.publicUrl}" style="color:${ink};text-decoration:none"><b style="font-size:24px;letter-spacing:-0.03em">${shop.name}</b> <i class="soft" style="color:${inkSoft}">${shop.tagline}</i></a></p>
<h1 class="ink" style="margin:0 0 20px;${display};font-size:34px;line-height:40px;letter-spacing:-0.02em;text-wrap:balance;color:${ink}">${sheet.sentence}</h1>
${sheet.parts.map(partToHtml)}
<div class="soft line" style="margin:36px 0 0;padding:14px 0 0;border-top:1px solid ${ink};${sans};font-size:14px;line-height:21px;color:${inkSoft}">
<p style="margin:0 0 10px">${shop.name}, ${shop.address}<br>${shop.phone}, <a class="ink" href="mailto:${shop.email}" style="${link}">${shop.email}</a></p>
<p style="margin:0">${sheet.footnote}</p>
</div>
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`.safe
}

function partToHtml(part: Part): Markup {
  switch (part.kind) {
    case 'words':
      return markup`<p class="ink" style="${words}">${part.text}</p>\n`
    case 'note':
      return markup`<p class="soft" style="${note}">${part.text}</p>\n`
    case 'heading':
      return heading(part)
    case 'rows':
      return markup`<p class="ink" style="${words}">${broken(part.rows)}</p>\n`
    case 'card':
      return markup`<p class="soft" style="${note};margin-bottom:6px">${part.label}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;table-layout:fixed"><tr><td class="sheet ink line" bgcolor="${sheetGround}" style="padding:20px 22px;background-color:${sheetGround};border:1px solid ${ink};${display};font-size:17px;line-height:25px;color:${ink};${breaks}">${broken(part.text.split('\n'))}</td></tr></table>\n`
    case 'sum':
      return sumToHtml(part)
    case 'button':
      return markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 28px"><tr><td class="button" bgcolor="${ink}" style="background-color:${ink};border-radius:2px"><a class="button" href="${part.address}" style="display:inline-block;padding:14px 26px;background-color:${ink};border-radius:2px;${sans};font-size:17px;line-height:20px;font-weight:600;color:${paper};text-decoration:none">${part.label}</a></td></tr></table>\n`
    case 'links':
      return markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">${part.links.map(
        ({ label, address, detail }) =>
          markup`<tr><td class="ink rule" style="padding:12px 0;border-bottom:1px solid ${rule};${sans};font-size:17px;line-height:24px;color:${ink}"><a class="ink" href="${address}" style="${link};font-weight:600">${label}</a><br><span class="soft" style="font-size:14px;color:${inkSoft}">${detail}</span></td></tr>`,
      )}</table>\n`
  }
}

function heading({ text, above }: Part & { kind: 'heading' }): Markup {
  return markup`<div class="line" style="margin:32px 0 10px;padding:14px 0 0;border-top:1px solid ${ink}">${
    above ? markup`<p class="soft" style="${note};margin-bottom:2px">${above}</p>` : markup``
  }<h2 class="ink" style="margin:0;${display};font-size:23px;line-height:29px;letter-spacing:-0.01em;text-wrap:balance;color:${ink}">${text}</h2></div>\n`
}

function sumToHtml({ rows, total, note: remark }: Part & { kind: 'sum' }): Markup {
  const cell = `${sans};font-size:16px;line-height:23px;vertical-align:top;${breaks}`
  const amount = `${cell};width:104px;text-align:right;white-space:nowrap;word-break:normal;font-variant-numeric:tabular-nums`
  const row = ({ label, detail, amount: sum }: SumRow) => {
    const colour = sum.minor < 0 ? leaf : ink
    return markup`<tr><td class="${sum.minor < 0 ? 'leaf' : 'ink'} rule" style="padding:9px 12px 9px 0;border-bottom:1px solid ${rule};${cell};color:${colour}">${label}${
      detail ? markup`<br><span class="soft" style="font-size:14px;color:${inkSoft}">${detail}</span>` : markup``
    }</td><td class="${sum.minor < 0 ? 'leaf' : 'ink'} rule" style="padding:9px 0;border-bottom:1px solid ${rule};${amount};color:${colour}">${inSum(sum)}</td></tr>\n`
  }
  const big = `padding:12px 0 0;border-top:2px solid ${ink};${display};font-size:25px;line-height:32px;color:${ink}`
  return markup`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 10px;table-layout:fixed;border-collapse:collapse">
${rows.map(row)}<tr><td class="ink line" style="${big}">${total.label}</td><td class="ink line" style="${big};width:104px;text-align:right;white-space:nowrap">${inSum(total.amount)}</td></tr>
</table>
<p class="soft" style="${note};margin-bottom:20px">${remark}</p>\n`
}

function broken(lines: readonly string[]): Markup[] {
  return lines.map((line, at) => (at === 0 ? markup`${line}` : markup`<br>${line}`))
}

// Mail programs that turn colours around by themselves leave these alone where they are told both. Outlook's web form marks what
// it has turned with data-ogsc.
const darkColours = markup`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background-color:#0E1813!important}.sheet{background-color:#16231C!important}
.ink{color:#EEE7D8!important}.soft{color:#A9B6A8!important}.leaf{color:#8FC79D!important}
.line{border-color:#EEE7D8!important}.rule{border-color:#2C3E34!important}
.button{background-color:#EEE7D8!important;color:#0E1813!important}
}
[data-ogsc] .ink{color:#EEE7D8!important}[data-ogsc] .soft{color:#A9B6A8!important}[data-ogsc] .leaf{color:#8FC79D!important}
@media (max-width:430px){h1{font-size:29px!important;line-height:35px!important}}
</style>`
