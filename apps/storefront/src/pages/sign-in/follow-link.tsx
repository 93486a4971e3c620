import type { SignInReply } from '@flora/contract/identity.ts'
import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { PageHead } from '../../components/page-head.tsx'
import { HalfALink } from './half-a-link.tsx'
import { Refused } from './refused.tsx'
import { SecondFactor } from './second-factor.tsx'
import { SignFrame } from './sign-frame.tsx'
import { useGoOn } from './signed-in.ts'
import { useAsking } from './use-asking.ts'
import { useLinkToken } from './use-link-token.ts'
import type { TokenKind } from './way-on.ts'

interface FollowLinkProps {
  readonly title: string
  readonly heading: string
  readonly lead: string
  /** The button: what following the link does. */
  readonly press: string
  readonly pressing: string
  readonly holds?: TokenKind
  /** How to get another link, in a sentence. */
  readonly another: ReactNode
  /** Where to go from the sentence that it answers with; her account unless said. */
  readonly onward?: ReactNode
  /** Signs in, or answers with a sentence. */
  readonly follow: (token: string) => Promise<SignInReply | { readonly message: string }>
}

/**
 * A letter's link that does one thing. It is done by a press and not by opening the page: mail programs and scanners open links too,
 * and would use it up.
 */
export function FollowLink(props: FollowLinkProps): JSX.Element {
  const { title, heading, lead, press, pressing, holds, another, follow } = props
  const { onward = <Link to="/account">Go to your account</Link> } = props
  const link = useLinkToken(holds)
  const [asking, run] = useAsking()
  const [after, setAfter] = useState<{ ticket?: string; message?: string }>({})
  const goOn = useGoOn()

  function use(token: string): Promise<void> {
    return run(async () => {
      const answer = await follow(token)
      if ('message' in answer) return setAfter({ message: answer.message })
      if (answer.kind === 'second-factor') return setAfter({ ticket: answer.ticket })
      await goOn(answer, '/account')
    })
  }

  const isUsedUp = asking.kind === 'refused' && asking.problem.code === 'link-not-valid'
  const frame = (children: ReactNode): JSX.Element => (
    <SignFrame
      heading={after.message === undefined ? heading : 'That’s done.'}
      lead={after.message === undefined ? lead : undefined}
    >
      <PageHead title={title} noIndex />
      {children}
    </SignFrame>
  )
  if (after.ticket !== undefined) return frame(<SecondFactor ticket={after.ticket} to="/account" />)
  if (after.message !== undefined) return frame(<Done message={after.message}>{onward}</Done>)
  if (link.kind === 'half') return frame(<HalfALink another={another} />)
  return frame(
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (link.kind === 'whole') void use(link.token)
      }}
    >
      {!isUsedUp && (
        <button className="btn btn-wide" aria-busy={asking.kind === 'busy'} disabled={link.kind === 'unknown'}>
          {asking.kind === 'busy' ? pressing : press}
        </button>
      )}
      <Refused asking={asking} opening="Not with this link." />
      {isUsedUp && <p>{another}</p>}
      <noscript>
        <p className="small">This button needs JavaScript. Or ring us, and we do it with you.</p>
      </noscript>
    </form>,
  )
}

function Done({ message, children }: { message: string; children: ReactNode }): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone; what it did is the place to be.
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="banner sage" role="status" tabIndex={-1} ref={box}>
      <p>
        {message} {children}.
      </p>
    </div>
  )
}
