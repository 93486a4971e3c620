import type { ErasureOutlook } from '@flora/contract/privacy.ts'
import { type JSX, useEffect, useRef, useState } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { PageHead } from '../../components/page-head.tsx'
import { visitContext } from '../../visit.ts'
import { AccountFrame } from './account-frame.tsx'
import { orSignIn } from './ask-account.ts'
import { EraseAccount } from './erase-account.tsx'
import { TakeAlong } from './take-along.tsx'

export function loader({ context, request }: LoaderFunctionArgs): Promise<ErasureOutlook> {
  return orSignIn(context.get(visitContext).client.call('GET /account/erasure', {}), request)
}

/** Everything the shop keeps of her, to take along or to be erased. */
export function Component(): JSX.Element {
  const outlook = useLoaderData<typeof loader>()
  const [gone, setGone] = useState<string>()
  if (gone !== undefined) return <Gone message={gone} />
  return (
    <AccountFrame
      title="Your data"
      heading="Yours to take, yours to erase."
      lead={
        <>
          What we keep and why is on <Link to="/pages/privacy">our privacy page</Link>.
        </>
      }
    >
      <TakeAlong />
      <EraseAccount outlook={outlook} onErased={setGone} />
    </AccountFrame>
  )
}

function Gone({ message }: { message: string }): JSX.Element {
  const head = useRef<HTMLHeadingElement>(null)
  // The dialog is gone, and the page with it: this is what there is to be read.
  useEffect(() => head.current?.focus(), [])
  return (
    <div className="wrap">
      <PageHead title="Erased" noIndex />
      <header className="page-head">
        <h1 className="h1-s acc-gone" ref={head} tabIndex={-1}>
          We’ve forgotten you.
        </h1>
        <p className="lead soft">{message}</p>
      </header>
      <p>
        <Link className="btn" to="/flowers">
          See the flowers
        </Link>
      </p>
    </div>
  )
}
