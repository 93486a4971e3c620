import type { JSX } from 'react'
import { Views } from '../../components/views.tsx'

/** Tabs between the parts of the settings. */
export function SettingsViews(): JSX.Element {
  return (
    <Views
      label="Settings"
      views={[
        { to: '/settings', words: 'The shop' },
        { to: '/settings/letters', words: 'Letters' },
      ]}
    />
  )
}
