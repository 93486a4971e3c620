export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** Its own text, with what stands for a character read. */
  readonly text: string
}

const tag = /^<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>/
const speakable = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads a document as strictly as XML asks, for the part of XML that we write. Throws what is not well formed. */
export function readXml(document: string): Element {
  if (!speakable.test(document)) throw new Error('a character that cannot stand in XML')
  const start = /^<\?xml version="1\.0" encoding="utf-8"\?>\s*/i.exec(document)
  if (!start) throw new Error('no XML declaration')
  let rest = document.slice(start[0].length)
  const open: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = []
  for (;;) {
    const text = /^[^<]*/.exec(rest)![0]
    rest = rest.slice(text.length)
    const inside = open.at(-1)
    if (inside) inside.text += characters(text)
    const found = tag.exec(rest)
    if (!found) throw new Error(`not well formed: ${rest.slice(0, 80)}`)
    const [whole, closes, name, attributes, isEmpty] = found as unknown as [string, string, string, string, string]
    rest = rest.slice(whole.length)
    if (!closes) open.push({ name, attributes: attributesOf(attributes), children: [], text: '' })
    if (!closes && !isEmpty) continue
    const done = open.pop()
    if (done?.name !== name) throw new Error(`</${name}> ends <${done?.name}>`)
    const parent = open.at(-1)
    if (parent) parent.children.push(done)
    else if (rest.trim() !== '') throw new Error(`something after the end: ${rest.slice(0, 80)}`)
    else return done
  }
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name!, characters(value!)] as const,
  )
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`an attribute twice: ${text}`)
  return Object.fromEntries(found)
}

function characters(text: string): string {
  if (text.includes(']]>')) throw new Error('“]]>” stands in a text')
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+))?;?/gi, (whole, decimal, hex, name) => {
    const character = decimal
      ? String.fromCodePoint(Number(decimal))
      : hex
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : named[String(name)]
    if (character === undefined || !whole.endsWith(';')) throw new Error(`not a character: ${whole}`)
    return character
  })
}
