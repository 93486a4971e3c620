import { browserCarrier, createClient } from '@flora/client/client.ts'
import { type JSX, type ReactNode, useRef } from 'react'
import { NavLink, useNavigate } from 'react-router'
import { tellSignedInChanged } from '../../account-hint.ts'
import { refreshCart } from '../../cart-store.ts'
import { PageHead } from '../../components/page-head.tsx'
import { toast } from '@flora/ui/toasts.tsx'
import { useCurrentInView } from '../../components/use-current-in-view.ts'
import './account.css'

const places = [
  ['/account', 'At a glance'],
  ['/account/orders', 'Orders'],
  ['/account/subscriptions', 'Subscriptions'],
  ['/account/addresses', 'Addresses'],
  ['/account/reminders', 'Reminders'],
  ['/account/cards', 'Cards'],
  ['/account/details', 'You'],
  ['/account/security', 'Signing in'],
  ['/account/data', 'Your data'],
] as const

interface AccountFrameProps {
  /** The page's title and its first sentence. */
  readonly title: string
  readonly heading: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** The pages of an account around one of them. */
export function AccountFrame({ title, heading, lead, children }: AccountFrameProps): JSX.Element {
  const row = useRef<HTMLUListElement>(null)
  useCurrentInView(row)
  return (
    <div className="wrap">
      <PageHead title={title} noIndex />
      <header className="page-head">
        <p className="small soft">{title}</p>
        <h1 className="h1-s">{heading}</h1>
        {lead !== undefined && <p className="lead soft">{lead}</p>}
      </header>
      <div className="acc">
        <nav className="acc-nav" aria-label="Account">
          <ul ref={row}>
            {places.map(([path, name]) => (
              <li key={path}>
                <NavLink to={path} end={path === '/account'}>
                  {name}
                </NavLink>
              </li>
            ))}
            <li>
              <SignOut />
            </li>
          </ul>
        </nav>
        <div>{children}</div>
      </div>
    </div>
  )
}

function SignOut(): JSX.Element {
  const navigate = useNavigate()
  async function leave(): Promise<void> {
    try {
      await createClient(browserCarrier()).call('POST /auth/logout', {})
    } catch {
      toast({ words: 'We couldn’t reach the shop, so you are still signed in.' })
      return
    }
    tellSignedInChanged()
    await refreshCart()
    await navigate('/')
    toast({ words: 'Signed out. Your cart waits in your account.' })
  }
  return (
    <button type="button" onClick={() => void leave()}>
      Sign out
    </button>
  )
}
