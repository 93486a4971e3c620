import type { DayPack } from '@flora/contract/fulfilment.ts'
import type { JSX } from 'react'
import { Section } from '../../components/section.tsx'
import { Empty } from '../../components/trouble.tsx'

/** What is to be tied in all, stems counted together. */
export function Bouquets({ pack }: { pack: DayPack }): JSX.Element {
  return (
    <Section title="To make" aside={`${pack.benchMinutes} bench minutes`}>
      {pack.bouquets.length === 0 && (
        <Empty title="Nothing to make">
          <p className="soft">Once there are confirmed orders for this day, they are counted together here.</p>
        </Empty>
      )}
      <ul className="bouquets">
        {pack.bouquets.map(({ variantId, name, variantName, picture, quantity, stems }) => (
          <li key={variantId}>
            <img
              className="plate-s"
              src={`/pictures/${picture.id}-400.webp`}
              width="64"
              height="80"
              alt=""
              loading="lazy"
            />
            <div>
              <b>
                <span className="times num">{quantity} ×</span> {name}
              </b>
              <span className="soft">, {variantName}</span>
              <p className="small">
                {stems.map(({ stemId, name: stem, each, inAll }) => (
                  <span className="stem" key={stemId}>
                    <span className="num">{inAll}</span> {stem}
                    {quantity > 1 && <span className="soft"> ({each} each)</span>}
                  </span>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
