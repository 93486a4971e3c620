import type { SalesMargin } from '@flora/contract/reports.ts'
import { basisPointsOf, type Money, money, subtract } from '@flora/money/money.ts'
import type { TiedFrom } from './margin-queries.ts'

/** What sales of a product leave without GST and without its stems, or why that is not known. Other work and goods are not counted. */
export function marginOf(
  { total, gst }: { readonly total: Money; readonly gst: Money },
  tiedFrom: TiedFrom | undefined,
): SalesMargin {
  // Paid ahead, to be tied later.
  if (!tiedFrom) return { ok: false, because: 'None of it was tied in these days.' }
  const { cost, withoutRecipe, sizes } = tiedFrom
  if (withoutRecipe === sizes) return { ok: false, because: 'It is not tied from stems.' }
  const uncosted = [...new Set(tiedFrom.uncosted.flat())]
  if (uncosted.length > 0) return { ok: false, because: `No cost is written down for ${inWords(uncosted)}.` }
  if (withoutRecipe > 0) return { ok: false, because: 'A size of it has no recipe.' }
  const stems = money(cost, total.currency)
  const net = subtract(total, gst)
  const left = subtract(net, stems)
  const basisPoints = basisPointsOf(left, net)
  return { ok: true, stems, left, ...(basisPoints !== undefined && { basisPoints }) }
}

// As many as one reads in a table.
const mostNamed = 3

function inWords(names: readonly string[]): string {
  const named = names.slice(0, names.length > mostNamed ? mostNamed - 1 : mostNamed)
  const more = names.length - named.length
  const all = more > 0 ? [...named, `${more} other stems`] : named
  return all.length === 1 ? all[0]! : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
