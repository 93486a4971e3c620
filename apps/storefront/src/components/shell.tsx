import type { ShopFacts } from '@flora/contract/delivery.ts'
import { useEffect, useRef, type JSX, type ReactNode } from 'react'
import {
  isRouteErrorResponse,
  Outlet,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
  type LoaderFunctionArgs,
} from 'react-router'
import { orProblem, problemIn } from '../ask-shop.ts'
import { refreshCart } from '../cart-store.ts'
import { visitContext } from '../visit.ts'
import { BrokenPage } from './broken-page.tsx'
import { Footer } from './footer.tsx'
import { LostPage } from './lost-page.tsx'
import { Masthead } from './masthead.tsx'
import { SlowNotice } from './slow-notice.tsx'
import { Toasts } from '@flora/ui/toasts.tsx'

// Zones and their postcodes are many; only the page about delivery needs them.
export type ShopCard = Omit<ShopFacts, 'zones' | 'closures' | 'surges'>

export interface ShopData {
  readonly facts: ShopCard
  readonly origin: string | undefined
}

/** What every page needs: who the shop is. */
export async function loadShop({ context }: LoaderFunctionArgs): Promise<ShopData> {
  const { client, origin } = context.get(visitContext)
  const {
    zones: _zones,
    closures: _closures,
    surges: _surges,
    ...facts
  } = await orProblem(client.call('GET /shop', {}))
  return { facts, origin }
}

/** The shop's own facts, on every page; absent only while the shop itself can't be reached. */
export function useShop(): ShopData | undefined {
  return useRouteLoaderData<typeof loadShop>('shop')
}

/** Masthead, page, footer. */
export function Shell(): JSX.Element {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

/** The same frame around a page that could not be made. */
export function ShellError(): JSX.Element {
  const error = useRouteError()
  const shop = useShop()
  const status = isRouteErrorResponse(error) ? error.status : 500
  return (
    <Frame>{status === 404 ? <LostPage /> : <BrokenPage problem={problemIn(error)} phone={shop?.facts.phone} />}</Frame>
  )
}

function Frame({ children }: { children: ReactNode }): JSX.Element {
  const main = useRef<HTMLElement>(null)
  useFocusOnNewPage(main)
  useEffect(() => void refreshCart(), [])
  const facts = useShop()?.facts
  return (
    <div className="page">
      <a className="skip" href="#main">
        Skip to the flowers
      </a>
      <Masthead />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <Footer facts={facts} />
      <SlowNotice />
      <Toasts />
      <ScrollRestoration />
    </div>
  )
}

// A page that changes without a load leaves a screen reader where it was; focus tells it that the page is new.
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname, main])
}
