import type { RouteObject } from 'react-router'
import { loadShop, Shell, ShellError } from './components/shell.tsx'

/** One page of the shop: where it is, the file that makes it, and for how long one copy may serve everyone. */
interface Page {
  readonly path?: string
  readonly file: string
  readonly lazy: () => Promise<object>
  /** Seconds; absent when the page shows something of the visitor's own. */
  readonly sharedSeconds?: number
}

/** What the server reads of a matched route. */
export interface PageHandle {
  readonly file: string
  readonly sharedSeconds?: number
}

// Pages with delivery times age with the clock; words and shelves age when somebody edits them.
const withTimes = 30
const shelf = 60
const words = 300

const list = { file: 'src/pages/list.tsx', lazy: () => import('./pages/list.tsx'), sharedSeconds: shelf }

/** The storefront's table of contents. */
export const pages: readonly Page[] = [
  { file: 'src/pages/home.tsx', lazy: () => import('./pages/home.tsx'), sharedSeconds: withTimes },
  { path: 'flowers', ...list },
  { path: 'plants', ...list },
  { path: 'dried', ...list },
  { path: 'add-ons', ...list },
  { path: 'search', ...list },
  { path: 'collections/:collection', ...list },
  { path: 'occasions/:occasion', ...list },
  {
    path: 'occasions',
    file: 'src/pages/occasions.tsx',
    lazy: () => import('./pages/occasions.tsx'),
    sharedSeconds: shelf,
  },
  {
    path: 'p/:slug',
    file: 'src/pages/product.tsx',
    lazy: () => import('./pages/product.tsx'),
    sharedSeconds: withTimes,
  },
  { path: 'journal', file: 'src/pages/journal.tsx', lazy: () => import('./pages/journal.tsx'), sharedSeconds: words },
  {
    path: 'journal/:slug',
    file: 'src/pages/article.tsx',
    lazy: () => import('./pages/article.tsx'),
    sharedSeconds: words,
  },
  {
    path: 'pages/delivery-and-fees',
    file: 'src/pages/delivery-and-fees.tsx',
    lazy: () => import('./pages/delivery-and-fees.tsx'),
    sharedSeconds: words,
  },
  {
    path: 'pages/:slug',
    file: 'src/pages/plain-page.tsx',
    lazy: () => import('./pages/plain-page.tsx'),
    sharedSeconds: words,
  },
  {
    path: 'subscriptions',
    file: 'src/pages/subscriptions.tsx',
    lazy: () => import('./pages/subscriptions.tsx'),
    sharedSeconds: shelf,
  },
  {
    path: 'subscribe/:slug',
    file: 'src/pages/subscribe.tsx',
    lazy: () => import('./pages/subscribe.tsx'),
    sharedSeconds: shelf,
  },
  { path: 'cart', file: 'src/pages/cart.tsx', lazy: () => import('./pages/cart.tsx') },
  { path: 'checkout', file: 'src/pages/checkout.tsx', lazy: () => import('./pages/checkout.tsx') },
  { path: 'order/:link', file: 'src/pages/order.tsx', lazy: () => import('./pages/order.tsx') },
  {
    path: 'order/:link/gift/:id',
    file: 'src/pages/gift.tsx',
    lazy: () => import('./pages/gift.tsx'),
  },
  { path: 'find-order', file: 'src/pages/find-order.tsx', lazy: () => import('./pages/find-order.tsx') },
  { path: 'sign-in', file: 'src/pages/sign-in.tsx', lazy: () => import('./pages/sign-in.tsx') },
  { path: 'register', file: 'src/pages/register.tsx', lazy: () => import('./pages/register.tsx') },
  { path: 'forgotten', file: 'src/pages/forgotten.tsx', lazy: () => import('./pages/forgotten.tsx') },
  { path: 'reset-password', file: 'src/pages/reset-password.tsx', lazy: () => import('./pages/reset-password.tsx') },
  { path: 'verify', file: 'src/pages/verify.tsx', lazy: () => import('./pages/verify.tsx') },
  { path: 'confirm-email', file: 'src/pages/confirm-email.tsx', lazy: () => import('./pages/confirm-email.tsx') },
  { path: 'link-sign-in', file: 'src/pages/link-sign-in.tsx', lazy: () => import('./pages/link-sign-in.tsx') },
  {
    path: 'accept-invitation',
    file: 'src/pages/accept-invitation.tsx',
    lazy: () => import('./pages/accept-invitation.tsx'),
  },
  { path: 'newsletter', file: 'src/pages/newsletter.tsx', lazy: () => import('./pages/newsletter.tsx') },
  {
    path: 'newsletter/leave',
    file: 'src/pages/leave-newsletter.tsx',
    lazy: () => import('./pages/leave-newsletter.tsx'),
  },
  { path: 'mute-reminder', file: 'src/pages/mute-reminder.tsx', lazy: () => import('./pages/mute-reminder.tsx') },
  { path: 'account', file: 'src/pages/account/glance.tsx', lazy: () => import('./pages/account/glance.tsx') },
  { path: 'account/orders', file: 'src/pages/account/orders.tsx', lazy: () => import('./pages/account/orders.tsx') },
  {
    path: 'account/addresses',
    file: 'src/pages/account/addresses.tsx',
    lazy: () => import('./pages/account/addresses.tsx'),
  },
  { path: 'account/details', file: 'src/pages/account/details.tsx', lazy: () => import('./pages/account/details.tsx') },
  { path: 'account/cards', file: 'src/pages/account/cards.tsx', lazy: () => import('./pages/account/cards.tsx') },
  {
    path: 'account/security',
    file: 'src/pages/account/security.tsx',
    lazy: () => import('./pages/account/security.tsx'),
  },
  {
    path: 'account/reminders',
    file: 'src/pages/account/reminders.tsx',
    lazy: () => import('./pages/account/reminders.tsx'),
  },
  {
    path: 'account/subscriptions',
    file: 'src/pages/account/subscriptions.tsx',
    lazy: () => import('./pages/account/subscriptions.tsx'),
  },
  {
    path: 'account/subscriptions/:id',
    file: 'src/pages/account/subscription.tsx',
    lazy: () => import('./pages/account/subscription.tsx'),
  },
  { path: 'account/data', file: 'src/pages/account/privacy.tsx', lazy: () => import('./pages/account/privacy.tsx') },
  { path: '*', file: 'src/pages/not-found.tsx', lazy: () => import('./pages/not-found.tsx'), sharedSeconds: words },
]

/** The same table as the router wants it. Made anew for each router, because lazy routes are filled in place. */
export function routes(): RouteObject[] {
  return [
    {
      id: 'shop',
      path: '/',
      loader: loadShop,
      Component: Shell,
      ErrorBoundary: ShellError,
      // The shop's address does not change while somebody walks through it.
      shouldRevalidate: () => false,
      children: pages.map(({ path, file, lazy, sharedSeconds }) => ({
        ...(path === undefined ? { index: true as const } : { path }),
        lazy,
        handle: { file, ...(sharedSeconds !== undefined && { sharedSeconds }) } satisfies PageHandle,
      })),
    },
  ]
}
