import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'

export interface LowItem {
  readonly name: string
  readonly left: number
  readonly lowAt: number
}

/** To the shop itself: little is left of something. */
export function lowStock(items: readonly LowItem[], shop: Letterhead): WrittenLetter {
  const [first] = items
  const sentence =
    items.length === 1 && first
      ? `${first.name}: ${first.left === 0 ? 'none' : first.left} left.`
      : `${items.length} things are running low.`
  return typeset(
    {
      sentence,
      parts: [
        { kind: 'words', text: 'So many can still be sold; what orders were promised is set aside.' },
        { kind: 'rows', rows: items.map(({ name, left, lowAt }) => `${name}: ${left} left, to be told at ${lowAt}`) },
        { kind: 'button', label: 'Open the stock desk', address: `${shop.publicUrl}/studio/stock` },
      ],
      footnote: 'You get this letter once each time something falls to the number you chose for it.',
    },
    shop,
  )
}
