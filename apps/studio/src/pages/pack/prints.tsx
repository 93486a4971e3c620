import type { CardLayout, DayPack } from '@flora/contract/fulfilment.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import type { Printing } from '../../forms/day-pack-print.tsx'
import { count } from '../../words/counts.ts'
import { paperWords } from '../../words/papers.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

interface SinceProps {
  readonly pack: DayPack
  readonly printing: Printing
  readonly cards: CardLayout
}

/** What is not on the papers that lie on the bench, and the papers for just that. */
export function SinceLastPrint({ pack, printing, cards }: SinceProps): JSX.Element | null {
  const { changes } = pack
  if (changes.length === 0) return null
  const toPrint = changes.filter(({ kind }) => kind !== 'gone').map(({ deliveryId }) => deliveryId)
  return (
    <Section title="Changed since the last print" aside={count(changes.length, 'change')}>
      <ul className="since">
        {changes.map(({ deliveryId, orderId, number, sentence }) => (
          <li key={deliveryId}>
            <Link className="num" to={`/orders/${orderId}`}>
              {number}
            </Link>
            <span>{sentence.startsWith(`${number}: `) ? sentence.slice(number.length + 2) : sentence}</span>
          </li>
        ))}
      </ul>
      {toPrint.length > 0 && (
        <Button
          kind="ink"
          can={pack.can.print}
          isBusy={printing.doing.isBusy}
          busy="Printing"
          onPress={() => void printing.print({ part: 'whole', cards, deliveryIds: toPrint })}
        >
          Print only what changed
        </Button>
      )}
    </Section>
  )
}

/** Who printed what, newest first. */
export function Prints({ pack }: { pack: DayPack }): JSX.Element | null {
  const { timeZone, today } = useShopClock()
  if (pack.prints.length === 0) return null
  return (
    <Section title="Printed">
      <ul className="since">
        {pack.prints.map(({ id, part, at, who, deliveries, isReprint }) => (
          <li key={id}>
            <span className="num nowrap">{momentWords(at, { timeZone, ...(today && { today }) })}</span>
            <span>
              {paperWords[part].words}
              {isReprint && ', again'}: {count(deliveries, 'delivery', 'deliveries')}, {who}.{' '}
              <a href={`/api/fulfilment/prints/${id}/${part}.pdf`} target="_blank" rel="noreferrer">
                Open
              </a>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
