import type { Money } from '@flora/money/money.ts'
import type { JSX } from 'react'
import { PostcodeForm } from '../../components/postcode-form.tsx'
import { price } from '../../words/money.ts'

/** What a shelf knows of the place flowers should go to. */
export interface PlaceNews {
  readonly postcode: string
  readonly suburb?: string
  readonly firstDay?: string
  readonly from?: Money
  readonly unserved?: string
}

/** Where to, on top of every shelf: the first open day there, or the way to say where. */
export function PlaceBanner({ place }: { place: PlaceNews | undefined }): JSX.Element {
  const tint = place?.unserved !== undefined ? 'butter' : 'sage'
  return (
    <div className={`banner ctx ${tint}`}>
      {place && (
        <p>
          <b>
            {place.suburb !== undefined && `${place.suburb} `}
            {place.postcode}
            {place.unserved === undefined ? '. ' : ': no van yet. '}
          </b>
          {place.unserved ??
            (place.firstDay === undefined
              ? 'The days are on each flower’s page.'
              : `The next run is ${place.firstDay}${place.from ? `, ${price(place.from)}` : ''}.`)}
        </p>
      )}
      <PostcodeForm postcode={place?.postcode} small />
    </div>
  )
}
