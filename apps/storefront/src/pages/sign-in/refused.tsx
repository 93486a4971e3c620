import type { JSX } from 'react'
import type { Asking } from './use-asking.ts'

/** What the shop said no to, in its own words. */
export function Refused({ asking, opening }: { asking: Asking; opening: string }): JSX.Element {
  return (
    <div role="alert">
      {asking.kind === 'refused' && (
        <div className="banner blush">
          <p>
            <b>{opening}</b> {asking.problem.detail}
          </p>
        </div>
      )}
    </div>
  )
}
