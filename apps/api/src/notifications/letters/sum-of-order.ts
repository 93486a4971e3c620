import type { OrderView } from '@flora/contract/orders.ts'
import { inProse, inSum } from '@flora/money/in-words.ts'
import { isSame } from '@flora/money/money.ts'
import { lineInWords } from './order-words.ts'
import type { Part, SumRow } from './sheet.ts'

/** The order's sum with each product on a row of its own; fees and money off as the buyer agreed to them. */
export function sumOf(order: OrderView): Part {
  const goods: SumRow[] = order.lines.map((line) => ({
    label: lineInWords(line),
    ...(line.quantity > 1 && { detail: `${inProse(line.unitPrice)} each` }),
    amount: line.total,
  }))
  // "Zone Inner north" is the shop's own word, so a delivery goes without its detail.
  const rest: SumRow[] = order.sum
    .filter(({ kind }) => kind !== 'goods' && kind !== 'add-ons')
    .map(({ kind, label, detail, amount }) => ({ label, ...(detail && kind !== 'delivery' && { detail }), amount }))
  return {
    kind: 'sum',
    rows: [...goods, ...rest],
    total: { label: order.toPay.minor === 0 ? 'Left to pay' : 'Paid', amount: order.toPay },
    note: [order.payment.method && `${order.payment.method}.`, gstSentence(order)].filter(Boolean).join(' '),
  }
}

// GST is in the price of the flowers, whoever's money or gift card paid it.
function gstSentence({ total, toPay, gst }: OrderView): string {
  return isSame(total, toPay)
    ? `Includes ${inSum(gst)} GST.`
    : `The whole order, ${inSum(total)}, includes ${inSum(gst)} GST.`
}
