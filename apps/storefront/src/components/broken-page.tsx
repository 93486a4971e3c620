import type { Problem } from '@flora/contract/problem.ts'
import type { JSX } from 'react'
import { useLocation } from 'react-router'
import { PageHead } from './page-head.tsx'

/** Our fault, or the line's: what happened, what it means, what to do. */
export function BrokenPage({
  problem,
  phone,
}: {
  problem: Problem | undefined
  phone: string | undefined
}): JSX.Element {
  const unreachable = problem?.status === 0
  return (
    <div className="wrap page-head">
      <PageHead title="Something broke on our side" noIndex />
      <h1 className="h1-s">{unreachable ? 'We can’t hear the shop' : 'Something broke on our side'}</h1>
      <p className="lead">
        {unreachable ? 'Your connection may have dropped. ' : ''}Your cart is safe and nothing was charged. Try again in
        a minute
        {phone !== undefined && (
          <>
            , or ring{' '}
            <a className="nowrap" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
              {phone}
            </a>{' '}
            and we’ll take it by hand
          </>
        )}
        .
      </p>
      <div className="acts">
        <TryAgain />
        <a className="btn btn-line" href="/">
          Start from the shop’s door
        </a>
      </div>
      {problem?.reference !== undefined && (
        <p className="hint">
          If you ring, say <span className="num">{problem.reference}</span>.
        </p>
      )}
    </div>
  )
}

// A whole new load, because the code that broke may itself be what is wrong. A link, so that it works without script.
function TryAgain(): JSX.Element {
  const { pathname, search } = useLocation()
  return (
    <a className="btn" href={`${pathname}${search}`}>
      Try again
    </a>
  )
}
