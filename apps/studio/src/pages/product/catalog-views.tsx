import type { JSX } from 'react'
import { useMay } from '../../asking/who.ts'
import { Views } from '../../components/views.tsx'

/** Tabs of the catalogue. */
export function CatalogViews(): JSX.Element {
  const mayPublish = useMay('catalog/publish')
  return (
    <Views
      label="Catalogue"
      views={[
        { to: '/products', words: 'Products' },
        { to: '/collections', words: 'Collections and words' },
        ...(mayPublish ? [{ to: '/products/import', words: 'Files' }] : []),
      ]}
    />
  )
}
