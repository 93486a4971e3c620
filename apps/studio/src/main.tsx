import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { askWho } from './asking/who.ts'
import { routes } from './routes.ts'
import { watchForNewer } from './shell/newer.ts'
import { showTheme } from './shell/theme.ts'
import './studio.css'

showTheme()
void askWho()
watchForNewer()

const router = createBrowserRouter(routes(), { basename: '/studio' })

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <I18nProvider locale="en-AU">
      <RouterProvider router={router} />
    </I18nProvider>
  </StrictMode>,
)
