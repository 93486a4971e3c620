import type { RouteObject } from 'react-router'
import { NotThere } from './shell/not-there.tsx'
import { PageBroke } from './shell/page-broke.tsx'
import { Shell } from './shell/shell.tsx'

/** One page: its address below /studio, and the file that makes it, which exports `Component`. */
interface Page {
  readonly path: string
  readonly lazy: () => Promise<{ Component: () => React.JSX.Element }>
}

/** The Studio's table of contents. */
export const pages: readonly Page[] = [
  { path: '/', lazy: () => import('./pages/today.tsx') },
  { path: '/board', lazy: () => import('./pages/board.tsx') },
  { path: '/day-list', lazy: () => import('./pages/day-list.tsx') },
  { path: '/orders', lazy: () => import('./pages/orders.tsx') },
  { path: '/orders/:orderId', lazy: () => import('./pages/order.tsx') },
  { path: '/phone-orders', lazy: () => import('./pages/phone-orders.tsx') },
  { path: '/phone-orders/:draftId', lazy: () => import('./pages/phone-order.tsx') },
  { path: '/pack', lazy: () => import('./pages/pack.tsx') },
  { path: '/pack/buying-list', lazy: () => import('./pages/buying-list.tsx') },
  { path: '/runs', lazy: () => import('./pages/runs.tsx') },
  { path: '/driver', lazy: () => import('./pages/driver.tsx') },
  { path: '/stops/:deliveryId', lazy: () => import('./pages/stop.tsx') },
  { path: '/stock', lazy: () => import('./pages/stock.tsx') },
  { path: '/stock/:itemId', lazy: () => import('./pages/stock-item.tsx') },
  { path: '/reports', lazy: () => import('./pages/reports.tsx') },
  { path: '/reports/subscriptions', lazy: () => import('./pages/report-subscriptions.tsx') },
  { path: '/reports/refunds', lazy: () => import('./pages/report-refunds.tsx') },
  { path: '/reports/tax', lazy: () => import('./pages/report-tax.tsx') },
  { path: '/delivery', lazy: () => import('./pages/delivery.tsx') },
  { path: '/delivery/zones', lazy: () => import('./pages/delivery-zones.tsx') },
  { path: '/delivery/week', lazy: () => import('./pages/delivery-week.tsx') },
  { path: '/products', lazy: () => import('./pages/products.tsx') },
  { path: '/products/import', lazy: () => import('./pages/products-import.tsx') },
  { path: '/products/:productId', lazy: () => import('./pages/product.tsx') },
  { path: '/collections', lazy: () => import('./pages/collections.tsx') },
  { path: '/codes', lazy: () => import('./pages/codes.tsx') },
  { path: '/codes/:promotionId', lazy: () => import('./pages/code.tsx') },
  { path: '/gift-cards', lazy: () => import('./pages/gift-cards.tsx') },
  { path: '/gift-cards/:giftCardId', lazy: () => import('./pages/gift-card.tsx') },
  { path: '/articles', lazy: () => import('./pages/articles.tsx') },
  { path: '/articles/:contentId', lazy: () => import('./pages/article.tsx') },
  { path: '/customers', lazy: () => import('./pages/customers.tsx') },
  { path: '/customers/:accountId', lazy: () => import('./pages/customer.tsx') },
  { path: '/subscriptions', lazy: () => import('./pages/subscriptions.tsx') },
  { path: '/subscriptions/:subscriptionId', lazy: () => import('./pages/subscription.tsx') },
  { path: '/staff', lazy: () => import('./pages/staff.tsx') },
  { path: '/settings', lazy: () => import('./pages/settings.tsx') },
  { path: '/settings/letters', lazy: () => import('./pages/settings-letters.tsx') },
  { path: '/log', lazy: () => import('./pages/audit.tsx') },
]

/** The pages inside the shell, which knows who looks at them. */
export function routes(): RouteObject[] {
  return [
    {
      Component: Shell,
      // The page before it is there: the paper alone, as in index.html.
      HydrateFallback: blank,
      ErrorBoundary: PageBroke,
      children: [
        ...pages.map(({ path, lazy }) => ({ path, lazy, ErrorBoundary: PageBroke })),
        { path: '*', Component: NotThere },
      ],
    },
  ]
}

function blank(): null {
  return null
}
