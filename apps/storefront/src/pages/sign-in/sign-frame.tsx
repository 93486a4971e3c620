import type { JSX, ReactNode } from 'react'
import delphinium from '../../pictures/delphinium.svg'
import './sign-in.css'

interface SignFrameProps {
  readonly heading: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** The page around every form of signing in: flowers on one side, one thing to do on the other. */
export function SignFrame({ heading, lead, children }: SignFrameProps): JSX.Element {
  return (
    <div className="wrap">
      <div className="sign">
        <div className="plate lilac">
          <img src={delphinium} width="400" height="500" alt="" />
        </div>
        <div className="sign-in">
          <h1 className="h1-s">{heading}</h1>
          {lead !== undefined && <p className="lead soft">{lead}</p>}
          {children}
        </div>
      </div>
    </div>
  )
}
