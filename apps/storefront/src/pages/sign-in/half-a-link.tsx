import type { JSX, ReactNode } from 'react'

/** Somebody came with a part of a link, or with none. */
export function HalfALink({ another }: { another: ReactNode }): JSX.Element {
  return (
    <div className="banner butter" role="status">
      <p>
        <b>The link isn’t whole.</b> Open it from the letter itself, or copy all of it. {another}
      </p>
    </div>
  )
}
