import type { ShopFacts } from '@flora/contract/delivery.ts'
import type { JSX } from 'react'
import { priceOrFree } from '../../words/money.ts'

/** One zone: its windows with fee and cut-off, and the postcodes that belong to it. */
export function ZoneTable({ zone, isYours }: { zone: ShopFacts['zones'][number]; isYours: boolean }): JSX.Element {
  const isPickUp = zone.windows.every((window) => window.method === 'pick-up')
  const id = isPickUp ? 'pick-up' : `zone-${zone.name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`
  return (
    <section className="zone" aria-labelledby={`${id}-name`} id={id}>
      <h2 className="q" id={`${id}-name`}>
        {zone.name}
        {isYours && <span className="opt soft">your zone</span>}
      </h2>
      <table className="ptable zone-table">
        <thead>
          <tr>
            <th scope="col">Window</th>
            <th scope="col">Days</th>
            <th scope="col">Order until</th>
            <th scope="col">Fee</th>
          </tr>
        </thead>
        <tbody>
          {zone.windows.map((window) => (
            <tr key={`${window.method} ${window.name} ${window.days}`}>
              <th scope="row">{window.name}</th>
              <td>{window.days}</td>
              <td>{window.cutOff}</td>
              <td className="num">{priceOrFree(window.fee)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {zone.postcodes.length > 0 && <p className="xs soft num">{zone.postcodes.join(', ')}</p>}
    </section>
  )
}
