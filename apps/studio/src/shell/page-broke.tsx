import type { JSX } from 'react'
import { useRouteError } from 'react-router'
import { Button } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'

/** A page that could not be shown: its code did not come, or it has a fault. */
export function PageBroke(): JSX.Element {
  const error = useRouteError()
  console.error(error)
  return (
    <>
      <PageHeader title="This page broke" />
      <p className="stack">
        What you saved is safe. Load the page again; if it stays broken, the other pages still work.
      </p>
      <Button kind="ink" onPress={() => location.reload()}>
        Load it again
      </Button>
    </>
  )
}
