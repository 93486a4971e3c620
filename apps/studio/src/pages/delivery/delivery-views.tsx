import type { JSX } from 'react'
import { Views } from '../../components/views.tsx'

/** Tabs between the days and what stands behind them. */
export function DeliveryViews(): JSX.Element {
  return (
    <Views
      label="Delivery"
      views={[
        { to: '/delivery', words: 'Calendar' },
        { to: '/delivery/zones', words: 'Zones and windows' },
        { to: '/delivery/week', words: 'Week and exceptions' },
      ]}
    />
  )
}
