import type { Today } from '@flora/contract/day-board.ts'
import type { JSX } from 'react'
import { inProse } from '../../words/money.ts'

/** The day in five figures. */
export function Figures({ today }: { today: Today }): JSX.Element {
  const { deliveries, made, late, atRisk, benchMinutes, revenue } = today
  const troubled = late.count + atRisk.count
  return (
    <dl className="figs">
      <Figure what={deliveries === 1 ? 'delivery today' : 'deliveries today'} figure={String(deliveries)} />
      <Figure what="made" figure={String(made)} of={`of ${deliveries}`} />
      <Figure
        what={late.count > 0 ? `late or at risk, ${late.count} late` : 'at risk'}
        figure={String(troubled)}
        isRisk={troubled > 0}
      />
      <Figure what="bench minutes" figure={String(benchMinutes.taken)} of={`of ${benchMinutes.capacity}`} />
      <Figure what={`taken today; ${inProse(revenue.ofDay)} goes out`} figure={inProse(revenue.taken)} />
    </dl>
  )
}

function Figure(props: { what: string; figure: string; of?: string; isRisk?: boolean }): JSX.Element {
  return (
    <div className={props.isRisk ? 'risk' : undefined}>
      <dt>{props.what}</dt>
      <dd>
        {props.figure} {props.of !== undefined && <small>{props.of}</small>}
      </dd>
    </div>
  )
}
