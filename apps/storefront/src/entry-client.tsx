import { browserCarrier, createClient } from '@flora/client/client.ts'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { createBrowserRouter, matchRoutes, type HydrationState } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { routes } from './routes.ts'
import './storefront.css'
import { contextOf, postcodeIn } from './visit.ts'

interface PageData {
  readonly origin?: string
  readonly hydration: HydrationState
}

async function start(): Promise<void> {
  const pageData = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageData
  const shopRoutes = routes()

  // The page's own code must be there before hydration, or React would throw the server's HTML away.
  for (const { route } of matchRoutes(shopRoutes, location) ?? []) {
    if (typeof route.lazy === 'function') Object.assign(route, await route.lazy(), { lazy: undefined })
  }

  const client = createClient(browserCarrier())
  const router = createBrowserRouter(shopRoutes, {
    hydrationData: pageData.hydration,
    getContext: () => {
      const postcode = postcodeIn(document.cookie)
      return contextOf({
        client,
        origin: pageData.origin ?? location.origin,
        ...(postcode !== undefined && { postcode }),
      })
    },
  })
  startTransition(() => {
    hydrateRoot(
      document.getElementById('app')!,
      <StrictMode>
        <RouterProvider router={router} />
      </StrictMode>,
    )
  })
}

void start()
