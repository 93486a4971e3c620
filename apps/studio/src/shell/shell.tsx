import { Fragment, type JSX, useEffect, useMemo, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router'
import { forgetAll } from '../asking/answers.ts'
import { askWho, useWho } from '../asking/who.ts'
import { Button } from '../components/button.tsx'
import { HelpSheet } from './help-sheet.tsx'
import { useKeyboard, useShortcuts } from './keys.ts'
import { isOnItsOwn, offeredTo } from './offered.ts'
import { Rail } from './rail.tsx'
import { SecondFactorNeeded } from './second-factor-needed.tsx'
import { NotStaff, SignIn } from './sign-in.tsx'
import { Toasts } from '@flora/ui/toasts.tsx'

/**
 * What is around every page: who is signed in, the side bar, the keyboard, what is said aloud. Somebody whose session ends keeps her
 * page, with what she typed, behind the sign-in.
 */
export function Shell(): JSX.Element {
  const who = useWho()
  const present = who.kind === 'somebody' ? who.account.id : undefined
  // What one saw is not the other's to see.
  const last = useRef(present)
  useEffect(() => {
    if (last.current !== undefined && last.current !== present) forgetAll()
    last.current = present
  }, [present])

  switch (who.kind) {
    case 'asking':
      return <Waiting />
    case 'nobody':
      return <SignIn />
    case 'unknown':
      return <NoShop detail={who.problem.detail} />
    case 'somebody':
      if (who.account.role === null) return <NotStaff account={who.account} />
      return (
        <Fragment key={who.account.id}>
          {who.isAway && <SignIn again={who.account} />}
          {who.needsCode && !who.isAway && <SecondFactorNeeded account={who.account} />}
          <div hidden={who.isAway || who.needsCode}>
            <Inside />
          </div>
        </Fragment>
      )
  }
}

function Inside(): JSX.Element {
  const { pathname } = useLocation()
  useKeyboard()
  usePlaceShortcuts()
  useFocusOnPage(pathname)
  return (
    <>
      <a className="skip" href="#main">
        Skip to the work
      </a>
      {isOnItsOwn(pathname) ? (
        <main className="alone" id="main" tabIndex={-1}>
          <Outlet />
        </main>
      ) : (
        <div className="shell">
          <Rail />
          <main className="work" id="main" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      )}
      <Toasts />
      <HelpSheet />
      <ScrollRestoration />
    </>
  )
}

// Whoever listens or uses the keyboard begins at the new page, not in the side bar.
function useFocusOnPage(pathname: string): void {
  const first = useRef(pathname)
  useEffect(() => {
    if (first.current === pathname) return
    first.current = ''
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}

function usePlaceShortcuts(): void {
  const navigate = useNavigate()
  const who = useWho()
  const role = who.kind === 'somebody' ? who.account.role : null
  useShortcuts(
    useMemo(
      () =>
        offeredTo(role).flatMap(({ to, words, keys }) =>
          keys === undefined ? [] : [{ keys, does: `Go to ${words}`, run: () => void navigate(to) }],
        ),
      [role, navigate],
    ),
  )
}

function Waiting(): JSX.Element {
  return (
    <main className="alone waiting" id="main">
      <title>Flora Studio</title>
      <p className="mark">
        Flora <em>Studio</em>
      </p>
    </main>
  )
}

function NoShop({ detail }: { detail: string }): JSX.Element {
  return (
    <main className="alone sign" id="main">
      <title>No answer · Flora Studio</title>
      <h1>The shop does not answer</h1>
      <p>{detail}</p>
      <Button kind="ink" onPress={() => void askWho()}>
        Ask again
      </Button>
    </main>
  )
}
