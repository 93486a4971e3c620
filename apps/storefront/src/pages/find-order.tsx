import type { JSX } from 'react'
import { PageHead } from '../components/page-head.tsx'

export function Component(): JSX.Element {
  return (
    <div className="wrap page-head">
      <PageHead title="Find an order" noIndex />
      <h1 className="h1-s">Find an order</h1>
    </div>
  )
}
