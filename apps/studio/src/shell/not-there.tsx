import type { JSX } from 'react'
import { Link } from 'react-router'
import { PageHeader } from '../components/page-header.tsx'

/** An address that leads nowhere. */
export function NotThere(): JSX.Element {
  return (
    <>
      <PageHeader title="Nothing grows here" />
      <p>
        This address leads to no page of the Studio. <Link to="/">Go to Today</Link>.
      </p>
    </>
  )
}
