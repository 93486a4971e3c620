import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

export interface ReadPage {
  /** In whole millimetres. */
  readonly size: readonly [number, number]
  readonly text: string
  /** Names of the fonts it writes with. */
  readonly fonts: readonly string[]
  /** Where each piece of text stands, in points from the left and from the top. */
  readonly pieces: readonly { text: string; x: number; y: number; size: number }[]
  readonly images: number
}

const pointsAMillimetre = 72 / 25.4

/** Opens a PDF and reads every page of it. */
export async function readPaper(bytes: Uint8Array): Promise<ReadPage[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { OPS } = await getResolvedPDFJS()
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const operators = await page.getOperatorList()
    const pieces = items.flatMap((item) =>
      'str' in item && item.str !== ''
        ? [
            {
              text: item.str,
              x: item.transform[4] as number,
              y: height - (item.transform[5] as number),
              size: item.transform[0] as number,
              font: item.fontName,
            },
          ]
        : [],
    )
    const fonts = [...new Set(pieces.map(({ font }) => font))].map(
      (font) => page.commonObjs.get(font) as { name: string; missingFile?: boolean },
    )
    pages.push({
      size: [Math.round(width / pointsAMillimetre), Math.round(height / pointsAMillimetre)],
      text: pieces.map(({ text }) => text).join('\n'),
      fonts: fonts.map(({ name, missingFile }) => (missingFile ? `${name} (not embedded)` : name)).toSorted(),
      pieces: pieces.map(({ font: _, ...piece }) => piece),
      images: operators.fnArray.filter((operator: number) => operator === OPS.paintImageXObject).length,
    })
  }
  return pages
}
