import type { JSX } from 'react'
import { Views } from '../../components/views.tsx'

/** Tabs between codes and cards. */
export function PromotionViews(): JSX.Element {
  return (
    <Views
      label="Codes and cards"
      views={[
        { to: '/codes', words: 'Codes' },
        { to: '/gift-cards', words: 'Gift cards' },
      ]}
    />
  )
}
