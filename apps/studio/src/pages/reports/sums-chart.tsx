import type { Money } from '@flora/money/money.ts'
import type { JSX } from 'react'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { inProse } from '../../words/money.ts'

export interface ChartBar {
  /** Under the bar. */
  readonly words: string
  readonly sum: Money
}

const height = 240

/** Sums as bars. For looking; the table below it has the same figures for reading. */
export function SumsChart({ bars, across = false }: { bars: readonly ChartBar[]; across?: boolean }): JSX.Element {
  const data = bars.map(({ words, sum }) => ({ words, minor: sum.minor }))
  const inMoney = (minor: unknown): string => inProse({ minor: Math.round(Number(minor)), currency: 'AUD' })
  return (
    <figure className="chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height={across ? Math.max(height, data.length * 30 + 40) : height}>
        <BarChart
          data={data}
          layout={across ? 'vertical' : 'horizontal'}
          accessibilityLayer={false}
          margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={across} horizontal={!across} />
          {across ? (
            <>
              <XAxis type="number" dataKey="minor" tickFormatter={inMoney} tickLine={false} axisLine={false} />
              <YAxis type="category" dataKey="words" width={150} tickLine={false} axisLine={false} interval={0} />
            </>
          ) : (
            <>
              <XAxis dataKey="words" tickLine={false} minTickGap={18} />
              <YAxis dataKey="minor" width={62} tickFormatter={inMoney} tickLine={false} axisLine={false} />
            </>
          )}
          <Tooltip cursor={false} isAnimationActive={false} formatter={(minor) => [inMoney(minor), 'Total']} />
          <Bar dataKey="minor" maxBarSize={40} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  )
}
