import type { Config } from '../platform/config.ts'

/** The headers of every HTML page. Scripts and styles come from the shop alone; Stripe's card fields are the one guest. */
export function pageHeaders({ mode, stripe }: Pick<Config, 'mode' | 'stripe'>): Record<string, string> {
  const sandbox = stripe.apiBase ? [new URL(stripe.apiBase).origin] : []
  const policy: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", 'https://js.stripe.com', 'https://*.js.stripe.com'],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", 'https://api.stripe.com', ...sandbox],
    'frame-src': ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com', ...sandbox],
    'form-action': ["'self'", ...sandbox],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  }
  return {
    'content-security-policy': Object.entries(policy)
      .map(([name, sources]) => `${name} ${sources.join(' ')}`)
      .join('; '),
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(self "https://js.stripe.com")',
    // Wallets open a window of their own and must be able to answer.
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'x-content-type-options': 'nosniff',
    ...(mode === 'production' && { 'strict-transport-security': 'max-age=63072000' }),
  }
}
